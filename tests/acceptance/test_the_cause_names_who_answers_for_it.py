"""What the technician found out is told to the department whose business it is, within the policy's time."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import VISITED
from tests.acceptance.world import World


@pytest.mark.rule("FLT-10")
@pytest.mark.rule("FLT-12")
async def test_the_supervisor_hears_which_department_it_is_and_says_that_it_knows(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Liu< the cause is Workmanship in the factory, for which Production answers | 原因为生产工艺，责任部门是生产部
        Liu> [Passed on]
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        Liu< Answers for the cause: Production | 责任部门：生产部
        Liu! [Passed on]
        ... 2 days
        Liu!! has not been told | 内转告生产部
        Ann!! Production | 生产部
        """
    )


@pytest.mark.rule("FLT-10")
async def test_when_nobody_passes_it_on_it_becomes_an_alert_though_the_ticket_is_closed(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Ann> [All in order]
        ... until Tue 14:04
        Liu! has not been told | 内转告生产部
        ... 2 minutes
        Liu< Production has not been told of the cause | 内转告生产部
        Liu< [Passed on]
        """
    )


@pytest.mark.rule("FLT-12")
async def test_where_no_fault_is_found_nobody_answers_for_it(desk: World) -> None:
    sound = VISITED.replace("Workmanship in the factory | 生产工艺", "No fault found | 未发现故障")
    await desk.play(sound + "Liu!! Please tell them | 请转告该部门")
