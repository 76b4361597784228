"""What the clerks and the store keeper have to know on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.tickets import Role
from tests.acceptance.orders import HANDED_IN, IN_STORE, MISSING, ORDERED, with_store
from tests.acceptance.quotes import UNPAID
from tests.acceptance.scripts import REPORTED
from tests.acceptance.shop import SOLD, away, sold
from tests.acceptance.world import World


@pytest.mark.rule("ORD-01")
async def test_who_has_handed_in_nothing_by_five_is_asked_once(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        """
        ... until Mon 16:55
        Mei! No contract of yours | 还没收到您的合同
        ... until Mon 17:01
        Mei< No contract of yours has come in today. | 今天还没收到您的合同。
        Gu< Contracts handed in today: 0. Nothing from: Mei. | 今天录入合同 0 份。还没有交的：小梅。
        Mei> [Nothing sold today]
        Mei< Nothing from you today | 今天没有合同
        ... until Mon 17:30
        Mei! No contract of yours | 还没收到您的合同
        """
    )


@pytest.mark.rule("ORD-01")
async def test_who_has_handed_in_one_is_not_asked(desk: World) -> None:
    world = await with_store(desk)
    await world.play(HANDED_IN + "... until Mon 17:01")
    await world.play("Mei!! No contract of yours | 还没收到您的合同")


@pytest.mark.rule("ORD-01")
async def test_who_has_said_that_nothing_was_sold_is_not_asked_that_day(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        """
        Mei> nothing sold | 今天没有合同
        Mei< Nothing from you today | 今天没有合同
        ... until Mon 17:01
        """
    )
    for name in ("Mei", "Gu"):
        await world.play(f"{name}!! No contract of yours | 还没收到您的合同")
        await world.play(f"{name}!! Nothing from: | 还没有交的：")
    await world.play("... until Tue 17:01")
    await world.play("Mei< No contract of yours has come in today. | 今天还没收到您的合同。")


async def test_what_waits_for_a_clerk_is_what_only_he_moves_on(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + """
        Mei> status | 待办
        Mei< Nothing waits for you. | 没有需要您处理的事项。
        Gu> status | 待办
        Gu< O-261123-0001
        Ann> human | 人工
        Mei> status | 待办
        Mei< O-261123-0001
        Mei> [O-261123-0001]
        Mei> [Write to the customer]
        Mei> It is on its way | 正在为您查
        Mei> status | 待办
        Mei< Nothing waits for you. | 没有需要您处理的事项。
        """
        + IN_STORE
        + """
        Mei> status | 待办
        Mei< O-261123-0001
        """
    )
    await world.change("Zhou", roles=frozenset({Role.SALES_CLERK}))
    await world.play(
        """
        Zhou> status | 待办
        Zhou< Nothing waits for you. | 没有需要您处理的事项。
        """
    )


@pytest.mark.rule("ORD-01")
async def test_nobody_is_asked_on_a_day_off(desk: World) -> None:
    world = await with_store(desk)
    world.at += timedelta(days=5)  # Saturday
    await world.play("... until Sat 17:01")
    await world.play("Mei!! No contract of yours | 还没收到您的合同")


async def test_who_is_on_leave_is_not_asked(desk: World) -> None:
    world = await with_store(desk)
    await away(world, "Mei", "until Mon 12:00", "until Tue 09:00")
    await world.play("... until Mon 17:01")
    await world.play("Mei!! No contract of yours | 还没收到您的合同")


async def test_the_lists_of_the_day(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        """
        Mei> today | 今天
        Mei< No contract was handed in today. | 今天还没有合同。
        Gu> today | 今天
        Gu< Nothing yet from: Mei | 还没有交的：小梅
        Gu> waiting | 待货
        Gu< No contract waits for goods. | 没有等货的合同。
        Mei> unagreed | 待约
        Mei< Every contract that is together | 货齐的合同都约好送货了
        """
        + HANDED_IN
        + """
        Mei> today | 今天
        Mei< O-261123-0001
        Gu> today | 今天
        Gu< O-261123-0001
        Gu! Nothing yet from | 还没有交的
        """
        + MISSING
        + """
        Gu> waiting | 待货
        Gu< not ordered yet | 还没下单
        """
        + ORDERED
        + """
        Chen> waiting | 待货
        Chen< ROCK-120 ×2
        Chen< Fri 27 Nov | 11月27日 周五
        Gu> [Goods have come]
        Gu> 1
        Mei> unagreed | 待约
        Mei< +8613800138000
        Mei> [O-261123-0001]
        Mei< NOVA-3 ×1, CN¥3,999.00: in the store | NOVA-3 ×1，¥3,999.00：有货
        Mei< Sold by Mei | 导购 小梅
        Mei! Fri 27 Nov | 11月27日 周五
        """
    )


async def test_goods_that_come_later_than_promised_are_told(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + MISSING
        + ORDERED
        + """
        ... until Fri 18:01
        Gu< Has it come? | 到了吗？
        Gu> [Another day]
        Gu> 2026-12-04
        Ann< will only be here on Fri 4 Dec | 要到12月4日 周五才能到货
        Mei< Fri 4 Dec | 12月4日 周五
        ... until Mon 18:01
        Liu!! nobody has said what became of it | 至今没有人答复
        """
    )


@pytest.mark.rule("FLT-06")
async def test_who_sold_it_hears_of_the_fault(desk: World) -> None:
    world = await with_store(desk)
    seller = (await world.person("Mei")).id
    await world.do(lambda unit: unit.sales.add([replace(sold(*SOLD["furniture"][0]), seller=seller)]))
    await world.play(
        REPORTED.replace("    Ann> 138 0013 8000\n", "")
        + """
        Mei< reports a fault of what you sold: | 报修您卖出的商品：
        Mei< F-261123-0001
        """
    )


@pytest.mark.rule("WAR-16")
async def test_sales_hears_when_the_warranty_has_run_out(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        UNPAID.replace("    Ann> 138 0013 8000\n", "")
        + """
        Mei< the warranty has run out: | 已过保修期：
        Mei< about a service contract | 请就服务合同致电
        """
    )


@pytest.mark.rule("WAR-16")
async def test_a_shop_without_clerks_is_not_troubled_with_it(desk: World) -> None:
    world = await with_store(desk)
    await world.change("Mei", roles=frozenset({Role.CUSTOMER}))
    await world.play(UNPAID.replace("    Ann> 138 0013 8000\n", ""))
    for name in ("Mei", "Liu", "Chen"):
        await world.play(f"{name}!! about a service contract | 请就服务合同致电")
