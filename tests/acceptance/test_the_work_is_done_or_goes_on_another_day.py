"""On site: parts, another day, a date that cannot be kept, and the report at the end."""

from __future__ import annotations

import pytest

from core.ports import Stocked
from core.tickets import Role
from tests.acceptance.scripts import ACCEPTED, ON_SITE, REPORTED
from tests.acceptance.world import World


@pytest.mark.rule("DSP-07")
async def test_parts_that_are_missing_are_ordered_and_the_customer_knows(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [Need parts]
        Zhang> Two springs | 弹簧两只
        Ann< needs a part (Two springs) | 需要更换配件（弹簧两只）
        Chen< needs parts: Two springs | 缺配件：弹簧两只
        ... until Wed 14:06
        Chen< still waits for parts | 仍在等待配件
        Chen> [Parts are here]
        Ann< The part for your | 所需配件已到货
        Ann> [Other time]
        Ann> 1
        Zhang< New time for F-261123-0001 | 工单 F-261123-0001 改约
        """
    )


@pytest.mark.rule("DSP-07")
async def test_parts_that_are_known_beforehand_are_asked_of_the_store_before_anybody_drives(desk: World) -> None:
    await desk.change("Gu", name="Gu", roles=frozenset({Role.STORE_KEEPER}))
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        Gu> ticket F-261123-0001 | 工单 F-261123-0001
        Gu< I cannot find that | 没有找到相关内容
        Zhang> [Need parts]
        Zhang> Two springs | 弹簧两只
        Ann< before we come, so the agreed visit is off | 原定的上门取消
        Gu< needs parts: Two springs. Please get them | 需要配件：弹簧两只。请备货
        Gu> [Parts are here]
        Ann< Please choose a time | 请选择上门时间
        Gu> status | 待办
        Gu< Nothing waits for you | 没有需要您处理的事项
        """
    )


@pytest.mark.rule("DSP-07")
async def test_a_part_that_is_named_by_its_model_is_looked_up_in_the_list_of_the_store(desk: World) -> None:
    await desk.do(lambda unit: unit.stock.count([Stocked("SP-12", "spring", 3, desk.at)]))
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [Need parts]
        Zhang> Two springs (sp-12), one ZZ-99 | 弹簧sp-12两只，ZZ-99一只
        Zhang< By the store's list there are: SP-12 ×3. | 按库存表有：SP-12 ×3
        Chen< By the store's list there are: SP-12 ×3. | 按库存表有：SP-12 ×3
        Chen! ZZ-99 ×
        """
    )


@pytest.mark.rule("VIS-16")
async def test_work_that_would_disturb_goes_on_another_day(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [Go on another day]
        Ann< another day. Please choose a time | 改天继续，请您选择上门时间
        Ann> [Other time]
        Ann> [Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30]
        Zhang< New time for F-261123-0001 | 工单 F-261123-0001 改约
        """
    )


@pytest.mark.rule("ESC-03")
async def test_who_cannot_keep_the_date_says_so_before_it_has_passed(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [Need parts]
        Zhang> Two springs | 弹簧两只
        ... until Fri 09:31
        Zhang< On track? | 能按时完成吗
        Zhang> [Need help]
        Zhang> The springs come on Tuesday | 弹簧下周二才到
        Zhang> [Skip]
        Liu< The springs come on Tuesday | 弹簧下周二才到
        Liu> [Extend]
        Liu> 3
        Liu> We wait for springs. | 还在等弹簧。
        Ann< May we have until Thu 3 Dec, 18:00 | 能否请您宽限到12月3日
        """
    )


@pytest.mark.rule("FLT-22")
async def test_no_job_is_finished_without_its_report(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [Finished]
        Zhang> A loose screw | 螺丝松了
        Zhang> Tightened it | 拧紧了
        Zhang> half an hour | 半小时
        Zhang> one screw | 一颗螺丝
        Zhang> (photo done1)
        Zhang> (photo done2)
        Zhang> [Done]
        Ann! Is everything in order? | 请您验收
        Zhang> [Send]
        Ann< Zhang has finished F-261123-0001: Tightened it | 处理情况：拧紧了
        Ann< (photo done1) (photo done2)
        """
    )
    facts = (await desk.ticket("F-261123-0001")).facts
    assert (facts["work_minutes"], facts["done_photos"]) == (30, [*map(desk.network.media, ("done1", "done2"))])


async def test_the_report_that_was_begun_can_be_left_for_a_look_at_the_jobs(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [Finished]
        Zhang> 6
        Zhang> jobs | 任务
        Zhang< F-261123-0001
        Zhang< What was done?
        Zhang> 5
        Zhang< How many minutes did it take?
        """
    )
