"""By a number that the network vouches for, or by order and phone number together; a typed number proves nothing."""

from __future__ import annotations

import pytest

from tests.acceptance.deliveries import with_van
from tests.acceptance.scripts import WHO_AND_WHERE
from tests.acceptance.shop import sold
from tests.acceptance.world import World


@pytest.mark.rule("FLT-01")
async def test_by_the_phone_number_that_the_network_gives_as_his(desk: World) -> None:
    await desk.play(
        f"""
        Ann> repair | 报修
        Ann> (contact +8613800138000)
        Ann< [NOVA sofa] [OAK wardrobe]
        Ann> 2
        Ann> The door hangs crooked | 门歪了
        Ann> [Skip]
        Ann> [Skip]
        Ann> [It can wait for the visit]
        {WHO_AND_WHERE}
        Ann< F-261123-0001
        """
    )
    assert (await desk.ticket("F-261123-0001")).facts["product"] == "OAK wardrobe OAK-5"


async def test_a_number_that_anybody_can_type_shows_nothing_of_what_was_bought(desk: World) -> None:
    await desk.play(
        f"""
        Eve> repair | 报修
        Eve> 138-0013-8000
        Eve< A typed phone number may be anybody's | 仅凭手输的手机号不能查看购买记录
        Eve> my sofa | 沙发
        Eve> [The seat has sunk in | 坐垫塌陷、不回弹]
        Eve> [No, not solved]
        Eve> [Skip]
        Eve> [Skip]
        Eve> [It can wait for the visit]
        {WHO_AND_WHERE.replace("Ann>", "Eve>")}
        Eve< By our records it is under warranty (2 years from | 按我们的记录，产品在保修期内
        Chen< Bought: NOVA sofa NOVA-3 | 购买记录：NOVA sofa NOVA-3
        Eve> status | 状态
        Eve> repair | 报修
        Eve!! NOVA
        Eve!! OAK
        Eve!! 2028
        Eve> cancel | 取消
        Eve> return | 退货
        Eve< What would you like to return? | 您想退换哪件商品
        Eve!! NOVA
        Eve!! OAK
        """
    )


async def test_an_order_number_with_its_phone_number_is_proof_from_then_on(desk: World) -> None:
    await desk.play(
        f"""
        Ann> repair | 报修
        Ann> S-202609-118
        Ann> [NOVA sofa]
        Ann> 1
        Ann> [No, not solved]
        Ann> [Skip]
        Ann> [Skip]
        Ann> [It can wait for the visit]
        {WHO_AND_WHERE}
        Ann> repair | 报修
        Ann< [OAK wardrobe OAK-5 (2023-05-13)]
        """
    )


async def test_an_order_number_with_another_phone_number_proves_nothing(desk: World) -> None:
    await desk.play(
        f"""
        Eve> repair | 报修
        Eve> S-202609-118
        Eve> [NOVA sofa]
        Eve> 1
        Eve> [No, not solved]
        Eve> [Skip]
        Eve> [Skip]
        Eve> [It can wait for the visit]
        {WHO_AND_WHERE.replace("Ann>", "Eve>").replace("138 0013", "139 0013")}
        Eve> repair | 报修
        Eve!! OAK
        Eve!! 138
        """
    )


KNOWN = """
    Ann> repair | 报修
    Ann> (contact +8613800138000)
    Ann> cancel | 取消
    Ann> The sofa leg is broken | 沙发脚断了
"""


async def test_what_has_yet_to_be_delivered_is_not_what_is_broken(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        KNOWN
        + """
        Ann< NOVA sofa NOVA-3
        Ann< Please send photos | 请拍几张
        """
    )


async def test_who_has_two_of_a_kind_is_asked_which_one_it_is(desk: World) -> None:
    await desk.do(lambda unit: unit.sales.add([sold("S-202610-007", "LUNA sofa", "sofa", "LUNA-2", 30)]))
    await desk.play(
        KNOWN
        + """
        Ann< Which product is it? | 哪件产品
        Ann> [LUNA sofa LUNA-2 (2026-10-24)]
        Ann< Please send photos | 请拍几张
        """
    )
