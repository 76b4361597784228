"""After the acceptance the supervisor sees how it went, and judges time and quality (FLT-23)."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import ACCEPTED, FINISHED, ON_SITE, REPORTED, VISITED
from tests.acceptance.world import World


@pytest.mark.rule("FLT-23")
async def test_what_is_judged_is_kept_with_the_ticket(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Ann> [All in order]
        Liu< is done: within the promised time, arrived as agreed | 在承诺时限内完成、按约到达
        Liu< 45 minutes of work, put off 0 times, redone 0 times | 工时 45 分钟，推迟 0 次，返工 0 次
        Liu> [Judge the repair]
        Liu> [good]
        Liu> [fair]
        Liu> The seam shows | 缝线有点露
        Liu< Noted in the file of F-261123-0001 | 已记入工单 F-261123-0001
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        Liu< time: good, quality: fair, The seam shows | 时效：好、质量：一般、缝线有点露
        Liu! [Judge the repair]
        Ann!! The seam shows | 缝线有点露
        """
    )


@pytest.mark.rule("FLT-23")
async def test_what_was_judged_is_summed_up_for_each_technician(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Ann> [All in order]
        Liu> [Judge the repair]
        Liu> [good]
        Liu> [fair]
        Liu> [Skip]
        Liu> repair report 2026-11 | 维修统计 2026-11
        Liu< Repairs from 2026-11-01 to 2026-11-30, finished: 1 | 2026-11-01 至 2026-11-30 维修完工：1
        Liu< Zhang: 1 finished, rated – of 3, redone 0; judged: time good 1; quality fair 1 | 张师傅：完工 1 单
        Liu> repair report some day | 维修统计 某天
        Liu< For example: repair report 2026-11 | 例如：维修统计 2026-11
        Chen> repair report 2026-11 | 维修统计 2026-11
        Chen! finished: 1 | 完工：1
        """
    )


@pytest.mark.rule("FLT-23")
async def test_who_was_late_and_had_to_come_again_is_seen_to_have_been(desk: World) -> None:
    again = """
        Ann> [Not in order]
        Ann> It still sags | 还是塌
        Ann> [Skip]
        Ann> [Other time]
        Ann> [Tue 24 Nov, 14:00–16:00 | 11月24日 周二 14:00–16:00]
        ... until Tue 14:01
        Zhang> [Arrived]
    """
    late = ON_SITE.replace("until Mon 14:05", "until Mon 16:20")
    await desk.play(
        REPORTED
        + ACCEPTED
        + late
        + FINISHED
        + again
        + FINISHED
        + """
        Ann> [All in order]
        Liu< within the promised time, arrived late | 在承诺时限内完成、未按约到达
        Liu< put off 0 times, redone 1 times | 推迟 0 次，返工 1 次
        """
    )


@pytest.mark.rule("FLT-23")
async def test_nobody_else_judges(desk: World) -> None:
    await desk.play(VISITED + "Ann> [All in order]")
    ref = (await desk.ticket("F-261123-0001")).ref
    for who in ("Zhang", "Chen", "Ann"):
        await desk.play(f"{who}> (press m:{ref}:judge)\n{who}< That is for somebody else to do.")
