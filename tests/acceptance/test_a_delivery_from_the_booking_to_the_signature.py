"""Booked in chat, called ahead, unpacked and inspected together, signed for: the whole delivery, on both databases."""

from __future__ import annotations

from datetime import date

import pytest

from tests.acceptance.deliveries import BOOKED, CHECKED, THE_DAY, UNPACKED, with_van
from tests.acceptance.world import World

SIGNED = """
    Ann< unpacked and inspected with you. Please sign | 一起开箱验货。请签收
    Ann< (photo placed)
    Ann> [Sign for the goods]
    Ann> Ann Lee | 李雷
    Ann> [Skip]
    Ann< You have received: NOVA sofa NOVA-3 ×1; ROCK table | 您已收到：NOVA sofa NOVA-3 ×1; ROCK table
    Sun< has signed for S-261123-0001 | 已签收 S-261123-0001
    Zhou< has signed for S-261123-0001 | 已签收 S-261123-0001
    ... 15 minutes
    Ann< How was our service | 满意吗
    Ann> [Satisfied]
    Ann< Was anything damaged | 有没有损坏
    Ann> [No]
    Ann> [Skip]
"""


@pytest.mark.rule("INS-01")
@pytest.mark.rule("INS-03")
@pytest.mark.rule("ORD-06")
@pytest.mark.rule("DLV-01")
@pytest.mark.rule("DLV-03")
@pytest.mark.rule("DLV-08")
@pytest.mark.rule("DLV-12")
@pytest.mark.rule("DLV-19")
async def test_a_delivery_from_the_booking_to_the_signature(desk_on_either: World) -> None:
    world = await with_van(desk_on_either)
    await world.play(BOOKED + CHECKED + THE_DAY + UNPACKED + SIGNED)
    ticket = await world.ticket("S-261123-0001")
    assert (ticket.state, ticket.facts["rating"], ticket.facts["access"]) == ("closed", 3, "lift")
    sales = await world.do(lambda unit: unit.sales.of_order("S-202611-201"))
    assert {sale.delivered_on for sale in sales} == {date(2026, 11, 24)}  # the warranty begins


@pytest.mark.rule("DLV-12")
@pytest.mark.rule("DLV-17")
@pytest.mark.rule("DLV-20")
@pytest.mark.rule("INS-05")
async def test_the_lists_of_the_crew_before_leaving_at_the_door_and_inside(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        BOOKED
        + CHECKED
        + """
        ... until Tue 08:30
        Zhou> [On my way]
        Zhou< – Blankets, straps, hand truck | – 毛毯、绑带、手推车
        Zhou> [30 minutes | 30分钟]
        ... until Tue 09:15
        Sun> [Arrived]
        Zhou< We come from Songbai Home | 我们是松柏家居的送货人员
        Zhou< check name and set once more | 再核对一遍品名和件数
        Zhou< never drag, pull or push | 严禁拖、拉、推
        Zhou< on the opened packing | 在拆开的包装或泡沫上组装
        """
    )
