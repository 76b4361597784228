"""Some words are understood from everybody, in the middle of whatever form."""

from __future__ import annotations

import pytest

from tests.acceptance.world import World

EVERYBODY = ["Ann", "Zhang", "Chen", "Liu", "Zhao", "Mei", "Gu", "Qian"]


@pytest.mark.parametrize("who", EVERYBODY)
async def test_they_are_answered_and_the_form_goes_on(desk: World, who: str) -> None:
    await desk.play(f"{who}> I have a suggestion | 我有建议\n")
    seat = await desk.seat(who)
    question = seat.new[-1].split(" [")[0].split("\n")[-1]
    for word in ("/status", "/help", "/mydata", "/language"):
        await desk.play(f"{who}> {word}\n")
        assert question in seat.new[-1], f"after {word} the form goes on: {seat.new}"
        assert len("\n".join(seat.new)) > len(question) + 10, f"{word} is answered: {seat.new}"
        assert not any("Please choose one of these" in said or "请从下面选择一项" in said for said in seat.new)
    await desk.play(f"{who}> /cancel\n")
    assert not any(question in said for said in seat.new)
