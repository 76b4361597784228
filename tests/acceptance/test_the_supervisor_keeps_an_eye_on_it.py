"""Open, overdue, today, mine, a ticket's story, why this deadline, more time, take over, close."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import ACCEPTED, REPORTED, VISITED
from tests.acceptance.world import World

ASKED = (
    REPORTED
    + ACCEPTED
    + """
    Liu> ticket F-261123-0001 | 工单 F-261123-0001
    Liu> [Extend]
    Liu> [Thu 3 Dec, 18:00 | 12月3日 周四 18:00]
    Liu> The cloth comes from abroad. | 面料从国外发货。
    Liu< Nothing changes until the customer agrees | 客户同意之前期限不变
    Ann< The cloth comes from abroad | 面料从国外发货
    Ann< May we have until Thu 3 Dec, 18:00 | 宽限到12月3日 周四 18:00
"""
)


async def test_the_lists(desk: World) -> None:
    await desk.play(
        """
        Liu> open | 未完成
        Liu< Nothing is open.
        Liu> overdue | 超时
        Liu< Nothing is overdue.
        Liu> today | 今天
        Liu< No visit today.
        Liu> mine | 我的
        Liu< You have claimed nothing.
        """
        + REPORTED
        + """
        Liu> open | 待办
        Liu< Sofa: waiting for a technician | 沙发：正在安排师傅
        Liu> today | 今日
        Liu< F-261123-0001
        Zhao> open | 未完成
        Zhao< F-261123-0001
        Ann> open | 未完成
        Ann! waiting for | 正在安排
        """
    )


@pytest.mark.rule("FLT-07")
@pytest.mark.rule("DSP-14")
@pytest.mark.rule("ARC-07")
async def test_a_ticket_tells_its_story(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Liu> ticket f-261123-0001 | 工单 f-261123-0001
        Liu< Ann Lee, +8613800138000 | 李雷 +8613800138000
        Liu< Mon 23 Nov, 09:30 Chen: Assign (Zhang) | 11月23日 周一 09:30 小陈：派工（张师傅）
        Liu< Mon 23 Nov, 09:30 Zhang: Accept | 11月23日 周一 09:30 张师傅：接单
        Liu< Mon 23 Nov, 12:35 Zhang: On my way | 11月23日 周一 12:35 张师傅：已出发
        Liu< Mon 23 Nov, 14:05 Zhang: Arrived | 11月23日 周一 14:05 张师傅：已到达
        Liu< Mon 23 Nov, 14:05 Zhang: Finished | 11月23日 周一 14:05 张师傅：完工
        Liu> ticket F-000000-0000 | 工单 F-000000-0000
        Liu< I cannot find that.
        """
    )
    assert (await desk.ticket("F-261123-0001")).facts["policy"] == desk.shop.policy.version


@pytest.mark.rule("FLT-15")
async def test_every_deadline_can_be_explained(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Liu> why F-261123-0001 | 为什么 F-261123-0001
        Liu< repair finished: Mon 30 Nov, 09:30 | 完成维修：截止11月30日 周一 09:30
        Liu< resolve_simple = 5 working days | resolve_simple = 5个工作日
        Liu< Mon 23 Nov, 09:30–12:00 | 11月23日 周一 09:30–12:00
        Liu< Counted by the clock | 按自然时间计算
        Chen> [Zhang]
        Zhang> [Another time]
        Zhang> 3
        ... 1 day
        Ann> [That suits me]
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        Liu> [Why this deadline?]
        Liu< repair finished: Tue 1 Dec, 09:30 | 完成维修：截止12月1日 周二 09:30
        Liu< Without these pauses: Mon 23 Nov, 09:30 – Tue 24 Nov, 09:30 | 已扣除暂停
        """
    )


@pytest.mark.rule("ESC-03")
async def test_more_time_with_the_customers_consent(desk: World) -> None:
    await desk.play(
        ASKED
        + """
        Ann> [Yes, until then]
        Ann< We will keep Thu 3 Dec, 18:00 | 一定在12月3日 周四 18:00前完成
        Liu< agreed to Thu 3 Dec, 18:00 | 同意延期到12月3日 周四 18:00
        Liu> why F-261123-0001 | 为什么 F-261123-0001
        Liu< as the customer agreed | 客户已同意
        Ann> status | 状态
        Ann< repaired by Thu 3 Dec, 18:00 | 12月3日 周四 18:00前为您修好
        """
    )


async def test_no_more_time_without_it(desk: World) -> None:
    await desk.play(
        ASKED
        + """
        Ann> [No, that is too late]
        Ann< The date for F-261123-0001 stays | 工单 F-261123-0001 的期限不变
        Liu< does not agree to a later date | 不同意延期
        Ann> status | 状态
        Ann< repaired by Mon 30 Nov | 11月30日
        """
    )


async def test_what_is_taken_over_stops_climbing_and_the_dispatcher_knows(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        ... 16 minutes
        Liu< still has no technician | 仍未派工
        Liu> [Take over]
        Chen< Liu has taken over F-261123-0001 | 刘主管已接管工单 F-261123-0001
        ... 13 minutes
        Zhao!! still has no technician | 仍未派工
        Liu> mine | 我的
        Liu< F-261123-0001
        """
    )


@pytest.mark.rule("FLT-21")
async def test_the_same_fault_again_is_rework_that_the_supervisor_hears_of(desk: World) -> None:
    again = REPORTED.replace("    Ann> Ann Lee | 李雷\n    Ann> 138 0013 8000\n", "").replace("0001", "0002")
    again = again.replace("    Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼\n", "")
    again = again.replace("[Mon 23 Nov, 14:00–16:00 | 11月23日 周一 14:00–16:00]", "1").replace("F-261123", "F-261207")
    await desk.play(VISITED + "Ann> [All in order]\nAnn> (photo x)\nAnn> cancel | 取消\n... 14 days")
    await desk.play(
        again.replace("0002", "0001")
        + """
        Liu< F-261207-0001 repeats F-261123-0001 | 工单 F-261207-0001 与 F-261123-0001 为同一故障
        ... 1 hour
        Zhao< repeats F-261123-0001 | 与 F-261123-0001 为同一故障
        """
    )


@pytest.mark.rule("FLT-03")
@pytest.mark.rule("FLT-14")
@pytest.mark.rule("CHN-08")
@pytest.mark.rule("CHN-09")
async def test_a_report_that_nobody_touches_goes_up_step_by_step(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        ... until Mon 10:01
        Liu< nobody has contacted the customer within 30 minutes | 超过30分钟工作时间仍无人联系客户
        ... until Tue 09:31
        Zhao< no answer to the customer within 1 day | 超过1天仍未答复客户
        Chen< the plan is due Wed 25 Nov, 09:30 | 请在11月25日 周三 09:30前安排好
        ... until Wed 09:31
        Liu< no plan within 2 working days | 超过2个工作日仍未安排
        ... until Mon 09:31
        Liu< is overdue. It was promised by Mon 30 Nov, 09:30 | 承诺时间是11月30日 周一 09:30
        """
    )


@pytest.mark.rule("FLT-16")
async def test_a_complex_repair_has_ten_days_and_the_customer_hears_how_it_goes(desk: World) -> None:
    complex_one = REPORTED.replace("sofa seat is sagging | 我家沙发坐垫塌陷了", "sofa frame snapped | 我家沙发框架断了")
    await desk.play(
        complex_one.replace("    Ann> [No, not solved]\n", "")
        + """
        Ann< repaired by Mon 7 Dec, 09:30 | 12月7日 周一 09:30前为您修好
        ... until Thu 09:31
        Ann< F-261123-0001: waiting for a technician. It is promised by Mon 7 Dec | 进展：正在安排师傅
        """
    )


@pytest.mark.rule("CHN-10")
async def test_reports_are_taken_at_night_and_the_customer_hears_when_somebody_is_there(desk: World) -> None:
    await desk.play(
        """
        ... until Mon 22:30
        """
        + REPORTED.replace("[Mon 23 Nov, 14:00–16:00 | 11月23日 周一 14:00–16:00]", "1")
        + """
        Ann< office is closed now and opens Tue 24 Nov, 09:00 | 11月24日 周二 09:00上班
        ... until Tue 09:29
        Liu!! nobody has contacted | 仍无人联系
        ... until Tue 09:31
        Liu< nobody has contacted | 仍无人联系
        """
    )


@pytest.mark.rule("DSP-01")
async def test_an_urgent_report_without_a_time_is_to_be_reached_within_working_hours(desk: World) -> None:
    await desk.play(
        """
        Ann> My bed broke and I got hurt | 我家的床断了，人受伤了
        Ann> [Skip]
        Ann> Ann Lee | 李雷
        Ann> 138 0013 8000
        Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
        Ann> [Send]
        Liu> [Contacted]
        Liu> [Take over]
        ... until Mon 14:59
        Liu!! nobody has arrived within the time | 超过到场时限
        ... until Mon 15:01
        Liu< nobody has arrived within the time | 超过到场时限
        """
    )
