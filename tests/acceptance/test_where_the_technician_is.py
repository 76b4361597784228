"""Where the technician is, what he finds there, and where he has to go today."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.acceptance.scripts import ACCEPTED, ON_SITE, REPORTED
from tests.acceptance.world import World

PLACED = "1 Wensan Road, Hangzhou (GPS 30.27415, 120.15515)"
SET_OFF = """
    ... until Mon 13:45
    Zhang> [On my way]
    Zhang> [30 minutes | 30分钟]
    Zhang< Drive safely | 注意安全
    ... until Mon 14:05
"""


@pytest.mark.rule("VIS-05")
async def test_who_says_where_he_is_has_arrived_and_the_distance_is_kept(desk: World) -> None:
    await desk.play(REPORTED + ACCEPTED)
    known = await desk.ticket("F-261123-0001")
    await desk.do(lambda unit: unit.tickets.save(replace(known, facts={**known.facts, "address": PLACED})))
    await desk.play(
        SET_OFF
        + """
        Zhang> (place 30.27505, 120.15515)
        Zhang< Noted: 100 m from the address. | 距离地址 100 米
        Zhang< Send photos of what you find | 现场情况可直接发照片
        Liu> ticket F-261123-0001
        Liu< (100 m from the address) | （距地址 100 米）
        Zhang> [Undo]
        Zhang> [Arrived]
        """
    )
    ticket = await desk.ticket("F-261123-0001")
    assert ticket.state == "on_site"
    assert "metres_away" not in ticket.facts
    await desk.play(
        """
        Zhang> (place 30.27415, 120.15515)
        Zhang< Noted: 0 m from the address. | 距离地址 0 米
        """
    )
    assert (await desk.ticket("F-261123-0001")).facts["metres_away"] == 0


async def test_without_a_place_on_the_map_he_has_arrived_all_the_same(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + SET_OFF
        + """
        Zhang> (place 30.27505, 120.15515)
        Zhang< No place on the map is known for this address | 没有地图位置
        Zhang< shoe covers | 鞋套
        Ann> (place 30.27505, 120.15515)
        Ann< I cannot use that here. | 暂时无法处理
        """
    )
    ticket = await desk.ticket("F-261123-0001")
    assert (ticket.state, "metres_away" in ticket.facts) == ("on_site", False)


async def test_what_he_finds_on_site_is_added_to_the_job_without_a_question(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> (photo p7: the frame is cracked)
        Zhang< Photos so far: 1 | 已收到 1 张
        Zhang> [Done]
        Zhang< Added to F-261123-0001 | 已补充到工单 F-261123-0001
        Chen< the frame is cracked
        Ann!! the frame is cracked
        """
    )


async def test_a_photo_without_a_job_at_hand_is_nothing_to_be_kept(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Zhang> (photo p7)
        Zhang< How can I help you? | 请问有什么可以帮您
        Bob> (photo p8)
        Bob< Which product is it? | 请问是哪件产品
        """
    )


async def test_the_day_as_a_list_with_the_way_to_each_customer(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen> [Zhang]
        Zhang> today | 今天
        Zhang< Mon 23 Nov, 14:00–16:00: Hangzhou (F-261123-0001, offered | 11月23日 周一 14:00–16:00
        Zhang! Wensan | 文三路
        Zhang> [Accept]
        Zhang> today | 今天
        Zhang< 14:00–16:00: Ann Lee, 1 Wensan Road, | 14:00–16:00：李雷，杭州市西湖区
        Zhang< https://maps.google.com/?q=1%20Wensan%20Road%2C | https://uri.amap.com/search?keyword=%E6%9D%AD
        Zhang< (F-261123-0001, visit agreed) | （F-261123-0001，已约好时间）
        """
    )
