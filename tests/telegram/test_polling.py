"""How updates are handed out, confirmed and dropped."""

from __future__ import annotations

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError

from tests.telegram.conftest import Clock, Sender
from tests.telegram.network import Network


async def test_an_update_comes_again_until_the_offset_moves(network: Network, receiver: Bot) -> None:
    ann = network.person("Ann")
    await ann.says("one")
    await ann.says("two")
    first, second = await receiver.get_updates()
    assert [first, second] == await receiver.get_updates()
    assert [second] == await receiver.get_updates(offset=second.update_id)
    assert await receiver.get_updates(offset=second.update_id + 1) == []
    await network.settles()


async def test_a_long_poll_ends_when_something_comes(network: Network, receiver: Bot) -> None:
    poll = asyncio.create_task(receiver.get_updates(timeout=30))
    await network.until(lambda: network.updates.polls == 1)
    await network.person("Ann").says("hello")
    async with asyncio.timeout(2):
        assert len(await poll) == 1


async def test_a_batch_is_as_small_as_was_asked(network: Network, receiver: Bot) -> None:
    ann = network.person("Ann")
    for word in ("one", "two", "three"):
        await ann.says(word)
    assert len(await receiver.get_updates(limit=2)) == 2
    assert [u.message and u.message.text for u in await receiver.get_updates(offset=-1)] == ["three"]


async def test_the_second_poller_throws_out_the_first(network: Network, receiver: Bot) -> None:
    first = asyncio.create_task(receiver.get_updates(timeout=30))
    await network.until(lambda: network.updates.polls == 1)
    assert await receiver.get_updates() == []
    with pytest.raises(TelegramConflictError, match="terminated by other getUpdates request"):
        await first


async def test_nobody_polls_while_a_webhook_is_set(network: Network, receiver: Bot, sender: Sender) -> None:
    await sender.set_webhook("https://service.example.com/hook")
    with pytest.raises(TelegramConflictError, match="webhook is active"):
        await receiver.get_updates()


async def test_a_tap_is_dropped_after_150_seconds_a_message_after_a_day(
    network: Network, receiver: Bot, clock: Clock
) -> None:
    ann = network.person("Ann")
    number = await ann.says("hello")
    await ann.taps(ann.room.messages[number], "t1")
    clock.passes(seconds=151)
    assert [u.event_type for u in await receiver.get_updates()] == ["message"]
    clock.passes(hours=24)
    assert await receiver.get_updates() == []


async def test_only_what_was_allowed_comes_until_something_else_is_said(network: Network, receiver: Bot) -> None:
    ann = network.person("Ann")
    await receiver.get_updates(allowed_updates=["callback_query"])
    await ann.says("nobody hears this")
    assert await receiver.get_updates() == []
    await receiver.get_updates(allowed_updates=["message"])
    await ann.says("but this")
    assert len(await receiver.get_updates()) == 1


async def test_what_was_waiting_is_not_changed_by_a_later_edit(network: Network, receiver: Bot) -> None:
    ann = network.person("Ann")
    number = await ann.says("first")
    await ann.edits(number, "second")
    message, edited = await receiver.get_updates()
    assert message.message and message.message.text == "first"
    assert edited.edited_message and edited.edited_message.text == "second"
