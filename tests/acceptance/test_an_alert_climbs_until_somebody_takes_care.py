"""Alerts: who hears, who takes them, where they go when nobody does."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import ACCEPTED, ON_SITE, REPORTED, VISITED
from tests.acceptance.world import World

HELP = """
    Zhang> [Need help]
    Zhang> The frame is cracked inside | 里面的框架裂了
    Zhang> (photo crack)
    Zhang> [Done]
    Zhang< Help is called | 已呼叫支援
    Liu< The frame is cracked inside | 里面的框架裂了
    Liu< (photo crack)
    Liu< [Mine]
"""


@pytest.mark.rule("ESC-01")
@pytest.mark.rule("ESC-02")
@pytest.mark.rule("ESC-07")
async def test_a_call_for_help_that_nobody_claims_climbs_to_the_manager(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + HELP
        + """
        ... 9 minutes
        Zhao!! needs help | 请求支援
        ... 2 minutes
        Zhao< Nobody has taken care yet | 尚无人处理
        Zhao< The frame is cracked inside | 里面的框架裂了
        Zhao> [Mine]
        Zhao< yours now | 现由您处理
        Liu> [Mine]
        Liu< Zhao has taken this already | 赵经理已在处理
        Zhao> mine | 我的
        Zhao< F-261123-0001
        """
    )


@pytest.mark.rule("ESC-02")
async def test_whoever_claims_it_stops_the_climbing(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + HELP
        + """
        Liu> [Mine]
        Liu< F-261123-0001
        ... 25 minutes
        Zhao!! needs help | 请求支援
        Liu> [Carry on]
        Zhang< Carry on with | 请继续施工
        Zhang> [Finished]
        Zhang< What was the cause?
        """
    )


@pytest.mark.rule("ESC-02")
async def test_help_that_takes_too_long_is_the_managers_business(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + HELP
        + """
        Liu> [Mine]
        ... 31 minutes
        Zhao< still waits for help | 仍在现场等待支援
        """
    )


@pytest.mark.rule("ESC-05")
async def test_help_that_is_no_longer_needed_climbs_no_further(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + HELP
        + """
        Zhang> [Carry on]
        ... 20 minutes
        Zhao!! needs help | 请求支援
        """
    )


async def test_doing_something_about_it_is_as_good_as_claiming_it(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Ann> human | 人工
        Liu< wants to speak to a person | 要求转人工
        Liu> [Write to the customer]
        Liu> I call you in a minute | 我马上给您打电话
        ... 1 hour
        Zhao!! wants to speak | 要求转人工
        Liu> mine | 我的
        Liu< F-261123-0001
        """
    )


async def test_what_a_closed_ticket_calls_for_climbs_as_well(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Ann> [All in order]
        ... 1 hour
        Ann> [Not satisfied]
        Ann> He was rude | 态度不好
        Liu< is not satisfied. He was rude | 客户不满意。态度不好
        ... 11 minutes
        Zhao< is not satisfied. He was rude | 客户不满意。态度不好
        Zhao> [Mine]
        ... 1 hour
        Zhao! Nobody has taken care | 尚无人处理
        """
    )


@pytest.mark.rule("ESC-03")
async def test_what_is_overdue_goes_to_the_supervisor_and_a_day_later_to_the_manager(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        ... until Fri 09:31
        Zhang< On track? | 能按时完成吗
        ... until Mon 09:31
        Liu< is overdue | 已超时
        Liu> [Mine]
        Liu> overdue | 超时
        Liu< F-261123-0001
        Zhao!! still overdue | 仍未完成
        ... until Tue 09:31
        Zhao< still overdue | 仍未完成
        """
    )
