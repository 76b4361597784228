"""The customer cannot say where he bought it: sales looks first, and only then is he asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.tickets import Role
from tests.acceptance.script import NAMES
from tests.acceptance.scripts import AS_USUAL
from tests.acceptance.shop import sold
from tests.acceptance.world import World

TABLE = replace(sold("S-202609-200", "ROCK table", "table", "ROCK-120", 60), phone="+8613911112222")
UNKNOWN = "Ann> My dining table wobbles | 我家餐桌晃动" + AS_USUAL


@pytest.fixture
async def shop(desk: World) -> World:
    """Mei sells; the table was sold to another number."""
    called = "Mei" if desk.language == "en" else NAMES["Mei"]
    await desk.change("Mei", name=called, roles=frozenset({Role.SALES_CLERK}))
    await desk.do(lambda unit: unit.sales.add([TABLE]))
    return desk


@pytest.mark.rule("DSP-06")
async def test_sales_finds_it_and_everybody_knows_what_it_costs(shop: World) -> None:
    await shop.play(
        UNKNOWN
        + """
        Mei< our records do not have the purchase | 系统里没有这笔购买记录
        Mei> [Purchase found]
        Mei> S-1
        Mei< Our sales records have no such order | 销售记录里没有这个订单
        Mei> [Back]
        Mei> S-202609-200
        Mei> [ROCK table ROCK-120]
        Mei< F-261123-0001 is about ROCK table ROCK-120 | F-261123-0001 对应 ROCK table ROCK-120
        Ann< We have found your purchase: ROCK table ROCK-120. Under warranty | ROCK table ROCK-120。保修期内
        ... until Mon 09:50
        Ann!! A photo of the receipt | 发票或收据照片
        """
    )


@pytest.mark.rule("DSP-06")
async def test_what_sales_does_not_find_the_customer_is_asked_for(shop: World) -> None:
    await shop.play(
        UNKNOWN
        + """
        ... until Mon 09:44
        Ann!! A photo of the receipt | 发票或收据照片
        ... until Mon 09:46
        Ann< A photo of the receipt | 发票或收据照片
        """
    )
