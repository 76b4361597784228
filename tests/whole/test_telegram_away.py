"""After a time in which Telegram could not be reached: what was lost is asked for again. On both databases."""

from __future__ import annotations

import pytest

from core.tickets import Role
from tests.whole.messenger import Shop, begins, completes


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_a_press_that_was_lost_is_asked_for_again(place: Shop, webhook: bool) -> None:
    place.webhook = webhook
    async with place.open() as desk:
        zhang = place.network.person("Zhang")
        await place.hired(desk, zhang, Role.TECHNICIAN)
        ann = place.network.person("Ann")
        await begins(ann)
    await ann.presses("Back")
    place.clock.passes(minutes=4)
    async with place.open():
        await ann.hears("If you have tapped a button meanwhile, please do it again.")
        assert ann.sees.endswith("please do it again.\nWhich phone number can we reach you on? (7/9)")
        await ann.shares_contact()
        await ann.hears("Where is it?")
        assert "could not be reached" not in zhang.sees


async def test_after_a_short_absence_nobody_is_asked_again(place: Shop) -> None:
    async with place.open() as desk:
        await place.hired(desk, place.network.person("Zhang"), Role.TECHNICIAN)
        ann = place.network.person("Ann")
        await begins(ann)
    place.clock.passes(seconds=90)
    async with place.open():
        await ann.shares_contact()
        await ann.hears("Where is it?")
        assert "could not be reached" not in ann.sees


async def test_who_said_something_meanwhile_gets_his_answer_and_nothing_else(place: Shop) -> None:
    async with place.open() as desk:
        await place.hired(desk, place.network.person("Zhang"), Role.TECHNICIAN)
        ann = place.network.person("Ann")
        await begins(ann)
    place.clock.passes(minutes=4)
    await ann.shares_contact()
    place.clock.passes(minutes=4)
    async with place.open():
        await ann.hears("Where is it?")
        await place.network.settles()
        assert "could not be reached" not in ann.sees


async def test_an_offer_is_made_again_after_a_time_in_which_nobody_could_take_it(place: Shop) -> None:
    async with place.open() as desk:
        zhang, chen = await place.crew(desk)
        ann = place.network.person("Ann")
        await begins(ann)
        await completes(ann)
        await chen.presses("Zhang")
        await zhang.hears("[Accept]")
    await zhang.presses("Accept")
    place.clock.passes(minutes=4)
    async with place.open():
        await zhang.hears("F-261123-0001 is still offered to you.")
        await zhang.presses("Accept", under="still offered")
        await ann.hears("Zhang")
