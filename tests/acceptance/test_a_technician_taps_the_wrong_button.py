from __future__ import annotations

from tests.acceptance.scripts import ACCEPTED, FINISHED, ON_SITE, REPORTED
from tests.acceptance.world import World


async def test_a_wrong_tap_is_taken_back_and_the_customer_knows(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        Zhang> [On my way]
        Zhang> [Skip]
        Zhang> [Undo]
        Ann< not on the way yet | 还没有出发
        """
        + ON_SITE
        + """
        Zhang> [Undo]
        Zhang> [Arrived]
        """
        + FINISHED
    )
    assert (await desk.ticket("F-261123-0001")).state == "finished"
