"""Sold goods go to a far customer: paid first, then on the road, received by the customer's own word."""

from __future__ import annotations

from datetime import date

import pytest

from tests.acceptance.deliveries import with_van
from tests.acceptance.orders import HANDED_IN, IN_STORE, with_store
from tests.acceptance.shipments import ACKNOWLEDGED, PAID, REQUESTED, SHIPPED, with_senders
from tests.acceptance.world import World


@pytest.mark.rule("ORD-07")
@pytest.mark.rule("ORD-08")
@pytest.mark.rule("ORD-09")
@pytest.mark.rule("ORD-10")
async def test_from_the_request_to_the_receipt(desk_on_either: World) -> None:
    world = await with_senders(desk_on_either)
    await world.play(
        REQUESTED
        + PAID
        + ACKNOWLEDGED
        + SHIPPED
        + """
        ... 1 day
        Chen< Where is W-261123-0001 now? | W-261123-0001 现在到哪里了？
        Chen> [Where it is]
        Chen> In Lanzhou | 在兰州中转
        Ann< In Lanzhou | 在兰州中转
        Chen> [Arrived there]
        Ann< Deppon has brought NOVA sofa | 德邦已送达NOVA sofa
        Ann> [Received, all in order]
        Ann< You have received: NOVA sofa | 您已收到：NOVA sofa
        Mei< has received NOVA sofa | 已收到NOVA sofa
        """
    )
    sales = await world.do(lambda unit: unit.sales.of_order("S-202611-201"))
    assert {(sale.serial, sale.made_on, sale.shipped_on, sale.delivered_on) for sale in sales} == {
        (serial, date(2026, 10, 15), date(2026, 11, 23), date(2026, 11, 24)) for serial in ("N3-11", "R120-7")
    }


@pytest.mark.rule("ORD-10")
async def test_what_is_missing_is_sent_once_more(desk: World) -> None:
    world = await with_senders(desk)
    await world.play(
        REQUESTED
        + PAID
        + ACKNOWLEDGED
        + SHIPPED
        + """
        ... 1 day
        Chen> [Arrived there]
        Ann> [Missing or damaged]
        Ann> [Something is missing]
        Ann> The table top | 少了桌面
        Ann> (photo box)
        Ann> [Done]
        Ann< Somebody sees to W-261123-0001 | W-261123-0001 马上有人跟进
        Liu< Something is missing. The table top | 缺件。少了桌面
        Liu> [Mine]
        Liu> [Send what is missing]
        Liu> One table top | 桌面一块
        Ann< We send you: One table top | 我们为您补发：桌面一块
        Chen< for logistics: One table top | （物流联）：桌面一块
        Gu< for the store: One table top | （仓库联）：桌面一块
        Chen> [Logistics has the order]
        Gu> [Store has the order]
        Gu> [Shipped]
        Gu> Deppon | 德邦
        Gu> DP-901
        Gu> [Skip]
        Gu> [Skip]
        Gu> [Skip]
        Gu> [Send]
        Ann< One table top is on the road to you: Deppon, waybill DP-901 | 桌面一块已发出：德邦，运单号 DP-901
        Ann> [Received, all in order]
        Ann< W-261123-0001 is closed | W-261123-0001 已办结
        """
    )


@pytest.mark.rule("ORD-10")
async def test_a_customer_who_says_nothing_is_asked_and_then_called(desk: World) -> None:
    world = await with_senders(desk)
    await world.play(
        REQUESTED
        + PAID
        + ACKNOWLEDGED
        + SHIPPED
        + """
        Chen> [Arrived there]
        ... 24 hours
        Ann< Is everything in order with NOVA sofa | NOVA sofa NOVA-3 ×1; ROCK table ROCK-120 ×1都收齐、完好吗
        ... 24 hours
        Chen< has not confirmed the receipt. Please call | 尚未确认收货，请致电
        Chen> [Customer has everything]
        Ann< You have received: NOVA sofa | 您已收到：NOVA sofa
        """
    )


async def test_everybody_lists_what_is_his(desk: World) -> None:
    world = await with_senders(desk)
    await world.play(
        REQUESTED
        + """
        Liu> unpaid | 待收款
        Liu< W-261123-0001
        Gu> status | 待办
        Gu< Nothing waits for you. | 没有需要您处理的事项。
        """
        + PAID
        + """
        Qian> unpaid | 待收款
        Qian< Nothing waits for a payment. | 没有待收款的发货申请。
        Gu> status | 待办
        Gu< W-261123-0001
        """
        + ACKNOWLEDGED
        + SHIPPED
        + """
        Gu> road | 在途
        Gu< W-261123-0001
        Mei> unsigned | 未签收
        Mei< Everything that has arrived is signed for. | 到货的都已签收。
        Chen> [Arrived there]
        Mei> unsigned | 未签收
        Mei< W-261123-0001
        Gu> road | 在途
        Gu< Nothing is on the road. | 没有在途货物。
        Mei> ticket W-261123-0001 | 工单 W-261123-0001
        Mei< Deppon, waybill DP-778 | 德邦，运单号 DP-778
        Ann> where is my sofa | 我的沙发到哪了
        Ann< Deppon, waybill DP-778 | 德邦，运单号 DP-778
        """
    )


@pytest.mark.rule("INS-08")
@pytest.mark.rule("ORD-09")
async def test_when_the_goods_are_there_the_fitters_are_booked_and_the_warranty_begins(appliances: World) -> None:
    world = await with_van(await with_senders(appliances))
    await world.play(
        REQUESTED.replace("> [No]", "> [Yes]", 1)
        + PAID
        + ACKNOWLEDGED
        + SHIPPED
        + """
        ... until Thu 09:00
        Chen> [Arrived there]
        Ann> [Received, all in order]
        Ann< When may our fitters come? Ticket I-261126-0001. | 请选择安装时间。单号 I-261126-0001
        Ann> [Other time]
        Ann> [Fri 27 Nov, 10:00–12:00 | 11月27日 周五 10:00–12:00]
        Sun< Installation order I-261126-0001. Can you do it? | 安装派工单 I-261126-0001，能接吗？
        Sun> [Accept]
        ... until Fri 09:55
        Sun> [On my way]
        Sun> [30 minutes | 30分钟]
        Sun> [Arrived]
        Sun> [Finished]
        Sun> [Yes]
        Sun> (photo done)
        Sun> [Done]
        Sun> [Skip]
        Sun> Runs quietly | 运行平稳
        Sun> [Send]
        Ann> [All in order]
        """
    )
    sale = (await world.do(lambda unit: unit.sales.of_order("S-202611-201")))[0]
    begins = world.shop.policy.warranty.starts_on(sale.bought_on, sale.delivered_on, sale.shipped_on, sale.started_on)
    assert (sale.shipped_on, sale.delivered_on, begins) == (
        date(2026, 11, 23),
        date(2026, 11, 26),
        date(2026, 11, 27),
    )


@pytest.mark.rule("FLT-29")
async def test_a_contract_whose_goods_are_sent_is_agreed_by_that(desk: World) -> None:
    world = await with_store(await with_senders(desk))
    await world.play(
        HANDED_IN
        + IN_STORE
        + """
        Mei> ship | 发货
        Mei> HT-1123
        Mei> skip | 跳过
        Mei> skip | 跳过
        Mei> skip | 跳过
        Mei> [No]
        Mei> [Skip]
        Mei> [Send]
        Mei< W-261123-0001 is with finance | W-261123-0001 已交财务确认
        """
    )
    assert (await world.ticket("O-261123-0001")).state == "agreed"
