"""What was repaired breaks again: within the policy's days the same job goes on, then it is a new one (FLT-17)."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import FINISHED, VISITED
from tests.acceptance.world import World

CLOSED = (
    VISITED
    + """
    Ann> [All in order]
    Ann< Should the fault come back within 7 days, tell us here | 7天内如果故障再出现
"""
)


@pytest.mark.rule("FLT-17")
async def test_the_same_job_goes_on_as_rework_and_is_rated_again(desk: World) -> None:
    await desk.play(
        CLOSED
        + """
        ... until Fri 15:00
        Ann> [The fault is back]
        Ann< What is not right? | 哪里
        Ann> The seat sags again | 坐垫又塌了
        Ann> (photo again)
        Ann> [Done]
        Liu< F-261123-0001: the fault is back: The seat sags again | 故障又出现了：坐垫又塌了
        Liu< (photo again)
        Zhang< The seat sags again | 坐垫又塌了
        Ann< choose a new time | 重新选择上门时间
        Ann> [Other time]
        Ann> [Mon 30 Nov, 14:00–16:00 | 11月30日 周一 14:00–16:00]
        Zhang< New time for F-261123-0001 | 工单 F-261123-0001 改约
        ... until Mon 14:01
        Zhang> [Arrived]
        """
        + FINISHED
        + """
        Ann> [All in order]
        ... 1 hour
        Ann< How was our service | 满意吗
        """
    )
    ticket = await desk.ticket("F-261123-0001")
    assert (ticket.state, ticket.facts["rework"]) == ("closed", 1)


@pytest.mark.rule("FLT-17")
async def test_it_is_enough_to_say_so(desk: World) -> None:
    await desk.play(
        CLOSED
        + """
        ... 1 day
        Ann> broken again | 又坏了
        Ann< F-261123-0001
        Ann< What is not right? | 哪里
        Ann> It sags | 塌了
        Ann> [Skip]
        Liu< the fault is back: It sags | 故障又出现了：塌了
        """
    )
    assert (await desk.ticket("F-261123-0001")).state == "to_reschedule"


@pytest.mark.rule("FLT-17")
@pytest.mark.rule("FLT-21")
async def test_after_the_policys_days_it_is_a_new_report(desk: World) -> None:
    await desk.play(
        CLOSED
        + """
        ... 8 days
        Ann> [The fault is back]
        Ann< too long ago to go on with it. Please report it as a new fault | 请重新报修
        Ann> broken again | 又坏了
        Ann< Which product is it? | 请问是哪件产品
        """
    )
    assert (await desk.ticket("F-261123-0001")).state == "closed"


@pytest.mark.rule("FLT-17")
async def test_with_two_repairs_the_customer_says_which(desk: World) -> None:
    await desk.play(CLOSED)
    second = (
        VISITED.replace("F-261123-0001", "F-261124-0001").replace("23 Nov", "24 Nov").replace("11月23日", "11月24日")
    )
    second = second.replace("Mon ", "Tue ").replace("周一", "周二").replace("sofa seat is sagging", "bed creaks")
    second = second.replace("沙发坐垫塌陷了", "的床吱嘎响")
    contact = second[second.index("    Ann> Ann Lee") : second.index("    Ann> [Tue")]
    await desk.play(
        "... until Tue 09:00"
        + second.replace(contact, "")
        + """
        Ann> [All in order]
        Ann> broken again | 又坏了
        Ann< F-261123-0001
        Ann< F-261124-0001
        """
    )
