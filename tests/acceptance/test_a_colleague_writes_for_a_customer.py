"""A colleague who writes down somebody else's name and number is not offered his own."""

from __future__ import annotations

from tests.acceptance.orders import with_store
from tests.acceptance.shipments import with_senders
from tests.acceptance.world import World

MEIS_PHONE = "+8613711112222"


async def test_a_clerk_who_sends_goods_is_not_taken_for_the_receiver(desk: World) -> None:
    world = await with_senders(desk)
    await world.change("Mei", phone=MEIS_PHONE)
    await world.play(
        """
        Mei> ship | 发货
        Mei> S-202611-201
        Mei< Who receives the goods? | 谁收货？
        Mei! [Mei]
        Mei> Ann Lee | 李雷
        Mei< Which number does the carrier call? | 承运人联系哪个电话？
        Mei! [137 1111 2222]
        Mei! Send my phone number
        Mei> skip | 跳过
        Mei! Send where I am
        """
    )


async def test_a_clerk_who_hands_in_a_contract_is_not_taken_for_the_customer(desk: World) -> None:
    world = await with_store(desk)
    await world.change("Mei", phone=MEIS_PHONE)
    await world.play(
        """
        Mei> contract | 合同
        Mei> HT-1123
        Mei> Ann Lee | 李雷
        Mei< Which phone number can the customer be reached on? | 客户的联系电话是多少？
        Mei! [137 1111 2222]
        Mei! Send my phone number
        """
    )
