"""What can be booked, by whom, for how much, and when: every window has a crew."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.storage.open import open_store
from tests.acceptance.deliveries import BOOKED, CREW, with_van
from tests.acceptance.shop import away, opened
from tests.acceptance.world import World

UP_TO_THE_WINDOW = """
    {who}> delivery | 送货
    {who}> {order}
    {who}> Ann Lee | 李雷
    {who}> 138 0013 8000
    {who}> {place}
    {who}> [Ground floor]
    {who}> [No]
    {who}> [Skip]
"""
WHO_IT_IS = """    {who}> Ann Lee | 李雷
    {who}> 138 0013 8000
"""
IN_TOWN = "1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号"
IN_THE_SUBURBS = "2 Yingchun Road, Fuyang, Hangzhou | 杭州富阳迎春路 2 号"


def again(order: str, place: str = IN_TOWN) -> str:
    """The desk knows the customer by now."""
    return UP_TO_THE_WINDOW.replace(WHO_IT_IS, "").format(order=order, place=place, who="Ann")


def asked(order: str, place: str = IN_TOWN, who: str = "Ann") -> str:
    return UP_TO_THE_WINDOW.format(order=order, place=place, who=who)


@pytest.mark.rule("DLV-02")
async def test_who_has_bought_for_enough_hears_that_delivery_is_free(desk: World) -> None:
    world = await with_van(desk)
    await world.play(asked("S-202611-410") + "Ann< Delivery is free, as you bought for | 免费送货")


@pytest.mark.rule("DLV-02")
async def test_who_has_not_hears_the_fee_before_he_sends_it(desk: World) -> None:
    world = await with_van(desk)
    await world.play(asked("S-202611-305") + "Ann< Delivery costs CN¥80.00 | 送货费¥80.00")


@pytest.mark.rule("DLV-02")
async def test_the_way_to_the_suburbs_costs_more(desk: World) -> None:
    world = await with_van(desk)
    await world.play(asked("S-202611-305", IN_THE_SUBURBS) + "Ann< Delivery costs CN¥150.00 | 送货费¥150.00")


@pytest.mark.rule("DLV-02")
async def test_where_the_records_have_no_price_the_receipt_decides(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        asked("S-202611-520")
        + """
        Ann< please keep the receipt at hand | 请备好购物凭证
        Ann> 1
        Ann> [Send]
        Sun< Delivery CN¥80.00, or free: please look at the receipt | 送货费¥80.00或免费，请现场查看购物凭证
        """
    )


async def test_whoever_is_known_by_his_number_only_chooses(desk: World) -> None:
    world = await with_van(desk)
    await world.change("Ann", phone="+8613800138000", phone_is_own=True)
    await world.play(
        """
        Ann> 我要送货
        Ann> [S-202611-305: OAK stool OAK-1 ×1]
        Ann< Who receives the goods?
        """
    )


async def test_a_purchase_is_booked_only_with_the_number_in_the_contract(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        asked("S-202611-305", who="Bob").replace("138 0013 8000", "139 0000 1111")
        + """
        Bob> 1
        Bob> [Send]
        Bob< made with another number | 登记的是另一个号码
        Bob> 138 0013 8000
        Bob> [Send]
        Bob< Your delivery is S-261123-0001 | 单号 S-261123-0001
        """
    )


async def test_what_is_booked_or_unknown_cannot_be_booked(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        BOOKED
        + """
        Ann> delivery | 送货
        Ann> S-202611-201
        Ann< There is nothing to deliver under that number | 这个号码下没有待送的货
        Ann> S-1
        Ann< There is nothing to deliver under that number | 这个号码下没有待送的货
        """
    )


@pytest.mark.rule("VIS-16")
async def test_the_last_crew_is_not_given_away_twice(desk_on_either: World) -> None:
    world = await with_van(desk_on_either)
    first = "[Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30]"
    await world.play(
        asked("S-202611-305")
        + asked("S-202611-410", who="Bob")
        + f"""
        Ann> {first}
        Bob> {first}
        Ann> [Send]
        Ann< Your delivery is S-261123-0001 | 单号 S-261123-0001
        Bob> [Send]
        Bob< That time has just been taken. | 刚刚被约走
        Bob! 24 Nov, 09:00 | 周二 09:00
        """
    )


async def test_a_crew_that_is_not_complete_is_not_offered(desk: World) -> None:
    world = await with_van(desk)
    await away(world, "Zhou", "until Mon 10:00", "until Tue 23:00")
    await world.play(
        asked("S-202611-305")
        + """
        Ann! Tue 24 Nov | 11月24日
        Ann< Wed 25 Nov, 09:00–10:30 | 11月25日 周三 09:00–10:30
        """
    )


@pytest.mark.rule("VIS-05")
async def test_a_crew_needs_time_to_come_back_from_the_suburbs(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        BOOKED
        + again("S-202611-305", IN_THE_SUBURBS)
        + """
        Ann! Tue 24 Nov, 10:30–12:00 | 11月24日 周二 10:30–12:00
        Ann< Tue 24 Nov, 14:00–16:00 | 11月24日 周二 14:00–16:00
        """
    )


async def test_without_a_crew_the_customer_is_called(desk: World) -> None:
    world = await with_van(desk, crew=CREW[:1])
    await world.play(
        asked("S-202611-305")
        + """
        Ann< No crew is free | 班组都排满了
        Ann> [Skip]
        Ann> [Send]
        Ann< We call you to agree a time.
        Liu< Nobody can go to S-261123-0001 | S-261123-0001
        ... until Tue 09:31
        Liu< still has no crew | 还没有班组
        """
    )


async def test_where_a_person_dispatches_the_dispatcher_names_the_crew(tmp_path: Path, language: str) -> None:
    shop = tmp_path / "shop.toml"
    shop.write_text("dispatch.auto_crew = false")
    store = open_store("sqlite://")
    world = await with_van(await opened(store, language, shop))
    await world.play(
        BOOKED.rpartition("Ann< Sun, Zhou")[0]
        + """
        Chen< S-261123-0001: who goes? | S-261123-0001
        Chen< Sun, Zhou: | 孙师傅、周师傅：
        Chen> [Sun]
        Ann< Sun, Zhou (badge 021, 022) will bring | 孙师傅、周师傅（工号 021、022）将于
        Zhou< Delivery S-261123-0001 is yours | 送货单 S-261123-0001 由你们班组送
        """
    )
    await store.close()


async def test_the_office_puts_a_crew_together(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        """
        Chen> crews | 班组
        Chen> [Wang: no crew | 王师傅：没有班组]
        Chen> Van 1
        Chen< Van 1: Wang, Sun, Zhou. | Van 1：王师傅、孙师傅、周师傅。
        Chen> crews | 班组
        Chen> [Wang: Van 1 | 王师傅：Van 1]
        Chen> [Skip]
        Chen< Wang goes with no crew. | 王师傅不跟班组。
        """
    )
