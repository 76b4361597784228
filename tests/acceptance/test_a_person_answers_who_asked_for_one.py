"""Whoever asks for a person is answered within the policy's time, or it goes to somebody who sees to it."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import ACCEPTED, REPORTED
from tests.acceptance.world import World

ASKED = """
    Ann> human What does a new seat cost? | 人工 换个坐垫多少钱？
    Ann< A colleague will write or call you about F-261123-0001 by Mon 23 Nov, 09:35 | 同事会在11月23日 周一 09:35前
    Liu< wants to speak to a person | 要求转人工
    Liu< What does a new seat cost? | 换个坐垫多少钱？
"""


@pytest.mark.rule("CHN-14")
async def test_nobody_answers_in_time_so_the_manager_hears_and_the_customer_knows_who_calls(desk: World) -> None:
    await desk.play(
        REPORTED
        + ASKED
        + """
        Liu> [Mine]
        ... 4 minutes
        Zhao!! asked for a person | 要求转人工
        ... 1 minute
        Zhao< nobody has answered within 5 minutes of working time | 5分钟工作时间内无人答复
        Ann< sorry that nobody has answered you yet. Liu will call you | 还没有同事答复您。刘主管会
        """
    )


@pytest.mark.rule("CHN-14")
@pytest.mark.parametrize("answer", ["[Contacted]", "[Write to the customer]\nLiu> 80 yuan | 80 元"])
async def test_who_was_answered_waits_no_longer(desk: World, answer: str) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ASKED
        + f"""
        Liu> {answer}
        ... 20 minutes
        Zhao!! asked for a person | 要求转人工
        Ann! nobody has answered | 还没有同事答复您
        Ann> human | 人工
        Ann< by Mon 23 Nov, 09:55 | 09:55前
        """
    )


@pytest.mark.rule("CHN-14")
async def test_asking_again_puts_nothing_off(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ASKED
        + """
        ... 4 minutes
        Ann> human Hello? | 人工 有人吗？
        Ann< by Mon 23 Nov, 09:35 | 09:35前
        Liu< asks again for a person | 再次要求转人工
        ... 1 minute
        Zhao< nobody has answered | 无人答复
        ... 20 minutes
        Zhao! Nobody has taken care | 尚无人处理
        """
    )


@pytest.mark.rule("CHN-14")
async def test_who_asks_when_the_office_is_closed_hears_when_somebody_is_there(desk: World) -> None:
    await desk.play(
        """
        ... until Mon 21:00
        Ann> human | 人工
        Ann< by Tue 24 Nov, 09:05 | 11月24日 周二 09:05前
        ... until Tue 09:04
        Zhao!! asked for a person | 要求转人工
        ... 1 minute
        Zhao< nobody has answered | 无人答复
        """
    )
