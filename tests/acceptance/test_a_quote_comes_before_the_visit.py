"""Where the sales centre quotes parts and travel (appliances), nobody sets off before the customer has agreed."""

from __future__ import annotations

import pytest

from core.tickets import Role
from tests.acceptance.script import NAMES
from tests.acceptance.scripts import AS_USUAL
from tests.acceptance.shop import sold
from tests.acceptance.world import World

REPORTED = f"""
    Ann> My fridge is not cold | 我家冰箱不制冷
    {AS_USUAL}
    Ann< the sales centre quotes parts and travel | 由销售中心报价
"""
ACCEPTED = """
    Chen> [Zhang]
    Zhang> [Accept]
    Zhang> [I have called]
"""
QUOTED = """
    Mei> [Quote]
    Mei> A new compressor | 更换压缩机
    Mei> [CN¥160.00 | ¥160.00]
    Mei> 420.50
    Mei> [CN¥50.00 | ¥50.00]
    Mei> [Send]
    Ann< In all CN¥630.50 | 合计 ¥630.50
"""


async def with_an_old_fridge(world: World) -> World:
    await world.do(lambda unit: unit.sales.add([sold("A-202301-001", "FROST fridge", "fridge", "FR-1", 900)]))
    return world


@pytest.mark.rule("FEE-06")
@pytest.mark.rule("WAR-16")
async def test_sales_quotes_and_the_technician_goes_once_it_is_agreed(appliances: World) -> None:
    desk = await with_an_old_fridge(appliances)
    await desk.change("Mei", name="Mei" if desk.language == "en" else NAMES["Mei"], roles=frozenset({Role.SALES_CLERK}))
    await desk.play(
        REPORTED
        + """
        Mei< Please write the quote by Mon 23 Nov, 13:30 | 请在11月23日 周一 13:30前报价
        Mei> status | 待办
        Mei< F-261123-0001
        """
        + ACCEPTED
        + """
        Zhang> [On my way]
        Zhang> [Skip]
        Zhang< has not agreed to a quote yet | 尚未同意报价
        """
        + QUOTED
        + """
        Ann> [Ask about the quote]
        Ann> Is it as good as new then? | 修好后和新的一样吗？
        Mei< asks about the quote | 询问 F-261123-0001 的报价
        Ann> [Agree to the quote]
        Zhang< Agreed with the customer: CN¥630.50 | 已与客户约定：¥630.50
        Zhang> [On my way]
        Zhang> [Skip]
        Ann< is on the way | 已在路上
        """
    )


@pytest.mark.rule("FEE-06")
async def test_without_a_sales_clerk_the_office_quotes_and_hears_when_it_is_late(appliances: World) -> None:
    desk = await with_an_old_fridge(appliances)
    await desk.play(
        REPORTED
        + """
        Zhao< Please write the quote by Mon 23 Nov, 13:30 | 请在11月23日 周一 13:30前报价
        ... until Mon 13:31
        Zhao< no quote within 4 hours of working time | 4小时工作时间内没有报价
        """
        + QUOTED.replace("Mei", "Zhao")
        + """
        Ann> [Agree to the quote]
        Chen< has agreed to CN¥630.50 | 已同意报价 ¥630.50
        """
    )


async def test_a_clerk_sees_no_repair_but_those_that_wait_for_him(appliances: World) -> None:
    """Under warranty, and known to be: neither the purchase nor a quote is missing."""
    await appliances.do(lambda unit: unit.sales.add([sold("A-202609-001", "FROST fridge", "fridge", "FR-1", 60)]))
    await appliances.change("Mei", roles=frozenset({Role.SALES_CLERK}))
    await appliances.play(
        REPORTED.replace("Ann< the sales centre quotes parts and travel | 由销售中心报价", "Ann< F-261123-0001")
        + """
        Mei> ticket F-261123-0001 | 工单 F-261123-0001
        Mei< I cannot find that | 没有找到相关内容
        Mei> status | 待办
        Mei< Nothing waits for you | 没有
        """
    )
