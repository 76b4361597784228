"""An appliance shop promises that the technician calls within minutes of accepting (FLT-05)."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import ACCEPTED, AS_USUAL, REPORTED
from tests.acceptance.world import World

WASHER = f"""
    Ann> My washing machine does not drain | 洗衣机不排水
    {AS_USUAL}
    Ann< repaired by Mon 23 Nov, 16:00 | 11月23日 周一 16:00前为您修好
    Chen> [Zhang]
    ... 1 minute
    Zhang> [Accept]
    Ann< Zhang will call you by Mon 23 Nov, 09:36 about F-261123-0001 | 张师傅会在11月23日 周一 09:36前
    Zhang< Please call Ann Lee, +8613800138000, about F-261123-0001 by Mon 23 Nov, 09:36 | 致电李雷 +8613800138000
    Ann> status | 进度
    Ann< Zhang will call you by | 张师傅会在
"""


@pytest.mark.rule("FLT-20")
async def test_no_repair_is_promised_for_a_time_before_the_visit(appliances: World) -> None:
    await appliances.play(
        WASHER
        + """
        Liu> why F-261123-0001 | 为什么 F-261123-0001
        Liu< repair finished: Mon 23 Nov, 16:00, the agreed visit | 完成维修：11月23日 周一 16:00
        ... until Mon 15:59
        Liu! is overdue | 已超时
        ... 2 minutes
        Liu< is overdue | 已超时
        """
    )


@pytest.mark.rule("FLT-03")
@pytest.mark.rule("FLT-05")
async def test_who_has_called_says_so(appliances: World) -> None:
    await appliances.play(
        WASHER
        + """
        ... 2 minutes
        Zhang> [I have called]
        Zhang< Noted: you have called | 已记录
        Zhang! [I have called]
        Ann> status | 进度
        Ann! will call you | 给您打电话
        ... 1 hour
        Liu!! has not called | 致电
        """
    )
    assert (await appliances.ticket("F-261123-0001")).facts["called_at"]


@pytest.mark.rule("FLT-05")
async def test_who_forgets_is_reminded_and_then_the_supervisor_may_send_somebody_else(appliances: World) -> None:
    await appliances.play(
        WASHER
        + """
        ... 2 minutes
        Zhang! now | 马上
        ... 1 minute
        Zhang< Please call Ann Lee, +8613800138000, about F-261123-0001 now | 请马上就工单 F-261123-0001 致电李雷
        ... 2 minutes
        Liu< Zhang has not called Ann Lee, +8613800138000, within 5 minutes | 张师傅未在5分钟
        Liu> [Assign]
        Liu> 1
        Wang> [Accept]
        Ann< Wang will call you by Mon 23 Nov, 09:41 | 王师傅会在11月23日 周一 09:41前
        """
    )


@pytest.mark.rule("FLT-05")
async def test_where_the_policy_does_not_say_so_nobody_need_call(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        Ann!! will call you by | 给您打电话
        Zhang!! [I have called]
        """
    )
