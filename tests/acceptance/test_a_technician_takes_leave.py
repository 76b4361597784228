from __future__ import annotations

import pytest

from tests.acceptance.scripts import ACCEPTED, REPORTED
from tests.acceptance.world import World

LEAVE = """
    Zhang> leave | 请假
    Zhang> [Mon 23 Nov | 11月23日 周一]
    Zhang> [Tue 24 Nov | 11月24日 周二]
    Zhang> [Send]
"""


@pytest.mark.rule("DSP-08")
async def test_who_is_away_is_not_offered_a_visit(desk: World) -> None:
    await desk.play(
        LEAVE
        + """
        Zhang< Noted. Nothing is offered to you then.
        Chen< Zhang | 张师傅
        """
        + REPORTED
        + """
        Chen< [Wang]
        Chen! [Zhang]
        Chen< is away
        """
    )


async def test_a_visit_that_falls_into_the_leave_is_shown_to_the_dispatcher(desk: World) -> None:
    await desk.play(REPORTED + ACCEPTED + LEAVE + "Zhang< F-261123-0001\nChen< F-261123-0001")
