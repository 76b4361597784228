"""The shop makes visits from Monday to Friday; on another day only if a supervisor agrees (FLT-25)."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import ACCEPTED, REPORTED
from tests.acceptance.world import World

ASKED = """
    Chen> [Another day than usual] F-261123-0001
    Chen> [Sat 28 Nov, 10:30–12:00 | 11月28日 周六 10:30–12:00]
    Chen> At home at weekends only | 客户只有周末在家
    Chen< The supervisor is asked. Nothing changes until then.
    Liu< F-261123-0001: Sat 28 Nov, 10:30–12:00 | F-261123-0001 非工作日上门：11月28日 周六 10:30–12:00
    Liu< At home at weekends only | 客户只有周末在家
"""


@pytest.mark.rule("FLT-25")
async def test_the_supervisor_agrees_and_somebody_is_looked_for(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + "Chen> ticket F-261123-0001 | 工单 F-261123-0001"
        + ASKED
        + """
        Liu> [Agree to that day]
        Ann< Sat 28 Nov, 10:30–12:00 is noted | 11月28日 周六 10:30–12:00
        Zhang< no longer yours | 不再由您负责
        Chen< F-261123-0001: who goes? | F-261123-0001
        Chen> [Wang] F-261123-0001
        Wang> [Accept]
        Ann< Wang (badge 012) will come Sat 28 Nov | 王师傅（工号 012）
        """
    )


@pytest.mark.rule("FLT-25")
async def test_without_it_everything_stays_as_it_is(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + "Chen> ticket F-261123-0001 | 工单 F-261123-0001"
        + ASKED
        + """
        Liu> [Not on that day]
        Chen< does not agree to another day | 未批准工单 F-261123-0001 非工作日上门
        Zhang!! no longer yours | 不再由您负责
        Ann!! Sat 28 Nov | 周六
        """
    )
    ref = (await desk.ticket("F-261123-0001")).ref
    await desk.play(f"Chen> (press m:{ref}:approve_special)\nChen< That is for somebody else to do.")
    assert (await desk.ticket("F-261123-0001")).state == "scheduled"
