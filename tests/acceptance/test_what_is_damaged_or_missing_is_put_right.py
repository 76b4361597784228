"""Damage from the way is settled in the store, a missing part is sent after, and damage at home is asked about."""

from __future__ import annotations

import pytest

from tests.acceptance.deliveries import BOOKED, CHECKED, THE_DAY, UNPACKED, with_van
from tests.acceptance.shipments import with_senders
from tests.acceptance.world import World

AT_THE_DOOR = BOOKED + CHECKED + THE_DAY
BROKEN = """
    Sun> [Goods go back]
    Sun> [Damaged on the way]
    Sun> The table top is broken | 台面裂了
    Sun> (photo broken)
    Sun> [Done]
    Sun> [Skip]
    Sun> [Send]
    Gu< Damaged on the way. The table top is broken | 运输途中损坏。台面裂了
    Gu< (photo broken)
"""
BACK = """
    Gu> ticket S-261123-0001 | 工单 S-261123-0001
    Gu> [Goods are back]
    ... 1 minute
    Gu< back with damage from the way | 途中损坏的货已退回仓库
"""


@pytest.mark.rule("DLV-09")
async def test_the_store_says_what_becomes_of_what_was_damaged_on_the_way(desk: World) -> None:
    world = await with_van(await with_senders(desk))
    await world.play(
        AT_THE_DOOR
        + BROKEN
        + BACK
        + """
        Gu> [Settle the damage]
        Gu> [Back to the factory]
        Gu> Not tied down, the driver | 没绑牢，司机负责
        Liu< Back to the factory. Not tied down | 退回工厂。没绑牢
        """
    )
    assert (await world.ticket("S-261123-0001")).state == "closed"


@pytest.mark.rule("DLV-09")
async def test_damage_that_nobody_settles_is_reported(desk: World) -> None:
    world = await with_van(await with_senders(desk))
    await world.play(
        AT_THE_DOOR
        + BROKEN
        + BACK
        + """
        ... until Thu 18:01
        Liu< what becomes of the goods that were damaged | 没有人说明途中损坏的货怎么处理
        """
    )


@pytest.mark.rule("DLV-17")
async def test_a_missing_part_is_sent_after_with_a_ticket_of_its_own(desk: World) -> None:
    world = await with_van(await with_senders(desk))
    await world.play(
        AT_THE_DOOR
        + """
        Sun> [A part is missing]
        Sun> One leg of the table | 茶几一条腿
        Sun> [Skip]
        Gu< Part missing at the customer's: One leg of the table | 客户处缺件：茶几一条腿
        Ann< A part is missing: One leg of the table | 缺了配件：茶几一条腿
        Ann> [Other time] S-261124-0001
        Ann> [Wed 25 Nov, 09:00–10:30 | 11月25日 周三 09:00–10:30]
        Ann< will bring your One leg | 茶几一条腿
        """
        + UNPACKED
    )
    first, part = await world.ticket("S-261123-0001"), await world.ticket("S-261124-0001")
    assert (first.state, part.state, part.parent) == ("finished", "scheduled", first.ref)


@pytest.mark.rule("DLV-20")
async def test_damage_at_home_is_asked_about_afterwards_and_reported(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        AT_THE_DOOR
        + UNPACKED
        + """
        Ann> [Sign for the goods]
        Ann> 1
        Ann> [Skip]
        ... 15 minutes
        Ann> [Satisfied]
        Ann> [Yes]
        Ann> The floor is scratched | 地板刮花了
        Liu< something was damaged. The floor is scratched | 有东西损坏。地板刮花了
        Ann< Somebody will call you | 我们会尽快致电
        """
    )
