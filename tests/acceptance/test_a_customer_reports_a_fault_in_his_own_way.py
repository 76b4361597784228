"""By a sentence, by the menu, by the order number, in his own words; with photos; corrected before it is sent."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import COVERED, REPORTED, WHO_AND_WHERE
from tests.acceptance.shop import ANNS_PHONE
from tests.acceptance.world import World


@pytest.mark.rule("FLT-01")
async def test_a_sentence_is_kept_and_answers_what_it_can(desk: World) -> None:
    await desk.play(
        """
        Ann> The drawer of my wardrobe is stuck | 我家衣柜的抽屉卡住了
        Ann< Cabinet, wardrobe | 柜子、衣柜
        Ann< The drawer of my wardrobe is stuck | 我家衣柜的抽屉卡住了
        Ann> [No, not solved]
        Ann> [Skip]
        Ann> [It can wait for the visit]
        """
        + WHO_AND_WHERE
        + """
        Chen< The drawer of my wardrobe is stuck | 我家衣柜的抽屉卡住了
        """
    )


@pytest.mark.rule("CHN-05")
@pytest.mark.rule("FLT-01")
@pytest.mark.rule("WAR-07")
async def test_by_the_menu_and_the_order_number(desk: World) -> None:
    await desk.play(
        f"""
        Ann> hello | 你好
        Ann< This is Songbai Home | 这里是松柏家居
        Ann> [Report a fault]
        Ann> S-202609-118
        Ann< [NOVA sofa]
        Ann!! Wensan | 文三路
        Ann> [NOVA sofa]
        Ann> [The frame is broken or an arm is loose | 框架断裂、扶手松动]
        Ann> The left arm | 左边的扶手
        Ann> [Skip]
        Ann> [It can wait for the visit]
        {WHO_AND_WHERE}
        Ann< F-261123-0001
        Ann< {COVERED}
        Ann< repaired by Mon 7 Dec | 12月7日 周一
        """
    )
    ticket = await desk.ticket("F-261123-0001")
    assert (ticket.facts["product"], ticket.facts["chargeable"]) == ("NOVA sofa NOVA-3", False)


@pytest.mark.rule("FLT-01")
async def test_what_the_shop_knows_of_a_customer_is_not_asked_again(desk: World) -> None:
    await desk.change("Ann", name="Ann Lee", phone=ANNS_PHONE, phone_is_own=True)
    await desk.play(
        f"""
        Ann> repair | 报修
        Ann< [NOVA sofa NOVA-3 (2026-09-24)]
        Ann> 1
        Ann> 3
        Ann> [Skip]
        Ann> [Skip]
        Ann> [It can wait for the visit]
        Ann! What is your name? | 怎么称呼
        Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
        Ann> [Skip]
        Ann> [Send]
        Ann< {COVERED}
        Ann> The drawer of my wardrobe is stuck | 我家衣柜的抽屉卡住了
        Ann< OAK wardrobe
        Ann> [No, not solved]
        Ann> [Skip]
        Ann> 1
        Ann! Where is it? | 上门地址是哪里
        """
    )


@pytest.mark.rule("FLT-01")
async def test_something_else_in_his_own_words(desk: World) -> None:
    await desk.play(
        f"""
        Ann> I want to report a fault | 我要报修
        Ann> garden swing | 秋千
        Ann> [Table, chair | 桌子、椅子、茶几]
        Ann> It makes a humming sound at night | 晚上会嗡嗡响
        Ann> [Skip]
        Ann> [Skip]
        Ann> [It can wait for the visit]
        {WHO_AND_WHERE}
        Ann< F-261123-0001
        Chen< garden swing | 秋千
        Chen< humming | 嗡嗡响
        """
    )


@pytest.mark.rule("FLT-01")
async def test_photos_come_one_by_one_or_as_an_album_until_somebody_says_done(desk: World) -> None:
    await desk.play(
        f"""
        Ann> My sofa frame is broken | 我家沙发框架断了
        Ann< send photos | 拍几张
        Ann> (photo p1: the left leg)
        Ann> (photo p2)
        Ann> (photo p2)
        Ann> (photo p3)
        Ann< 3
        Ann> done | 完成
        Ann> (photo p4)
        Ann< I have kept the photo.
        Ann> [It can wait for the visit]
        {WHO_AND_WHERE}
        Chen< the left leg
        Chen< (photo p1) (photo p2) (photo p3) (photo p4)
        """
    )


async def test_any_answer_can_be_changed_before_it_is_sent(desk: World) -> None:
    await desk.play(
        REPORTED.partition("Ann> [Send]")[0]
        + """
        Ann> [Change]
        Ann> [Phone]
        Ann> 12
        Ann< area code | 座机请带区号
        Ann> +49 30 901820
        Ann> change | 修改
        Ann> [Visit]
        Ann> [Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30]
        Ann< +49 30 901820
        Ann< Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30
        Ann> [Send]
        Ann< F-261123-0001
        """
    )
    assert (await desk.ticket("F-261123-0001")).facts["phone"] == "+4930901820"


@pytest.mark.rule("VIS-16")
@pytest.mark.rule("FLT-25")
async def test_visits_are_offered_on_working_days_outside_rest_and_meal_hours(desk: World) -> None:
    await desk.play(REPORTED.partition("Ann> [Mon 23 Nov")[0])
    offered = (await desk.seat("Ann")).new[-1]
    wanted = ("Mon 23 Nov, 14:00–16:00", "Wed 25 Nov, 10:30–12:00")
    if desk.language != "en":
        wanted = ("11月23日 周一 14:00–16:00", "11月25日 周三 10:30–12:00")
    assert all(window in offered for window in wanted)
    assert not any(word in offered for word in ("12:30", "13:", "18:30", "20:", "Sat", "周六", "11:00"))


async def test_a_window_taken_meanwhile_is_offered_no_more(desk: World) -> None:
    """Both technicians are booked by others while the form is still open."""
    half = REPORTED.partition("Ann> [Send]")[0]
    await desk.play(half + half.replace("Ann>", "Bob>") + half.replace("Ann>", "Cid>"))
    await desk.play("Bob> [Send]\nBob< F-261123-0001\nCid> [Send]\nCid< F-261123-0002")
    await desk.play(
        """
        Ann> [Send]
        Ann< just been taken | 刚刚被约走
        Ann! [Mon 23 Nov, 14:00–16:00] | [11月23日 周一 14:00–16:00]
        Ann> 1
        Ann> [Send]
        Ann< F-261123-0003
        """
    )


async def test_five_reports_a_day_are_enough(desk: World) -> None:
    await desk.change("Ann", name="Ann Lee", phone=ANNS_PHONE, phone_is_own=True)
    for number in range(1, 7):
        await desk.play(
            """
            Ann> repair | 报修
            Ann> 1
            Ann> 3
            Ann> [Skip]
            Ann> [Skip]
            Ann> [It can wait for the visit]
            """
            + ("Ann> 1 Wensan Road, Hangzhou | 杭州市西湖区文三路 1 号 3 楼\n" if number == 1 else "")
            + "Ann> [Skip]\nAnn> [Send]"
        )
    await desk.play("Ann< You have opened 5 tickets within a day | 您今天已提交了 5 张工单")
