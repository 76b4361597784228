"""A contract is handed in, the store looks, the factory delivers, a date is agreed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.desk import Desk
from core.tickets import Role
from tests.acceptance.deliveries import CHECKED, THE_DAY, UNPACKED
from tests.acceptance.orders import (
    AGREED,
    AGREED_FOR_TUESDAY,
    HANDED_IN,
    IN_STORE,
    MISSING,
    ORDERED,
    TOGETHER,
    with_store,
)
from tests.acceptance.shop import ANNS_PHONE
from tests.acceptance.world import World

ASKED = "Ann> Where is my sofa? | 我的沙发到哪了？"


@pytest.mark.rule("ORD-02")
@pytest.mark.rule("ORD-03")
@pytest.mark.rule("ORD-04")
@pytest.mark.rule("ORD-05")
@pytest.mark.rule("ORD-06")
async def test_from_the_contract_to_the_agreed_date(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + MISSING
        + ORDERED
        + f"""
        {ASKED}
        Ann< waiting for goods from the factory | 等待工厂到货
        Ann< Fri 27 Nov | 11月27日 周五
        """
        + "... until Fri 10:00"
        + TOGETHER
        + AGREED
        + f"""
        Chen< NOVA-3 ×1;
        {ASKED}
        Ann< delivery agreed | 已约好送货
        Ann! being delivered | 送货中
        """
    )


async def test_what_is_in_the_store_is_agreed_at_once_and_the_customer_may_choose(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + IN_STORE
        + f"""
        {ASKED}
        Ann< everything together | 货已备齐
        Ann> [Choose the delivery date]
        Ann< Delivery is free, as the goods are bulky.
        Ann> 1
        Ann> [Ground floor]
        Ann> [No]
        Ann> [Skip]
        Ann> [Send]
        Ann< Your delivery is S- | 单号 S-
        Mei< has chosen the date himself | 自己选好了送货时间
        """
    )


@pytest.mark.rule("FLT-29")
async def test_the_sale_is_complete_when_everything_is_signed_for(desk: World) -> None:
    world = await with_store(desk)
    await world.play(HANDED_IN + IN_STORE + AGREED_FOR_TUESDAY + CHECKED + THE_DAY)
    assert (await world.ticket("O-261123-0001")).state == "agreed"
    await world.play(
        UNPACKED
        + """
        Ann> [Sign for the goods]
        Ann> Ann Lee | 李雷
        Ann> [Skip]
        Mei< the sale is complete | 这笔销售已完结
        """
    )
    assert (await world.ticket("O-261123-0001")).state == "closed"


@pytest.mark.rule("FLT-29")
async def test_what_was_promised_and_is_not_done_is_listed_every_week(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + IN_STORE
        + """
        Mei> [Agree the delivery date]
        Mei> [Skip]
        Mei> [Upper floor with a lift]
        Mei> [No]
        Mei> [Skip]
        Mei> [Send]
        ... 6 days
        Mei! not complete yet | 尚未完结
        ... 2 days
        Mei< not complete yet | 尚未完结
        Mei< S-261123-0001
        """
    )


@pytest.mark.rule("FLT-29")
async def test_a_training_that_was_promised_keeps_the_sale_open(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + """
        Mei> ticket O-261123-0001 | 工单 O-261123-0001
        Mei> [Ask a department]
        Mei> [Logistics (transport) | 物流部（运输）]
        Mei> [Wang: technician | 王师傅：师傅]
        Mei> Show how to care for the leather | 讲解皮革保养
        Mei> [Skip]
        Mei> [Send]
        """
        + IN_STORE
        + AGREED_FOR_TUESDAY
        + CHECKED
        + THE_DAY
        + UNPACKED
        + """
        Ann> [Sign for the goods]
        Ann> Ann Lee | 李雷
        Ann> [Skip]
        Mei! the sale is complete | 这笔销售已完结
        ... 8 days
        Mei< K-261123-0001: with the department. Show how to care | 讲解皮革保养
        Ann!! Show how to care | 讲解皮革保养
        Wang> [Answer] K-261123-0001
        Wang> Done at her home | 已上门讲解
        Mei> [That is enough] K-261123-0001
        Mei< the sale is complete | 这笔销售已完结
        """
    )
    assert (await world.ticket("O-261123-0001")).state == "closed"


async def test_whoever_shows_later_that_the_number_is_his_finds_his_order(desk: World) -> None:
    world = await with_store(desk)
    await world.change("Ann", phone="", phone_is_own=False)
    await world.play(HANDED_IN.replace("Ann< ", "Ann! ") + IN_STORE.replace("Ann< ", "Ann! "))
    customer = await world.person("Ann")
    own = replace(customer, phone=ANNS_PHONE, phone_is_own=True)
    await world.do(lambda unit: Desk(unit, world.shop, world.at).know(own))
    await world.play(
        f"""
        {ASKED}
        Ann< everything together | 货已备齐
        Ann> [Choose the delivery date]
        Ann< Delivery is free, as the goods are bulky.
        """
    )


async def test_a_shop_of_three_does_it_without_clerk_and_keeper(desk: World) -> None:
    world = await with_store(desk)
    for name in ("Mei", "Gu"):
        await world.change(name, roles=frozenset({Role.CUSTOMER}))
    alone = HANDED_IN.replace("Mei", "Liu").replace("Gu<", "Chen<")
    await world.play(
        alone
        + """
        Chen> [Look up in the store]
        Chen> [Nothing is missing]
        Liu< everything is together | 货已备齐
        Liu> [Agree the delivery date]
        Liu< Delivery is free, as the goods are bulky.
        """
    )


@pytest.mark.rule("ORD-05")
async def test_the_clerk_lets_the_customer_choose_in_his_own_chat(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + IN_STORE
        + """
        Mei< [Agree the delivery date] [The customer chooses] | [约送货时间] [请客户自己选]
        Mei> [The customer chooses]
        Ann< When may we bring it? | 什么时候方便送货？
        Ann> [Choose the delivery date]
        Ann> [Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30]
        Ann> [Ground floor]
        Ann> [No]
        Ann> [Skip]
        Ann> [Send]
        Mei< Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30
        """
    )


async def test_the_clerk_hears_who_is_in_a_hurry_and_who_asks_for_a_person(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + """
        Ann> hurry | 催单
        Mei< asks to hurry | 催办
        Ann> human | 人工
        Ann< O-261123-0001
        Liu< wants to speak to a person | 要求转人工
        """
    )


@pytest.mark.rule("ORD-01")
async def test_a_photo_of_the_contract_begins_the_form(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        """
        Mei> (photo paper)
        Mei< I have kept the photo. | 照片已收到
        Mei< What is the number of the contract? | 合同编号是多少？
        Mei> HT-7
        Mei> Ann Lee | 李雷
        Mei> 138 0013 8000
        Mei> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
        Mei> [Yesterday]
        Mei> [Skip]
        Mei> NOVA sofa, NOVA-3, 1, 3999 | 布艺沙发，NOVA-3，1，3999
        Mei> [Skip]
        Mei< Photos so far: 1. | 已收到 1 张照片
        Mei> [Done]
        Mei> [Send]
        Gu> ticket O-261123-0001 | 工单 O-261123-0001
        Gu< (photo paper)
        """
    )
