"""Old buttons, buttons of somebody else, and buttons that never were."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import ACCEPTED, REPORTED, VISITED
from tests.acceptance.world import World


async def test_of_two_who_accept_at_once_one_wins_and_the_other_is_told(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen> [Zhang]
        Zhang< Can you go? | 您能接吗
        ... 11 minutes
        Zhang< not answered in time | 未及时接单
        Chen> [Wang]
        Wang> [Accept]
        Zhang> [Accept]
        Zhang< gone to somebody else | 已转给其他师傅
        Zhang!! Wensan Road | 文三路
        Ann< Wang (badge 012) | 王师傅（工号 012）
        """
    )
    assert (await desk.ticket("F-261123-0001")).state == "scheduled"


async def test_a_form_is_not_opened_for_a_job_that_has_gone_to_somebody_else(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen> [Zhang]
        ... 11 minutes
        Chen> [Wang]
        Zhang> [Cannot]
        Zhang< gone to somebody else | 已转给其他师傅
        """
    )


async def test_what_is_no_longer_possible_is_said_with_what_is_so_now(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Ann> [Cancel the visit]
        Ann< This is no longer possible: F-261123-0001 is waiting to be accepted | 已完工，待验收
        Zhang> [On my way]
        Zhang< This is no longer possible: F-261123-0001 | 无法再进行这项操作
        """
    )


async def test_a_form_that_was_open_when_the_job_went_on_ends_with_the_reason(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen> [Zhang]
        Zhang> [Cannot]
        ... 11 minutes
        Zhang> 1
        Zhang< gone to somebody else | 已转给其他师傅
        Zhang> 1
        Zhang! gone to somebody else | 已转给其他师傅
        """
    )


async def test_a_survey_is_answered_once(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Ann> [All in order]
        ... 1 hour
        Ann> [Satisfied]
        Ann> [Skip]
        Ann> [Not satisfied]
        Ann< You have rated F-261123-0001 already | 您已经评价过了
        Ann! tell us | 还有什么
        """
    )
    assert (await desk.ticket("F-261123-0001")).facts["rating"] == 3


async def test_more_time_is_granted_only_when_it_was_asked_for(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        Liu> open
        Liu> [F-261123-0001]
        Liu> [Extend]
        Liu> 3
        Liu> The part comes from abroad
        Ann> [No, that is too late]
        Liu< does not agree | 不同意延期
        Ann> [Yes, until then]
        Liu! agreed to | 同意延期到
        """
    )
    assert "promised_by" not in (await desk.ticket("F-261123-0001")).facts


FORGED = (
    "m:nosuch:accept",
    "m:nosuch:accept:1",
    "m::",
    "m",
    "m:\x00:accept",
    "t:nosuch:show",
    "a:1",
    "a:999999999999999999999999",
    "p:1",
    "p:999999999999999999999999",
    "q:1:0",
    "f:no_such_form",
    "f:assign_technician",
    "w:",
    "w:open",
    "",
    "x" * 60,
)


@pytest.mark.parametrize("who", ["Bob", "Zhang", "Chen"])
async def test_a_forged_button_does_nothing_and_gets_an_answer(desk: World, who: str) -> None:
    await desk.play(REPORTED)
    before = await desk.ticket("F-261123-0001")
    for token in FORGED:
        await desk.play(f"{who}> (press {token})")
        assert (await desk.seat(who)).new, token
    assert await desk.ticket("F-261123-0001") == before


async def test_somebody_elses_buttons_find_nothing(desk: World) -> None:
    await desk.play(REPORTED + ACCEPTED)
    seats = [await desk.seat(name) for name in ("Ann", "Zhang", "Chen")]
    before = await desk.ticket("F-261123-0001")
    for token in {token for seat in seats for token in seat.buttons["F-261123-0001"].values() if token[0] in "mta"}:
        await desk.play(f"Bob> (press {token})\nBob< I cannot find that.\nBob!! Wensan | 文三路")
    assert await desk.ticket("F-261123-0001") == before
