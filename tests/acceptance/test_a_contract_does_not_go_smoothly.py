"""What is not clear, not there, not ordered, not agreed or not wanted any more."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.acceptance.orders import (
    AGREED,
    HANDED_IN,
    IN_STORE,
    MISSING,
    with_store,
)
from tests.acceptance.world import World

ASKED = "Ann> Where is my sofa? | 我的沙发到哪了？"


async def test_a_delivery_that_is_called_off_is_agreed_again(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + IN_STORE
        + AGREED
        + """
        Ann> [Cancel the delivery]
        Ann> [Yes, cancel it]
        Ann> [Skip]
        Mei< Please agree a new date | 请重新约时间
        Mei> [Agree the delivery date]
        Mei< Delivery is free, as the goods are bulky.
        Mei< Mon 30 Nov, 09:00–10:30 | 11月30日 周一 09:00–10:30
        """
    )


@pytest.mark.rule("ORD-02")
async def test_what_is_not_clear_comes_back_to_the_clerk(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + """
        Gu> [Not clear]
        Gu> Which colour of the table? | 茶几什么颜色？
        Mei< comes back to you: Which colour | 退回给您：茶几什么颜色
        Mei> [Correct the contract]
        Mei> [Wishes]
        Mei> The table in black | 茶几要黑色
        Mei> [Hand in again]
        Gu< The table in black | 茶几要黑色
        Gu> [Look up in the store]
        Gu> [Nothing is missing]
        Mei< everything is together | 货已备齐
        """
    )


@pytest.mark.rule("ORD-02")
async def test_lines_that_are_not_complete_are_named(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        """
        Mei> contract | 合同
        Mei> HT-1
        Mei> Ann Lee | 李雷
        Mei> 138 0013 8000
        Mei> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
        Mei> [Today]
        Mei> [Skip]
        Mei> sofa, NOVA-3, 1, 3999; table, R-1, many, 899; lamp | 沙发，NOVA-3，1，3999；桌子，R-1，好多，899；台灯
        Mei< Line 2, “table, R-1, many, 899”: the quantity is | 第 2 行“桌子，R-1，好多，899”：数量是
        Mei< Line 3, “lamp”: four things are needed | 第 3 行“台灯”：需要四项
        Mei> sofa, NOVA-3, 1, 3999 | 沙发，NOVA-3，1，3999
        Mei< wishes? | 特殊要求
        """
    )


@pytest.mark.rule("ORD-04")
async def test_a_factory_order_that_is_forgotten_is_reminded_and_reported(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + MISSING
        + """
        ... until Mon 16:00
        Gu< please order today: ROCK table | 请今天向工厂下单：茶几
        ... until Tue 18:30
        Liu< is not ordered from the factory | 没有向工厂下单
        """
    )


@pytest.mark.rule("ORD-05")
async def test_a_clerk_who_agrees_no_date_is_reminded(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + IN_STORE
        + """
        ... 25 hours
        Mei< no date yet. Please call Ann Lee | 还没约送货时间。请致电李雷
        """
    )


async def test_nothing_can_be_booked_before_it_is_there(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + MISSING
        + """
        Ann> delivery | 送货
        Ann! HT-1123
        Ann> HT-1123
        Ann< There is nothing to deliver under that number | 这个号码下没有待送的货
        """
    )


async def test_a_contract_that_is_cancelled_is_not_delivered(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + IN_STORE
        + """
        Mei> ticket O-261123-0001 | 工单 O-261123-0001
        Mei> [Cancel the contract]
        Mei> Bought elsewhere | 客户不要了
        Ann< was cancelled: Bought elsewhere | 已取消：客户不要了
        Ann> delivery | 送货
        Ann> HT-1123
        Ann< There is nothing to deliver under that number | 这个号码下没有待送的货
        """
    )


async def test_the_same_contract_cannot_be_handed_in_twice(desk: World) -> None:
    world = await with_store(desk)
    await world.play(HANDED_IN)
    again = HANDED_IN[: HANDED_IN.index("Mei< Contract HT-1123")]
    await world.play(again + "Mei< Contract HT-1123 is known already. | 合同 HT-1123 已经录入过。")


@pytest.mark.rule("ORD-02")
async def test_other_goods_in_the_contract_are_other_goods_in_the_records(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + """
        Gu> [Not clear]
        Gu> Which sofa? | 哪款沙发？
        Mei> [Correct the contract]
        Mei> [Goods]
        Mei> LUNA sofa, LUNA-9, 1, 4999 | 真皮沙发，LUNA-9，1，4999
        Mei> [Hand in again]
        Gu< LUNA-9
        """
    )
    sales = await world.do(lambda unit: unit.sales.of_order("HT-1123"))
    assert [(sale.model, sale.price) for sale in sales] == [("LUNA-9", Decimal(4999))]
