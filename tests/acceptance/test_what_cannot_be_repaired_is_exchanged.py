"""One tap on site asks the customer for a day and the store for a new one; the fault is done when it is signed for."""

from __future__ import annotations

import pytest

from tests.acceptance.deliveries import with_van
from tests.acceptance.scripts import ACCEPTED, ON_SITE, REPORTED
from tests.acceptance.shipments import with_senders
from tests.acceptance.world import World

TO_EXCHANGE = (
    REPORTED
    + ACCEPTED
    + ON_SITE
    + """
    Zhang> [Has to be exchanged]
    Zhang> The frame is broken | 框架断了
    Zhang> [Skip]
    Liu< has to be exchanged. The frame is broken | 需要换新。框架断了
    Gu< To be exchanged: NOVA sofa | 需换新：NOVA sofa
    Ann< When may we bring the new one? Ticket S-261123-0001 | 什么时候方便送货？单号 S-261123-0001
"""
)


BROUGHT = """
    Ann> [Other time] S-261123-0001
    Ann> [Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30]
    Sun> [Goods checked] S-261123-0001
    Sun> [Skip]
    ... until Tue 08:45
    Sun> [On my way] S-261123-0001
    Sun> [Skip]
    ... until Tue 09:10
    Sun> [Arrived] S-261123-0001
    Sun> [Unpacked and inspected]
    Sun> [Yes, it goes with us]
    Sun> [Skip]
    Sun> [Skip]
    Ann> [Sign for the goods]
    Ann> 1
    Ann> [Skip]
"""


@pytest.mark.rule("FLT-26")
async def test_the_customer_chooses_a_day_and_gets_a_new_one(desk: World) -> None:
    world = await with_van(await with_senders(desk))
    await world.play(
        TO_EXCHANGE
        + BROUGHT
        + """
        Ann< was exchanged. Is everything in order? | 已换新，一切正常吗？
        Ann> [All in order] F-261123-0001
        """
    )
    assert (await world.ticket("F-261123-0001")).state == "closed"


@pytest.mark.rule("FLT-26")
async def test_what_the_office_has_settled_already_does_not_hold_up_the_signature(desk: World) -> None:
    world = await with_van(await with_senders(desk))
    await world.play(
        TO_EXCHANGE
        + """
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        Liu> [It is exchanged]
        Ann> [All in order] F-261123-0001
        """
        + BROUGHT
        + "Ann< your receipt for S-261123-0001 | S-261123-0001 的签收凭证"
    )
