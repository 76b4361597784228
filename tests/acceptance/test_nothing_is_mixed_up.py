"""Additions go to the right ticket, with several open ones too; nobody reads what is not his."""

from __future__ import annotations

import pytest

from core.storage.open import open_store
from tests.acceptance.scripts import ACCEPTED, REPORTED, VISITED
from tests.acceptance.shop import opened
from tests.acceptance.world import World

ANOTHER = (
    REPORTED.replace("My sofa seat is sagging | 我家沙发坐垫塌陷了", "My bed creaks | 我家的床吱嘎响")
    .replace("    Ann> Ann Lee | 李雷\n    Ann> 138 0013 8000\n", "")
    .replace("    Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼\n", "")
    .replace(
        "[Mon 23 Nov, 14:00–16:00 | 11月23日 周一 14:00–16:00]", "[Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30]"
    )
    .replace("0001", "0002")
)


async def test_what_is_said_while_one_ticket_is_open_is_added_to_it(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        Ann> The dog bit it too | 狗也咬了几口
        Ann< Added to F-261123-0001 | 已补充到工单 F-261123-0001
        Zhang< The dog bit it too | 狗也咬了几口
        Chen< The dog bit it too | 狗也咬了几口
        Ann> The sofa looks worse every day | 沙发越来越不行了
        Ann< Added to F-261123-0001 | 已补充到工单 F-261123-0001
        """
    )


async def test_photos_for_an_open_ticket_come_together(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        Ann> (photo p7: from behind)
        Ann> (photo p8)
        Ann> [Done]
        Ann< Added to F-261123-0001 | 已补充到工单 F-261123-0001
        Zhang< from behind
        Zhang< (photo p7) (photo p8)
        """
    )


async def test_a_ticket_does_not_swallow_any_number_of_photos(desk: World) -> None:
    await desk.play(REPORTED)
    for number in range(4):
        photos = "".join(f"Ann> (photo p{number}{each})\n" for each in range(6))
        await desk.play(photos + "Ann> [Done]\n")
    await desk.play("Ann< at most 20 | 最多 20 张")
    assert len((await desk.ticket("F-261123-0001")).facts["photos"]) == 18


async def test_with_several_open_tickets_the_customer_says_which_one(desk: World) -> None:
    await desk.play(
        REPORTED
        + ANOTHER
        + """
        Ann> Please phone before you come | 请提前打电话
        Ann< Which ticket is it about?
        Ann< [F-261123-0001 Sofa] [F-261123-0002 Bed, mattress] | [F-261123-0002 床、床垫]
        Ann> 2
        Ann< Added to F-261123-0002 | 已补充到工单 F-261123-0002
        Ann> The sofa gets worse | 沙发越来越塌了
        Ann< Added to F-261123-0001 | 已补充到工单 F-261123-0001
        Ann> please hurry | 帮我催一下
        Ann< Which ticket do you mean?
        Ann> [F-261123-0001 Sofa | F-261123-0001 沙发]
        Ann< hurry with F-261123-0001 | 已为您催办工单 F-261123-0001
        Ann> status | 状态
        Ann< F-261123-0001, Sofa | F-261123-0001 沙发
        Ann< F-261123-0002, Bed, mattress | F-261123-0002 床、床垫
        """
    )


async def test_each_notice_carries_its_own_ticket_and_buttons(desk: World) -> None:
    await desk.play(
        REPORTED
        + ANOTHER
        + """
        Chen> [Zhang] F-261123-0001
        Chen> [Wang] F-261123-0002
        Wang> [Accept]
        Zhang> [Accept]
        Ann> [Cancel the visit] F-261123-0002
        Ann> [Yes, cancel it]
        Ann> [Skip]
        Ann< F-261123-0002
        Wang< F-261123-0002
        Zhang! cancelled | 取消
        """
    )
    assert (await desk.ticket("F-261123-0001")).state == "scheduled"


async def test_somebody_elses_number_tells_a_customer_nothing(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Bob> F-261123-0001
        Bob> ticket F-261123-0001 | 工单 F-261123-0001
        Bob> why F-261123-0001 | 为什么 F-261123-0001
        Bob> status | 状态
        Bob< You have no open ticket.
        Bob!! sagging | 塌陷
        Bob!! Ann Lee | 李雷
        Bob!! Wensan | 文三路
        """
    )


@pytest.mark.rule("DSP-14")
async def test_a_technician_sees_phone_and_address_only_while_the_job_is_his(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen> [Zhang]
        Zhang< Hangzhou | 杭州市西湖区
        Zhang!! 13800138000
        Zhang!! Wensan | 文三路
        Zhang> ticket F-261123-0001 | 工单 F-261123-0001
        Zhang!! Wensan | 文三路
        Zhang> jobs | 任务
        Zhang> [F-261123-0001]
        Zhang!! Wensan | 文三路
        Zhang> [Accept]
        Zhang< 13800138000
        Zhang< Wensan | 文三路
        Zhang> jobs | 任务
        Zhang> [F-261123-0001]
        Zhang< 13800138000
        Wang!! 13800138000
        """
    )


async def test_and_no_longer_once_it_is_done(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Zhang> jobs | 任务
        Zhang> [F-261123-0001]
        Zhang! 13800138000
        Zhang! Wensan | 文三路
        Ann> [All in order]
        Zhang> [F-261123-0001]
        Zhang! 13800138000
        Zhang! Wensan | 文三路
        Zhang< F-261123-0001
        """
    )


async def test_everybody_is_spoken_to_in_his_own_language() -> None:
    desk = await opened(open_store("sqlite://"), "en")
    await desk.change("Zhang", language="zh_CN")
    await desk.change("Liu", language="zh_CN")
    await desk.play(REPORTED + "Chen> [Zhang]\nZhang< 您能接吗")
    await desk.play("Zhang> [接单]\nAnn< Zhang (badge 007) will come Mon 23 Nov, 14:00–16:00")
    await desk.play("Ann> human\nLiu< 要求转人工")
    await desk.store.close()
