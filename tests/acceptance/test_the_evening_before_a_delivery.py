"""The store prepares, the crew knows its stops, the customer knows who comes."""

from __future__ import annotations

import pytest

from tests.acceptance.deliveries import BOOKED, CHECKED, with_van
from tests.acceptance.shipments import with_senders
from tests.acceptance.test_a_delivery_is_booked import again
from tests.acceptance.world import World

TWO_STOPS = (
    BOOKED
    + again("S-202611-305")
    + """
    Ann> [Tue 24 Nov, 14:00–16:00 | 11月24日 周二 14:00–16:00]
    Ann> [Send]
"""
)


@pytest.mark.rule("DLV-13")
@pytest.mark.rule("DLV-14")
@pytest.mark.rule("DLV-15")
async def test_pick_list_and_stop_list_come_once_with_everything_in_order(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        TWO_STOPS
        + """
        ... until Mon 16:01
        Chen< ready in the loading area | 备到装货区
        Chen< 1. S-261123-0001
        Chen< 2. S-261123-0002
        ... until Mon 18:31
        Sun< Your stops, in this order: | 你们的送货清单，按顺序：
        Sun< 1. S-261123-0001
        Sun< NOVA sofa NOVA-3 ×1; ROCK table ROCK-120 ×1
        Sun< +8613800138000
        Sun< Against the north wall | 靠北墙放
        Sun< 2. S-261123-0002
        Sun< Ground floor
        Zhou< 2. S-261123-0002
        Zhang!! Your stops | 送货清单
        """
    )
    assert sum("Your stops" in said or "送货清单" in said for said in world.seats["Sun"].everything) == 1


@pytest.mark.rule("DLV-06")
async def test_the_customer_hears_who_comes_and_that_they_will_call(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        BOOKED
        + """
        ... until Mon 18:29
        Ann! is planned | 已排好
        ... until Mon 18:31
        Ann< Your crew: Sun, Zhou (badge 021, 022), +8613900000021. | 工号 021、022），电话 +8613900000021
        Ann< They call you 1–2 hours before. | 送到前1–2小时会给您打电话
        """
    )


@pytest.mark.rule("DLV-04")
@pytest.mark.rule("DLV-05")
async def test_two_hours_before_the_facts_are_confirmed_and_one_hour_before_somebody_phones(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        BOOKED
        + """
        ... until Tue 07:01
        Ann< Ann Lee, +8613800138000. Please confirm | 收货人李雷，+8613800138000。请确认
        Ann< NOVA sofa NOVA-3 ×1
        Ann< 1 Wensan Road | 文三路 1 号
        Sun< tap Tell the exact time | 点“告知准确时间”
        ... until Tue 08:01
        Sun< has not confirmed | 尚未确认
        """
    )


async def test_who_moves_the_delivery_when_called_keeps_the_crew_if_it_is_free(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        BOOKED
        + """
        ... until Tue 07:01
        Ann> [Other time]
        Ann> [Tue 24 Nov, 14:00–16:00 | 11月24日 周二 14:00–16:00]
        Ann< Sun, Zhou (badge 021, 022) will bring | 孙师傅、周师傅（工号 021、022）将于
        Zhou< New time for S-261123-0001 | S-261123-0001
        """
    )


@pytest.mark.rule("DLV-08")
async def test_nobody_sets_off_with_goods_that_nobody_has_checked(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        BOOKED
        + """
        ... until Tue 08:30
        Sun> [On my way]
        Sun> [Skip]
        Sun< Please unpack, check and pack the goods again first | 请先开箱验货并重新包好
        Ann! on the way | 在路上
        """
        + CHECKED
        + """
        Sun> [On my way]
        Sun> [Skip]
        Ann< is on the way to you | 已在路上
        """
    )


@pytest.mark.rule("DLV-15")
async def test_missing_goods_wait_in_the_store_for_an_instruction(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        BOOKED
        + """
        Zhou> [Goods missing or damaged] S-261123-0001
        Zhou> One leg is missing. | 少一条腿。
        Zhou> [Skip]
        Chen< S-261123-0001 cannot leave: One leg is missing. | S-261123-0001 不能出车：少一条腿。
        ... 31 minutes
        Liu< still waits for an instruction | 还在等处理意见
        Chen> [Instruct the crew] S-261123-0001
        Chen> Take the leg of the show piece | 先用样品的腿
        Sun< Take the leg of the show piece | 先用样品的腿
        """
        + CHECKED
    )


@pytest.mark.rule("DLV-13")
async def test_the_office_hears_which_crew_has_not_read_its_stops(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        TWO_STOPS
        + """
        ... until Mon 18:31
        Zhou> [I have read it]
        Zhou< you have read your stops: 2 | 您已阅读2个送货点
        ... until Tue 07:01
        Chen!! have not said | 尚未确认已阅
        """
    )


@pytest.mark.rule("DLV-13")
async def test_a_crew_that_says_nothing_is_named_in_the_morning(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        BOOKED
        + """
        ... until Tue 07:01
        Chen< Sun, Zhou have not said that they have read their stops | 孙师傅、周师傅尚未确认已阅送货清单
        """
    )


@pytest.mark.rule("DLV-16")
async def test_the_store_signs_that_the_crew_has_the_goods(desk: World) -> None:
    world = await with_van(await with_senders(desk))
    await world.play(
        BOOKED
        + """
        ... until Mon 16:01
        Gu< ready in the loading area | 备到装货区
        Chen! ready in the loading area | 备到装货区
        """
        + CHECKED
        + """
        Gu> ticket S-261123-0001 | 工单 S-261123-0001
        Gu> [Handed over to the crew]
        Sun< has handed the goods over to you | 仓库已将货物交给你们
        ... until Tue 08:30
        Sun> [On my way]
        Sun> [Skip]
        Gu!! Please sign | 请签字确认
        """
    )


@pytest.mark.rule("DLV-16")
async def test_who_leaves_without_that_is_reported(desk: World) -> None:
    world = await with_van(await with_senders(desk))
    await world.play(
        BOOKED
        + CHECKED
        + """
        ... until Tue 07:50
        Sun> [On my way]
        Sun> [Skip]
        Gu< Please sign that it was handed over | 请签字确认已交接
        ... 61 minutes
        Liu< nobody has signed that it was handed over | 无人签字确认交接
        """
    )


@pytest.mark.rule("DLV-14")
async def test_what_is_booked_after_the_list_is_told_to_the_store_as_late(desk: World) -> None:
    world = await with_van(await with_senders(desk))
    await world.play(
        """
        ... until Mon 16:30
        """
        + BOOKED
        + """
        ... 1 minute
        Gu< Late addition to your list, Tue 24 Nov | 备货单追加，11月24日 周二
        Gu< NOVA sofa NOVA-3 ×1
        Gu!! ready in the loading area: | 备到装货区：
        """
    )


@pytest.mark.rule("DLV-16")
async def test_a_van_is_loaded_in_the_order_of_its_stops(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        TWO_STOPS
        + CHECKED
        + """
        Zhou> [Loaded] S-261123-0001
        Zhou< 1. S-261123-0002: OAK stool | 1. S-261123-0002：OAK stool
        Zhou< 2. S-261123-0001: NOVA sofa | 2. S-261123-0001：NOVA sofa
        Zhou> [Everything is in]
        Zhou< Loaded: S-261123-0001 | 已装车：S-261123-0001
        Zhou< Not checked yet: S-261123-0002 | 还没验货：S-261123-0002
        """
    )
