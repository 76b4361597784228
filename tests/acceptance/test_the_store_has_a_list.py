"""What was counted in the store is looked up for a contract by itself, set aside, and gone once it is signed for."""

from __future__ import annotations

import pytest

from core.ports import Stocked
from tests.acceptance.deliveries import CHECKED, THE_DAY, UNPACKED
from tests.acceptance.orders import AGREED_FOR_TUESDAY, HANDED_IN, IN_STORE, ORDERED, TOGETHER, with_store
from tests.acceptance.world import World

BY_LIST = HANDED_IN.replace(
    "Gu< What of it is in the store? | 库里有哪些？", "Gu< looked up in your list | 按库存表查过了"
)
ANOTHER = (
    BY_LIST.replace("HT-1123", "HT-1124")
    .replace("O-261123-0001", "O-261123-0002")
    .replace("Mei< NOVA-3 ×1\n", "Mei< HT-1124\n")
)


async def counted(world: World, nova: int, rock: int) -> None:
    stock = [Stocked("NOVA-3", "NOVA sofa", nova, world.at), Stocked("ROCK-120", "ROCK table", rock, world.at)]
    await world.do(lambda unit: unit.stock.count(stock))


async def left(world: World) -> tuple[int, int]:
    """All that is there of the sofa, and what is free of it."""
    found = await world.do(lambda unit: unit.stock.of(["NOVA-3"])["NOVA-3"])
    return found.there, found.free


@pytest.mark.rule("ORD-03")
async def test_what_the_list_has_is_together_at_once(desk: World) -> None:
    world = await with_store(desk)
    await counted(world, 3, 2)
    await world.play(BY_LIST + "Mei< everything is together | 货已备齐\nAnn< is in our store | 货已备齐")
    assert await left(world) == (3, 2)


@pytest.mark.rule("ORD-03")
async def test_what_is_set_aside_for_one_contract_is_not_there_for_the_next(desk: World) -> None:
    world = await with_store(desk)
    await counted(world, 1, 9)
    await world.play(BY_LIST + ANOTHER + "Mei< not in the store: NOVA sofa | 库里没有：布艺沙发")
    await world.play(
        """
        Mei> ticket O-261123-0001 | 工单 O-261123-0001
        Mei> [Cancel the contract] O-261123-0001
        Mei> Bought elsewhere | 客户不要了
        """
    )
    assert await left(world) == (1, 1)


@pytest.mark.rule("ORD-03")
async def test_what_the_list_does_not_know_somebody_looks_up(desk: World) -> None:
    world = await with_store(desk)
    await world.do(lambda unit: unit.stock.count([Stocked("NOVA-3", "NOVA sofa", 1, world.at)]))
    await world.play(HANDED_IN + IN_STORE)
    assert await left(world) == (1, 0)


@pytest.mark.rule("ORD-03")
async def test_the_keeper_corrects_the_list(desk: World) -> None:
    world = await with_store(desk)
    await counted(world, 3, 2)
    await world.play(
        BY_LIST
        + """
        Gu> [Not there after all]
        Gu> 1
        Mei< not in the store: NOVA sofa | 库里没有：布艺沙发
        Ann< is not in our store after all | 库里其实没有
        Gu> [Ordered from the factory]
        Gu> 2026-11-27
        """
    )
    assert await left(world) == (0, 0)


@pytest.mark.rule("ORD-03")
async def test_what_came_from_the_factory_is_set_aside_and_gone_once_it_is_signed_for(desk_on_either: World) -> None:
    world = await with_store(desk_on_either)
    await counted(world, 5, 0)
    await world.play(BY_LIST + "Mei< not in the store: | 库里没有：\nMei< ROCK-120 ×2" + ORDERED + TOGETHER)
    table = await world.do(lambda unit: unit.stock.of(["ROCK-120"])["ROCK-120"])
    assert (table.there, table.free) == (2, 0)
    await world.play(AGREED_FOR_TUESDAY + CHECKED + THE_DAY + UNPACKED)
    assert await left(world) == (5, 4)
    await world.play("Ann> [Sign for the goods]\nAnn> Ann Lee | 李雷\nAnn> [Skip]\nMei< is complete | 已完结")
    assert await left(world) == (4, 4)
