"""What is known to be wrong is told to the owners before they complain, in chat or by phone (FLT-31)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.people import Sale
from tests.acceptance.world import World

VALVES = Sale(
    0, "H-301", "+8613800138000", "Ann Lee", "ball valve", "plumbing", "BV-20", "", date(2026, 3, 2), None,
    "Building 3, Anju Garden, Binjiang District",
)  # fmt: skip
BATH = replace(VALVES, order="H-302", product="shower", model="SH-1")
OTHERS = replace(VALVES, order="H-303", phone="+8613911112222", customer="Ben Wu", address="Building 5, Anju Garden")
ELSEWHERE = replace(VALVES, order="H-304", phone="+8613733334444", customer="Cai Hong", address="Lakeside 9")
ASKED = """
    Liu> notice to owners | 隐患通知
    Liu> valve
    Liu> anju garden
    Liu> 2026-01-01
    Liu> [Skip]
    Liu> The valves leak | 阀门会漏水
    Liu> 2026-11-25
    Liu> [Fri 27 Nov | 11月27日 周五]
"""
SENT = ASKED + "Liu> [Yes, send it]\n"


@pytest.fixture
async def estate(homes: World) -> World:
    """Ann is in chat under her own number, Ben Wu is not; the third lives elsewhere."""
    await homes.do(lambda unit: unit.sales.add([VALVES, replace(VALVES, model="BV-25"), BATH, OTHERS, ELSEWHERE]))
    await homes.change("Ann", phone=VALVES.phone, phone_is_own=True)
    return homes


@pytest.mark.rule("FLT-31")
async def test_who_is_in_chat_chooses_a_day_and_a_repair_is_opened(estate: World) -> None:
    await estate.play(
        ASKED
        + """
        Liu< In chat: 1. By phone: 1. Told of it already: 0. | 线上通知 1 户，电话通知 1 户，已通知过 0 户
        Ann!! leak | 漏水
        Liu> [Yes, send it]
        Liu< Sent in chat: 1. To be phoned by the office: 1. | 已线上通知 1 户
        Ann< something is wrong with your ball valve BV-20, ball valve BV-25: The | BV-25存在隐患：阀门会漏水
        Ann> [Thu 26 Nov | 11月26日 周四]
        Ann> [Thu 26 Nov, 10:00–12:00 | 11月26日 周四 10:00–12:00]
        Ann< Your ticket is F-261123-0001 | F-261123-0001
        Ann< It is free of charge | 免费
        Chen< The valves leak | 阀门会漏水
        Chen< Under warranty: free of charge | 保修期内，免费
        Chen> [Zhang]
        Zhang> [Accept]
        Zhang< Anju Garden
        Ann< Zhang | 张师傅
        """
    )


@pytest.mark.rule("FLT-31")
async def test_the_office_phones_who_is_not_in_chat(estate: World) -> None:
    await estate.play(
        SENT
        + """
        Liu> [To be phoned]
        Liu< Ben Wu, +8613911112222, Building 5 | Ben Wu，+8613911112222，
        Liu! Ann Lee
        Liu! Lakeside
        Liu> [N-261123-0002]
        Liu> [Choose a time]
        Liu> [Fri 27 Nov | 11月27日 周五]
        Liu> [Fri 27 Nov, 08:30–10:00 | 11月27日 周五 08:30–10:00]
        Liu< Your ticket is F-261123-0001 | F-261123-0001
        Liu> to phone | 待电话通知
        Liu< Nobody is to be phoned | 没有待电话通知的业主
        """
    )


@pytest.mark.rule("FLT-31")
async def test_the_office_sees_what_came_of_a_notice(estate: World) -> None:
    await estate.play(
        "Liu> notices | 通知进度\nLiu< No owner was told of anything | 没有通知过业主\n"
        + SENT
        + """
        Ann> [Thu 26 Nov | 11月26日 周四]
        Ann> [Thu 26 Nov, 10:00–12:00 | 11月26日 周四 10:00–12:00]
        Liu> notices | 通知进度
        Liu< “The valves leak”: told 2, no answer yet 0, to be phoned 1, day agreed 1, mended 0 | 约定时间 1，已维修 0
        Chen> [Zhang] F-261123-0001
        Zhang> [Accept]
        ... until Thu 10:01
        Zhang> [Arrived]
        Zhang> [Finished]
        Zhang> [Workmanship | 施工质量]
        Zhang> [Replaced a part | 更换配件]
        Zhang> 20
        Zhang> [Skip]
        Zhang> [Skip]
        Zhang> [Send]
        Liu> notices | 通知进度
        Liu< day agreed 1, mended 1 | 约定时间 1，已维修 1
        """
    )


@pytest.mark.rule("FLT-31")
async def test_nobody_is_told_twice(estate: World) -> None:
    await estate.play(SENT + "Ann> [No need]\nAnn< just report it here | 随时在这里报修\n")
    await estate.play(
        ASKED
        + """
        Liu< In chat: 0. By phone: 0. Told of it already: 2. | 已通知过 2 户
        Liu> [Yes, send it]
        Liu< There is nobody to be told | 没有需要通知的业主
        """
    )


@pytest.mark.rule("FLT-31")
async def test_who_does_not_answer_is_reminded_and_then_phoned(estate: World) -> None:
    await estate.play(
        SENT
        + """
        ... until Tue 09:31
        Ann< something is wrong with your ball valve | 存在隐患
        ... until Thu 09:31
        Liu> to phone | 待电话通知
        Liu< Ann Lee
        """
    )


@pytest.mark.rule("FLT-31")
async def test_who_wants_no_news_is_phoned_instead(estate: World) -> None:
    await estate.play("Ann> unsubscribe | 退订\n" + ASKED + "Liu< In chat: 0. By phone: 2. | 电话通知 2 户\n")
    await estate.play("Ann> [Write to me again]\n" + ASKED + "Liu< In chat: 1. By phone: 1. | 线上通知 1 户\n")


@pytest.mark.rule("FLT-31")
async def test_who_was_forgotten_is_neither_told_nor_phoned(estate: World) -> None:
    await estate.play("Ann> forget me | 注销\nAnn> [Yes, erase everything]\n")
    await estate.play(ASKED + "Liu< In chat: 0. By phone: 1. | 线上通知 0 户，电话通知 1 户\n")


@pytest.mark.rule("FLT-31")
async def test_all_that_was_sold_to_an_estate_can_be_meant(estate: World) -> None:
    await estate.play(
        ASKED.replace("Liu> valve", "Liu> [Skip]")
        + """
        Liu< In chat: 1. By phone: 1. | 线上通知 1 户，电话通知 1 户
        Liu> [No, do not send it]
        Liu< Nothing was sent | 没有发送
        Ann!! leak | 漏水
        """
    )
