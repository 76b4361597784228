"""Not everybody taps: whoever types what a button of the menu says gets the same."""

from __future__ import annotations

import re

import pytest

from tests.acceptance.world import World

MENU = ("How can I help you?", "请问有什么可以帮您？")


@pytest.mark.parametrize("who", ["Ann", "Zhang", "Chen", "Liu", "Zhao", "Mei", "Gu", "Qian"])
async def test_what_stands_in_the_menu(desk: World, who: str) -> None:
    await desk.play(f"{who}> hello | 你好\n")
    seat = await desk.seat(who)
    labels = re.findall(r"\[(.+?)\]", seat.new[-1])
    assert len(labels) >= 3
    for label in labels:
        await desk.play(f"{who}> {label}\n")
        assert not any(menu in line for menu in MENU for line in seat.new), f"{label} leads nowhere: {seat.new}"
        await desk.play(f"{who}> cancel | 取消\n")
