"""Before sold goods are sent: finance has the money, logistics and store have the order."""

from __future__ import annotations

import pytest

from core.tickets import Role
from tests.acceptance.shipments import PAID, REQUESTED, with_senders
from tests.acceptance.world import World


@pytest.mark.rule("ORD-07")
async def test_nothing_leaves_before_it_is_paid(desk: World) -> None:
    world = await with_senders(desk)
    await world.play(
        REQUESTED
        + """
        Chen!! for logistics | 物流联
        Qian> [Not paid yet]
        Mei< has not arrived. Please ask | 未到账，请联系
        ... until Tue 09:31
        Liu< nobody has said within 1 working day whether order S-202611-201 | 仍未确认订单 S-202611-201
        """
    )
    assert (await world.ticket("W-261123-0001")).state == "requested"


@pytest.mark.rule("ORD-07")
async def test_without_finance_the_supervisor_says_whether_it_is_paid(desk: World) -> None:
    world = await with_senders(desk)
    await world.change("Qian", roles=frozenset({Role.CUSTOMER}))
    await world.play(
        REQUESTED
        + """
        Chen!! Has the payment arrived? | 货款到账了吗？
        Liu< Has the payment arrived? | 货款到账了吗？
        Liu> [Payment received]
        Gu< for the store: NOVA sofa | （仓库联）：NOVA sofa
        """
    )


@pytest.mark.rule("ORD-08")
async def test_the_goods_wait_until_both_have_the_order(desk: World) -> None:
    world = await with_senders(desk)
    await world.play(
        REQUESTED
        + PAID
        + """
        Chen> [Logistics has the order]
        Gu!! [Shipped]
        ... until Tue 09:31
        Liu< the store has not acknowledged | 仓库仍未接收
        Gu> [Store has the order]
        Gu< [Shipped]
        """
    )


async def test_who_comes_into_the_chat_later_gets_what_was_sent_to_his_number(desk: World) -> None:
    world = await with_senders(desk)
    await world.change("Ann", phone="", phone_is_own=False)
    await world.play(REQUESTED.replace("    Ann< ", "    Ann!! ") + PAID.replace("    Ann< ", "    Ann!! "))
    await world.play(
        """
        Ann> (contact +8613800138000)
        Ann> Where is my sofa? | 我的沙发到哪了？
        Ann< W-261123-0001
        """
    )
