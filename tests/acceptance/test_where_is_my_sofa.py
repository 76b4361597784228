"""Whoever asks where his goods are gets a true answer."""

from __future__ import annotations

import pytest

from tests.acceptance.deliveries import BOOKED, CHECKED, THE_DAY, with_van
from tests.acceptance.orders import HANDED_IN, with_store
from tests.acceptance.scripts import REPORTED
from tests.acceptance.world import World

ASKED = "Ann> Where is my sofa? | 我的沙发到哪了？"


@pytest.mark.rule("FLT-07")
async def test_the_answer_changes_with_what_happens(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        BOOKED
        + f"""
        {ASKED}
        Ann< delivery agreed, Tue 24 Nov, 09:00–10:30 | 已约好送货
        Ann< Sun, Zhou (badge 021, 022) comes. | 孙师傅、周师傅
        """
        + CHECKED
        + THE_DAY
        + f"""
        {ASKED}
        Ann< crew at the door | 送货人员已到
        Ann< At your door at Tue 24 Nov, 09:15. | 预计11月24日 周二 09:15到您门口
        """
    )


async def test_a_fault_of_something_old_is_none_of_what_he_has_on_order(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN.replace("NOVA sofa, NOVA-3", "OAK bed, BED-1")
        .replace("布艺沙发，NOVA-3", "橡木床，BED-1")
        .replace("NOVA-3", "BED-1")
        + """
        Ann> repair | 报修
        Ann> My old bed | 我的旧床
        Ann> 1
        Ann> [No, not solved]
        Ann> [Skip]
        Ann> [Skip]
        Ann> [It can wait for the visit]
        Ann> Ann Lee | 李雷
        Ann> 1
        Ann> [Send]
        Ann! BED-1
        """
    )
    fault = await world.ticket("F-261123-0001")
    assert fault.facts["category"] == "bed"
    assert "BED-1" not in str(fault.facts)


async def test_what_is_still_in_the_store_can_be_booked(desk: World) -> None:
    world = await with_van(desk)
    await world.change("Ann", phone="+8613800138000", phone_is_own=True)
    await world.play(
        f"""
        {ASKED}
        Ann< Not delivered yet: | 还没有送货的订单：
        Ann< S-202611-201
        Ann> [Book a delivery]
        Ann< Which purchase shall we deliver? | 要送哪一单？
        """
    )


async def test_what_is_still_in_the_store_is_not_hidden_by_a_repair(desk: World) -> None:
    world = await with_van(desk)
    await world.change("Ann", phone="+8613800138000", phone_is_own=True)
    await world.play(
        REPORTED
        + f"""
        {ASKED}
        Ann< F-261123-0001
        Ann< Not delivered yet: | 还没有送货的订单：
        Ann> [Book a delivery]
        Ann< Which purchase shall we deliver? | 要送哪一单？
        """
    )


async def known_with_a_table_to_come(desk: World) -> World:
    world = await with_van(desk)
    await world.change("Ann", phone="+8613800138000", phone_is_own=True)
    return world


async def test_a_wish_about_what_is_still_to_come_is_no_fault(desk: World) -> None:
    world = await known_with_a_table_to_come(desk)
    await world.play(
        """
        Ann> Could the coffee table come a bit earlier? | 茶几能不能早一点送过来
        Ann< Not delivered yet: | 还没有送货的订单：
        Ann< S-202611-201
        Ann> [Report a fault]
        Ann< Which product is it? | 哪件产品
        """
    )


async def test_whoever_calls_broken_what_was_not_delivered_hears_that_it_was_not(desk: World) -> None:
    world = await known_with_a_table_to_come(desk)
    await world.play(
        """
        Ann> The coffee table wobbles | 茶几摇晃
        Ann< Not delivered yet, as far as we know: | 据我们所知还没有送到：
        Ann< LUNA table LUNA-2, OAK stool OAK-1 | LUNA table LUNA-2、OAK stool OAK-1
        Ann< Which product is it? | 哪件产品
        Ann> status | 进度
        Ann< Not delivered yet: | 还没有送货的订单：
        """
    )


async def test_a_wish_about_a_contract_goes_to_who_sold_it(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        HANDED_IN
        + """
        Ann> Could the coffee table come a bit earlier? | 茶几能不能早一点送过来
        Mei< come a bit earlier | 早一点送过来
        """
    )


async def test_in_how_many_ways_it_is_asked(desk: World) -> None:
    world = await known_with_a_table_to_come(desk)
    for asked in ("When will my sofa arrive? | 沙发什么时候能送来", "When does my table come? | 茶几怎么还没送到？"):
        await world.play(f"Ann> {asked}\nAnn< Not delivered yet: | 还没有送货的订单：")


async def test_a_question_in_the_middle_of_a_form_stays_an_answer(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        """
        Ann> My sofa seat is sagging | 我家沙发坐垫塌陷了
        Ann> [No, not solved]
        Ann> Where is my sofa? | 沙发什么时候来
        Ann! You have no open ticket. | 没有
        """
    )
