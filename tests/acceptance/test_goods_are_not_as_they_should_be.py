"""Nobody home, defective, damaged, wrong, refused, a small flaw: each with its words and its consequence."""

from __future__ import annotations

import pytest

from tests.acceptance.deliveries import BOOKED, CHECKED, THE_DAY, UNPACKED, with_van
from tests.acceptance.world import World

AT_THE_DOOR = BOOKED + CHECKED + THE_DAY
REPLACED = """
    Sun> [Goods go back]
    Sun> [Defective when unpacked]
    Sun> The seat is torn | 坐垫开线
    Sun> [Skip]
    Sun> [Wed 25 Nov, 09:00–10:30 | 11月25日 周三 09:00–10:30]
    Sun> [Send]
    Ann< We are sorry: Defective when unpacked. | 非常抱歉：开箱有质量问题。
    Ann< Your replacement is S-261124-0001 | 为您换新的送货单是 S-261124-0001
    Liu< Defective when unpacked. The seat is torn | 开箱有质量问题。坐垫开线
"""
THE_OTHER_DAY = """
    ... until Wed 08:00
    Sun> [Goods checked] S-261124-0001
    Sun> [Skip]
    Sun> [On my way] S-261124-0001
    Sun> [Skip]
    ... until Wed 09:10
    Sun> [Arrived] S-261124-0001
"""


@pytest.mark.rule("DLV-10")
@pytest.mark.rule("DLV-11")
async def test_a_defective_unit_goes_back_and_a_new_one_comes_until_the_customer_signs(desk_on_either: World) -> None:
    world = await with_van(desk_on_either)
    await world.play(
        AT_THE_DOOR
        + REPLACED
        + """
        Chen> open | 未完成
        Chen> [S-261123-0001]
        Chen> [Goods are back] S-261123-0001
        """
        + THE_OTHER_DAY
        + UNPACKED
        + """
        Ann> [Sign for the goods] S-261124-0001
        Ann> 1
        Ann> [Skip]
        Ann< your receipt for S-261124-0001 | S-261124-0001 的签收凭证
        """
    )
    first, second = await world.ticket("S-261123-0001"), await world.ticket("S-261124-0001")
    assert (first.state, second.state, second.parent) == ("closed", "closed", first.ref)


@pytest.mark.rule("DLV-10")
async def test_goods_that_do_not_come_back_to_the_store_are_missed(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        AT_THE_DOOR
        + REPLACED
        + """
        ... until Wed 18:01
        Liu< S-261123-0001: the goods are not back | S-261123-0001：货品超过
        """
    )


@pytest.mark.rule("DLV-09")
async def test_damage_on_the_way_is_taken_back_only_with_photos(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        AT_THE_DOOR
        + """
        Sun> [Goods go back]
        Sun> [Damaged on the way]
        Sun> The table top is broken | 台面裂了
        Sun! [Skip]
        Sun> (photo broken)
        Sun> [Done]
        Sun> [Skip]
        Sun> [Send]
        Liu< Damaged on the way. The table top is broken | 运输途中损坏。台面裂了
        Liu< (photo broken)
        Ann< at a time to be agreed | 待约定
        """
    )


async def test_who_refuses_the_goods_gets_no_replacement(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        AT_THE_DOOR
        + """
        Sun> [Goods go back]
        Sun> [Refused by the customer]
        Sun> Too large for the room | 房间放不下
        Sun> [Skip]
        Sun> [Send]
        Ann< Somebody calls you about S-261123-0001 | 稍后会就 S-261123-0001 与您联系
        Liu< Refused by the customer. Too large | 客户拒收。房间放不下
        Ann!! Your replacement | 为您换新
        """
    )


@pytest.mark.rule("DLV-18")
async def test_a_small_flaw_is_for_the_customer_to_decide(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        AT_THE_DOOR
        + """
        Sun> [Small flaw]
        Sun> A scratch, waxed over | 一道划痕，已修色
        Sun> (photo scratch)
        Sun> [Done]
        Ann< There is a small flaw: A scratch, waxed over | 商品有一处小瑕疵：一道划痕，已修色
        Ann< (photo scratch)
        Ann> [It is mended, fine]
        Zhou< the customer is content | 客户满意
        """
        + UNPACKED
        + """
        Ann> [Sign for the goods]
        Ann> 1
        Ann> [Skip]
        """
    )
    assert (await world.ticket("S-261123-0001")).state == "closed"


@pytest.mark.rule("DLV-11")
@pytest.mark.rule("DLV-18")
async def test_an_exchange_takes_the_old_item_along(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        AT_THE_DOOR
        + """
        Sun> [Small flaw]
        Sun> A scratch | 一道划痕
        Sun> [Skip]
        Ann> [I want a replacement]
        Ann> [Wed 25 Nov, 09:00–10:30 | 11月25日 周三 09:00–10:30]
        Ann< Your replacement is S-261124-0001 | 为您换新的送货单是 S-261124-0001
        Liu< wants a replacement. A scratch | 要求换新。一道划痕
        """
        + THE_OTHER_DAY
        + """
        Sun> [Unpacked and inspected]
        Sun> [There is none to take]
        Sun> [Skip]
        Sun> [Skip]
        Sun< Please collect the old item first | 请先收回旧货
        Ann! Please sign | 请签收
        Sun> [Unpacked and inspected]
        Sun> [Yes, it goes with us]
        Sun> [Skip]
        Sun> [Skip]
        Ann< Please sign for it | 请签收
        """
    )


@pytest.mark.rule("VIS-07")
async def test_nobody_home_brings_the_goods_back_another_day(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        AT_THE_DOOR
        + """
        ... 5 minutes
        Zhou> [Nobody home]
        Ann< nobody answered. Please choose a new time | 请您重新选择上门时间
        Liu< nobody home | 家中无人
        Ann> [Other time]
        Ann> 1
        Ann< Sun, Zhou (badge 021, 022) will bring | 孙师傅、周师傅（工号 021、022）将于
        """
    )


@pytest.mark.rule("DLV-07")
async def test_a_crew_that_is_late_says_so_and_one_that_is_not_there_is_missed(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        BOOKED
        + CHECKED
        + """
        ... until Tue 08:50
        Zhou> [Running late]
        Zhou> [30 minutes | 30分钟]
        Zhou> A jam | 堵车
        Ann< We are sorry: Sun, Zhou is late | 非常抱歉，孙师傅、周师傅会晚到一些
        Ann< Tue 24 Nov, 09:30–11:00 | 11月24日 周二 09:30–11:00
        ... until Tue 11:01
        Liu< has not arrived for S-261123-0001 | 尚未到达
        ... until Tue 11:16
        Ann< nobody has come yet | 还没有到
        """
    )


@pytest.mark.rule("DLV-19")
async def test_who_does_not_sign_is_reminded_and_then_called(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        AT_THE_DOOR
        + UNPACKED
        + """
        ... 31 minutes
        Ann< Please sign for NOVA sofa | 请为NOVA sofa
        ... 2 hours
        Liu< has not signed. Please call | 还没有签收，请致电
        """
    )
