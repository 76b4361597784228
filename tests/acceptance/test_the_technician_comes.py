"""From the reminder to leave to the door: on my way, early, late, nobody home."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import ACCEPTED, FINISHED, ON_SITE, REPORTED
from tests.acceptance.world import World


@pytest.mark.rule("VIS-01")
@pytest.mark.rule("VIS-05")
@pytest.mark.rule("VIS-09")
@pytest.mark.rule("VIS-10")
@pytest.mark.rule("VIS-18")
async def test_whoever_goes_knows_when_to_leave_what_to_bring_and_what_to_do_at_the_door(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        Zhang< Bring: | 请带上
        Zhang< – foam and filling | – 海绵、填充棉
        ... until Mon 12:29
        Zhang! Time to leave | 该出发了
        ... until Mon 12:31
        Zhang< Time to leave for F-261123-0001 | 该出发了，工单 F-261123-0001
        Zhang< – Receipts, price list, message notes | – 收据、收费标准、留言条
        Zhang> [On my way]
        Zhang< Have you got all of this? | 请检查是否带齐
        Zhang> 25
        Zhang< shoe covers | 鞋套
        Ann< Zhang is on the way | 张师傅已在路上
        Ann< About 25 minutes. | 大约 25 分钟到
        """
    )


@pytest.mark.rule("VIS-02")
@pytest.mark.rule("VIS-04")
@pytest.mark.rule("VIS-08")
@pytest.mark.rule("VIS-11")
@pytest.mark.rule("VIS-12")
@pytest.mark.rule("VIS-13")
@pytest.mark.rule("VIS-14")
async def test_the_lists_at_the_door_before_the_work_and_before_leaving(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang< say the company's name and your own | 自报公司和姓名
        Zhang< your own shoe covers | 自备鞋套
        Zhang< See the proof of purchase | 查看购买凭证
        Zhang< begin only with consent | 征得同意后再动手
        Zhang< untampered | 有无拆动痕迹
        Zhang< Agree place and details | 摆放位置和安装细节先和客户商定
        """
        + FINISHED
        + """
        Zhang< take away all rubbish | 带走全部垃圾
        Zhang< look after it | 保养
        """
    )


@pytest.mark.rule("VIS-06")
async def test_who_is_late_says_so_and_the_customer_hears_the_new_time(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        ... until Mon 13:00
        Zhang> [On my way]
        Zhang> [Skip]
        ... until Mon 13:30
        Zhang> [Running late]
        Zhang> [30 minutes | 30分钟]
        Zhang> Traffic jam | 堵车
        Ann< We are sorry: Zhang is late | 非常抱歉，张师傅会晚到一些
        Ann< Mon 23 Nov, 14:30–16:30 | 11月23日 周一 14:30–16:30
        Liu< Traffic jam | 堵车
        ... until Mon 14:40
        Zhang> [Arrived]
        ... until Mon 17:30
        Liu!! has not arrived | 尚未到达
        """
    )


@pytest.mark.rule("VIS-06")
async def test_a_customer_who_cannot_wait_for_the_late_one_takes_another_time(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        ... until Mon 13:00
        Zhang> [On my way]
        Zhang> [Skip]
        Zhang> [Running late]
        Zhang> [2 hours | 2小时]
        Zhang> [Skip]
        Ann> [Other time]
        Ann> [Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30]
        Zhang< Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30
        Zhang> [On my way]
        Zhang< Have you got all of this? | 请检查是否带齐
        """
    )


@pytest.mark.rule("FLT-20")
@pytest.mark.rule("DLV-07")
async def test_when_nobody_arrives_the_supervisor_hears_at_once_and_then_the_customer(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        ... until Mon 15:59
        Liu!! has not arrived | 尚未到达
        ... until Mon 16:01
        Liu< Zhang has not arrived for F-261123-0001 | 张师傅尚未到达
        Ann! nobody has come yet | 还没有到
        ... until Mon 16:16
        Ann< We are sorry that nobody has come yet | 非常抱歉
        """
    )


@pytest.mark.rule("DLV-03")
async def test_who_is_early_is_told_to_ask_first_and_it_is_counted(desk: World) -> None:
    early = """
        ... until Mon 12:31
        Zhang< Be there at the agreed time | 请按约定时间到达
        ... until Mon 13:50
        Zhang> [Arrived]
        Zhang< You are early for F-261123-0001 | 您提前到了
        Zhang< shoe covers | 鞋套
        """
    await desk.play(REPORTED + ACCEPTED + early)
    assert (await desk.ticket("F-261123-0001")).facts["early"] == 1
    await desk.play(
        """
        Zhang> [Undo]
        ... until Mon 14:00
        Zhang> [Arrived]
        Zhang! You are early | 您提前到了
        """
    )
    assert "early" not in (await desk.ticket("F-261123-0001")).facts


@pytest.mark.rule("VIS-07")
async def test_nobody_home_counts_only_after_the_policys_minutes(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [Nobody home]
        Zhang< ring every 30 seconds, and wait 5 minutes | 每隔30秒按一次门铃，到达满5分钟
        Ann! nobody answered | 无人应答
        ... 5 minutes
        Zhang> [Nobody home]
        Zhang< leave a note at the door | 留下留言条
        Zhang> (photo p7: under the door handle)
        Zhang> [Done]
        Zhang< Added to F-261123-0001 | 已补充到工单 F-261123-0001
        Chen< under the door handle
        Liu< nobody home | 家中无人
        Ann< nobody answered. Please choose a new time | 请您重新选择上门时间
        ... until Tue 14:15
        Ann< Please choose a new time | 重新选择上门时间
        Ann> [Other time]
        Ann> 1
        Zhang< New time for F-261123-0001 | 工单 F-261123-0001 改约
        """
    )
    ticket = await desk.ticket("F-261123-0001")
    assert (ticket.state, ticket.facts["nobody_home"]) == ("scheduled", 1)


async def test_a_customer_who_chooses_no_new_time_is_called(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        ... 5 minutes
        Zhang> [Nobody home]
        ... 4 days
        Chen< has not chosen a new time. Please call | 还没有选择新时间
        Chen> [Other time]
        Chen> 1
        Ann< Zhang (badge 007) will come | 张师傅（工号 007）将于
        """
    )
