"""Whoever types the number of a ticket means that ticket; what stands on a button and a number, that move on it."""

from __future__ import annotations

from tests.acceptance.scripts import ACCEPTED, REPORTED
from tests.acceptance.world import World


async def test_a_ticket_is_shown_to_whoever_may_see_it(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Liu> f-261123-0001
        Liu< waiting for a technician | 正在安排师傅
        Liu< [Why this deadline?]
        Ann> F-261123-0001
        Ann< waiting for a technician | 正在安排师傅
        Ann! [Why this deadline?]
        Bob> F-261123-0001
        Bob! waiting for a technician | 正在安排师傅
        """
    )


async def test_a_technician_with_several_jobs_types_which_he_means(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        ... until Mon 12:35
        Zhang> On my way F-261123-0001 | 已出发 F-261123-0001
        Zhang> 30
        Ann< on the way to you | 已在路上
        """
    )


async def test_a_technician_says_in_his_own_words_what_he_does(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen> [Zhang]
        Zhang> I accept | 我接
        Ann< Zhang (badge 007) will come Mon 23 Nov, 14:00–16:00 | 张师傅
        ... until Mon 12:35
        Zhang> I'm on my way! | 我出发了！
        Zhang> 30
        Ann< on the way to you | 已在路上
        ... until Mon 13:05
        Zhang> I'm here | 我到了
        Zhang> I'm done F-261123-0001 | 修好了 F-261123-0001
        Zhang< What was the cause? | 故障原因
        """
    )


async def test_a_customer_who_says_the_same_tells_the_technician(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        ... until Mon 12:35
        Ann> I'm here | 我到了
        Zhang< New for F-261123-0001: I'm here | 有新补充：我到了
        """
    )
