"""From the reminder to leave to the finished form: on my way, late, nobody home, help, parts, another day."""

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


@pytest.mark.rule("DSP-07")
async def test_parts_that_are_missing_are_ordered_and_the_customer_knows(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [Need parts]
        Zhang> Two springs | 弹簧两只
        Ann< needs a part (Two springs) | 需要更换配件（弹簧两只）
        Chen< needs parts: Two springs | 缺配件：弹簧两只
        ... until Wed 14:06
        Chen< still waits for parts | 仍在等待配件
        Chen> [Parts are here]
        Ann< The part for your | 所需配件已到货
        Ann> [Other time]
        Ann> 1
        Zhang< New time for F-261123-0001 | 工单 F-261123-0001 改约
        """
    )


@pytest.mark.rule("VIS-16")
async def test_work_that_would_disturb_goes_on_another_day(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [Go on another day]
        Ann< another day. Please choose a time | 改天继续，请您选择上门时间
        Ann> [Other time]
        Ann> [Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30]
        Zhang< New time for F-261123-0001 | 工单 F-261123-0001 改约
        """
    )


@pytest.mark.rule("ESC-03")
async def test_who_cannot_keep_the_date_says_so_before_it_has_passed(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [Need parts]
        Zhang> Two springs | 弹簧两只
        ... until Fri 09:31
        Zhang< On track? | 能按时完成吗
        Zhang> [Need help]
        Zhang> The springs come on Tuesday | 弹簧下周二才到
        Zhang> [Skip]
        Liu< The springs come on Tuesday | 弹簧下周二才到
        Liu> [Extend]
        Liu> 3
        Liu> We wait for springs. | 还在等弹簧。
        Ann< May we have until Wed 2 Dec | 能否请您宽限到12月2日
        """
    )


@pytest.mark.rule("FLT-22")
async def test_no_job_is_finished_without_its_report(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [Finished]
        Zhang> A loose screw | 螺丝松了
        Zhang> Tightened it | 拧紧了
        Zhang> half an hour | 半小时
        Zhang> one screw | 一颗螺丝
        Zhang> (photo done1)
        Zhang> (photo done2)
        Zhang> [Done]
        Ann! Is everything in order? | 请您验收
        Zhang> [Send]
        Ann< Zhang has finished F-261123-0001: Tightened it | 处理情况：拧紧了
        Ann< (photo done1) (photo done2)
        """
    )
    facts = (await desk.ticket("F-261123-0001")).facts
    assert (facts["work_minutes"], facts["done_photos"]) == (30, [*map(desk.network.media, ("done1", "done2"))])


async def test_the_report_that_was_begun_can_be_left_for_a_look_at_the_jobs(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [Finished]
        Zhang> 6
        Zhang> jobs | 任务
        Zhang< F-261123-0001
        Zhang< What was done?
        Zhang> 5
        Zhang< How many minutes did it take?
        """
    )
