"""The dispatcher sees who could go and why, or the desk decides; the technician accepts, declines, or proposes."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.storage.open import open_store
from core.tickets import Role
from tests.acceptance.scripts import ACCEPTED, REPORTED
from tests.acceptance.shop import away, opened
from tests.acceptance.world import World


@pytest.mark.rule("FLT-02")
@pytest.mark.rule("FLT-04")
@pytest.mark.rule("FLT-10")
@pytest.mark.rule("DSP-03")
@pytest.mark.rule("DSP-06")
async def test_the_dispatcher_reads_the_job_and_taps_a_name(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen< F-261123-0001: who goes? | 工单 F-261123-0001：请问派哪位师傅
        Chen< The seat has sunk in | 坐垫塌陷
        Chen< 14:00–16:00
        Chen< [Zhang] [Wang] | [张师傅] [王师傅]
        Chen!! 13800138000
        Chen> [Wang]
        Wang< Can you go? | 您能接吗
        Zhang!! F-261123-0001
        """
    )


@pytest.mark.rule("DSP-02")
async def test_each_name_comes_with_the_reasons_for_and_against(desk: World) -> None:
    await desk.change("Wang", skills=frozenset({"locks"}))
    await desk.change("Zhang", zones=frozenset({"余杭", "Yuhang"}))
    for name in ("Sun", "Tan"):
        skills = frozenset(desk.shop.policy.catalogue.skills)
        await desk.change(name, name=name, roles=frozenset({Role.TECHNICIAN}), skills=skills)
    await away(desk, "Sun", "until Mon 12:00", "until Mon 18:00")
    await desk.play(
        REPORTED
        + """
        Chen> [Tan]
        Tan> [Accept]
        """
        + REPORTED.replace("Ann>", "Bob>").replace("Ann<", "Bob<").replace("0001", "0002")
        + """
        Chen< Zhang: from another area, visits that day: 0 | 张师傅：非本片区、当天 0 单
        Chen< Wang, not possible: does not have the skill | 王师傅（不可派）：不具备所需技能
        Chen< Sun, not possible: is away | Sun（不可派）：请假中
        Chen< Tan, not possible: has F-261123-0001 then | Tan（不可派）：该时段已有 F-261123-0001
        """
    )


async def test_whoever_knows_the_area_and_has_less_to_do_comes_first(desk: World) -> None:
    await desk.change("Zhang", zones=frozenset({"余杭", "Yuhang"}))
    await desk.play(REPORTED)
    card = (await desk.seat("Chen")).new[-1]
    first, second = ("Wang", "Zhang") if desk.language == "en" else ("王师傅", "张师傅")
    assert card.index(first) < card.index(second)


@pytest.mark.rule("DSP-04")
@pytest.mark.rule("DSP-14")
async def test_a_technician_declines_with_a_reason_and_is_not_asked_again(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen> [Zhang]
        Zhang> [Cannot]
        Zhang> [Too far to be there in time | 路程太远，赶不到]
        Zhang< Somebody else will be asked | 将改派其他师傅
        Chen< cannot take F-261123-0001: Too far | 路程太远
        Chen< has passed this job on | 已推掉过这单
        Chen! [Zhang]
        Chen> [Wang]
        Wang> [Cannot]
        Wang> My car broke down | 车坏了
        Chen< My car broke down | 车坏了
        Liu< Nobody can go to F-261123-0001 | F-261123-0001 暂无师傅可派
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        Liu< Zhang: Cannot (Too far | 张师傅：无法接单（路程太远
        """
    )


@pytest.mark.rule("DSP-04")
@pytest.mark.rule("DSP-02")
async def test_an_unanswered_offer_lapses_and_the_supervisor_hears_of_it(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen> [Zhang]
        ... 9 minutes
        Zhang! not answered | 未及时接单
        ... 1 minute
        Zhang< was not answered in time | 未及时接单
        Liu< Zhang did not answer the offer | 张师傅未及时接单
        Chen< who goes? | 请问派哪位师傅
        ... 16 minutes
        Liu< still has no technician | 仍未派工
        Liu> [Assign]
        Liu> 1
        Wang> [Accept]
        Ann< Wang (badge 012) | 王师傅（工号 012）
        """
    )


@pytest.mark.rule("DSP-08")
async def test_another_time_is_proposed_and_agreed(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen> [Zhang]
        Zhang> [Another time]
        Zhang> [Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30]
        Ann< Sorry, the time you wished does not work | 很抱歉
        Ann< Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30
        Zhang!! Wensan | 文三路
        Ann> [That suits me]
        Zhang< Wensan | 文三路
        Ann< Zhang (badge 007) will come Tue 24 Nov | 张师傅（工号 007）将于11月24日
        ... 1 day
        Liu!! nobody has contacted | 仍无人联系
        """
    )


@pytest.mark.rule("DSP-08")
async def test_a_proposal_that_does_not_suit_goes_to_dispatch_again(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen> [Zhang]
        Zhang> [Another time]
        Zhang> 2
        Ann> [Other time]
        Ann> [Wed 25 Nov, 09:00–10:30 | 11月25日 周三 09:00–10:30]
        Zhang< no longer yours | 不再由您负责
        Chen< Wed 25 Nov, 09:00–10:30 | 11月25日 周三 09:00–10:30
        Chen> [Zhang]
        Zhang> [Accept]
        """
    )


async def test_a_proposal_without_an_answer_is_asked_about_once_and_then_by_phone(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen> [Zhang]
        Zhang> [Another time]
        Zhang> 8
        ... until Tue 09:31
        Ann< suit you | 您看方便吗
        ... until Thu 09:31
        Chen< does not answer the proposed time. Please call | 未答复改约时间，请致电
        Liu!! is overdue. It was promised | 已超时，承诺
        """
    )


@pytest.mark.rule("DSP-14")
async def test_the_supervisor_gives_the_job_to_somebody_else(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        Liu> [Assign]
        Liu> 1
        Zhang< given to somebody else | 已改派其他师傅
        Wang> [Accept]
        Ann< Wang (badge 012) | 王师傅（工号 012）
        Zhang> jobs | 任务
        Zhang< You have no open job.
        """
    )


@pytest.mark.rule("DSP-03")
async def test_where_the_policy_says_so_the_desk_assigns_by_itself(language: str, tmp_path: Path) -> None:
    overlay = tmp_path / "shop.toml"
    overlay.write_text("[dispatch]\nauto = true\n")
    desk = await opened(open_store("sqlite://"), language, overlay)
    await desk.play(
        REPORTED
        + """
        Chen!! F-261123-0001
        Zhang< Can you go? | 您能接吗
        ... 10 minutes
        Liu< It goes to the next person | 已转给下一位
        Wang< Can you go? | 您能接吗
        Wang> [Cannot]
        Wang> 1
        Liu< Nobody can go | 暂无师傅可派
        """
    )
    await desk.store.close()


async def test_where_no_time_is_agreed_the_technician_proposes_one(desk: World) -> None:
    await desk.play(
        REPORTED.replace("[Mon 23 Nov, 14:00–16:00 | 11月23日 周一 14:00–16:00]", "[Skip]")
        + """
        Ann< We call you by Mon 23 Nov, 10:00 | 我们会在11月23日 周一 10:00前致电
        Chen> [Zhang]
        Zhang! [Accept]
        Zhang> [Another time]
        Zhang> 1
        Ann< Zhang can come Mon 23 Nov, 14:00–16:00 | 张师傅可以在11月23日 周一 14:00–16:00上门
        Ann! Sorry | 抱歉
        Ann> [That suits me]
        Zhang< Wensan | 文三路
        """
    )
