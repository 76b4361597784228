"""The survey, and what follows from a bad answer or from none."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.storage.open import open_store
from tests.acceptance.scripts import VISITED
from tests.acceptance.shop import opened
from tests.acceptance.world import World

SILENT = (
    VISITED
    + """
    Ann> [All in order]
    ... until Mon 14:16
    Ann< How was our service for F-261123-0001? | 工单 F-261123-0001 已办结
"""
)


@pytest.mark.rule("SRV-05")
@pytest.mark.rule("SRV-09")
async def test_three_levels_and_a_comment(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Ann> [All in order]
        ... 1 hour
        Ann< [Satisfied] [Fair] [Not satisfied] | [满意] [一般] [不满意]
        Ann> [Fair]
        Ann> A bit late | 来得有点晚
        Ann< Thank you. That helps us.
        ... 9 days
        Ann! One last question | 最后打扰您
        Chen!! C-26
        Liu!! not satisfied | 不满意
        """
    )
    facts = (await desk.ticket("F-261123-0001")).facts
    assert (facts["rating"], facts["comment"]) == (2, "A bit late" if desk.language == "en" else "来得有点晚")


async def test_who_had_a_repair_reads_nothing_of_damage(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Ann> [All in order]
        Ann> [Rate]
        Ann< How was our service? | 您对我们这次的服务满意吗？
        Ann!! Damage: | 损坏：
        """
    )


@pytest.mark.rule("SRV-09")
@pytest.mark.rule("SRV-01")
async def test_a_bad_answer_alerts_the_supervisor_and_somebody_calls(desk: World) -> None:
    await desk.play(
        SILENT
        + """
        Ann> [Not satisfied]
        Ann> He was rude | 态度不好
        Ann< Somebody will call you | 致电向您了解情况
        Liu< is not satisfied. He was rude | 客户不满意。态度不好
        Chen< Please call | 请回访
        Chen< 13800138000
        Chen< F-261123-0001
        Chen< Thu 26 Nov, 14:16 | 11月26日 周四 14:16
        Chen> [Called]
        Chen> [Not satisfied]
        Chen> He wants his money back | 客户要求退款
        Chen< C-261123-0001
        Liu< is not satisfied with F-261123-0001. He wants his money back | 客户要求退款
        ... 30 days
        Ann! One last question | 最后打扰您
        """
    )


@pytest.mark.rule("SRV-01")
@pytest.mark.rule("SRV-02")
@pytest.mark.rule("SRV-08")
async def test_silence_gets_one_reminder_and_then_a_callback(desk: World) -> None:
    await desk.play(
        SILENT
        + """
        ... until Tue 09:04
        Ann! One last question | 最后打扰您
        ... until Tue 09:06
        Ann< One last question about F-261123-0001 | 最后打扰您一下
        ... until Tue 14:04
        Chen!! Please call | 请回访
        ... until Tue 14:06
        Chen< Please call | 请回访
        Chen< has not answered the survey | 未填写满意度调查
        Chen< Fri 27 Nov, 14:05 | 11月27日 周五 14:05
        ... until Fri 14:04
        Liu!! called | 未回访
        ... until Fri 14:06
        Liu< nobody has called Ann Lee back within 3 working days | 超过3个工作日仍未回访李雷
        Chen> [Called]
        Chen> [Not reached]
        Chen> [Skip]
        Chen< please try again | 请稍后再联系
        Chen> [Called]
        Chen> [Satisfied]
        Chen> [Skip]
        Chen< C-261124-0001
        """
    )
    callback = await desk.ticket("C-261124-0001")
    assert (callback.state, callback.facts["heard"], callback.facts["tries"]) == ("closed", "good", 1)


async def test_no_survey_comes_in_the_evening_or_at_noon(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        ... until Mon 20:25
        Ann> [All in order]
        ... until Tue 08:59
        Ann! How was our service | 满意吗
        ... until Tue 09:01
        Ann< How was our service | 满意吗
        """
    )


async def test_a_customer_does_not_see_the_callback_about_him(desk: World) -> None:
    await desk.play(
        SILENT
        + """
        ... 2 days
        Ann> status | 状态
        Ann< You have no open ticket.
        Ann> erase my data | 删除我的数据
        Ann> [Yes, erase everything]
        Ann< erased | 已全部删除
        ... 5 days
        Liu!! nobody has called | 仍未回访
        """
    )
    assert (await desk.ticket("C-261124-0001")).state == "closed"


async def test_a_shop_may_do_without_surveys(language: str, tmp_path: Path) -> None:
    overlay = tmp_path / "shop.toml"
    overlay.write_text("[survey]\non = false\n")
    desk = await opened(open_store("sqlite://"), language, overlay)
    await desk.play(
        VISITED
        + """
        Ann> [All in order]
        ... 9 days
        Ann!! How was our service | 满意吗
        Chen!! C-26
        """
    )
    await desk.store.close()
