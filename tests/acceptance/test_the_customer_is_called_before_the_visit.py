"""The call-ahead: who comes, when, where; and what follows from each answer, or from none."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import ACCEPTED, REPORTED
from tests.acceptance.world import World

CALLED = (
    REPORTED
    + ACCEPTED
    + """
    ... until Mon 11:59
    Ann! Please confirm | 请确认届时方便
    ... until Mon 12:01
    Ann< Zhang (badge 007) comes Mon 23 Nov, 14:00–16:00 to 1 Wensan Road | 地址：杭州市西湖区文三路 1 号
"""
)


@pytest.mark.rule("DLV-05")
async def test_confirmed_means_the_technician_knows(desk: World) -> None:
    await desk.play(
        CALLED
        + """
        Ann> [Confirm]
        Ann< See you Mon 23 Nov, 14:00–16:00 | 谢谢您
        Zhang< confirmed | 已确认
        Ann> status | 状态
        Ann! [Confirm]
        ... until Mon 13:30
        Zhang! has not confirmed | 尚未确认
        """
    )


@pytest.mark.rule("DLV-05")
async def test_another_time_keeps_the_technician_if_he_is_free_then(desk: World) -> None:
    await desk.play(
        CALLED
        + """
        Ann> [Other time]
        Ann> [Tue 24 Nov, 14:00–16:00 | 11月24日 周二 14:00–16:00]
        Ann< Zhang (badge 007) will come Tue 24 Nov, 14:00–16:00 | 11月24日 周二 14:00–16:00
        Zhang< New time for F-261123-0001: Tue 24 Nov, 14:00–16:00 | 工单 F-261123-0001 改约
        ... until Mon 13:30
        Zhang! Time to leave | 该出发了
        ... until Tue 12:01
        Ann< Please confirm | 请确认届时方便
        """
    )


async def test_another_time_that_the_technician_has_not_free_finds_somebody_else(desk: World) -> None:
    second = REPORTED.replace("Ann>", "Bob>").replace("Ann<", "Bob<").replace("0001", "0002")
    tuesday = second.replace("Mon 23 Nov", "Tue 24 Nov").replace("11月23日 周一", "11月24日 周二")
    await desk.play(
        CALLED
        + tuesday
        + """
        Chen> [Zhang] F-261123-0002
        Zhang> [Accept] F-261123-0002
        Ann> [Other time]
        Ann> [Tue 24 Nov, 14:00–16:00 | 11月24日 周二 14:00–16:00]
        Ann< is noted for F-261123-0001. We will tell you who comes | 安排好师傅后会告知您
        Zhang< F-261123-0001 has moved to another time | 工单 F-261123-0001 已改到其他时间
        Chen< F-261123-0001: who goes? | 工单 F-261123-0001：请问派哪位师傅
        """
    )  # fmt: skip


async def test_cancelled_means_nobody_drives(desk: World) -> None:
    await desk.play(
        CALLED
        + """
        Ann> [Cancel the visit]
        Ann> [Yes, cancel it]
        Ann> We fixed it ourselves | 我们自己修好了
        Ann< F-261123-0001 is cancelled | 工单 F-261123-0001 已取消
        Zhang< cancelled by the customer | 已被客户取消
        Chen< We fixed it ourselves | 我们自己修好了
        ... until Mon 12:31
        Zhang! Time to leave | 该出发了
        ... 30 days
        Liu!! is overdue. It was promised | 已超时，承诺
        """
    )


async def test_cancelling_can_be_thought_over(desk: World) -> None:
    await desk.play(
        CALLED + "Ann> [Cancel the visit]\nAnn> [No, keep it]\nAnn< everything stays as it was | 一切保持不变"
    )
    assert (await desk.ticket("F-261123-0001")).state == "scheduled"


@pytest.mark.rule("DLV-05")
async def test_who_does_not_answer_is_phoned(desk: World) -> None:
    await desk.play(
        CALLED
        + """
        ... until Mon 12:59
        Zhang! Please phone | 请致电
        ... until Mon 13:01
        Zhang< has not confirmed | 尚未确认
        Zhang< Please phone +8613800138000 | 请致电 +8613800138000
        """
    )


async def test_a_visit_agreed_at_short_notice_is_not_confirmed_twice(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        ... until Mon 12:30
        Chen> [Zhang]
        Zhang> [Accept]
        Ann< Zhang (badge 007) will come | 张师傅（工号 007）将于
        ... until Mon 13:59
        Ann! Please confirm | 请确认届时方便
        Zhang< Time to leave | 该出发了
        """
    )
