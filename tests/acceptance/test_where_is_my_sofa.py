"""Whoever asks where his goods are gets a true answer."""

from __future__ import annotations

import pytest

from tests.acceptance.deliveries import BOOKED, CHECKED, THE_DAY, with_van
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
