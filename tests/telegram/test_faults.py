"""What goes wrong on the way, on purpose."""

from __future__ import annotations

from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramServerError
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.channels.telegram.pace import Pace
from tests.telegram.conftest import Sender
from tests.telegram.faults import Broken, Dropped, Refusal, Slow, TooMany
from tests.telegram.flood import Flood
from tests.telegram.network import Network
from tests.telegram.people import Person
from tests.telegram.refusals import Refused


@pytest.fixture
async def ann(network: Network) -> Person:
    ann = network.person("Ann")
    await ann.starts()
    return ann


async def test_too_much_is_told_when_to_come_again(network: Network, ann: Person, sender: Sender) -> None:
    network.faults.next("sendMessage", TooMany(7))
    with pytest.raises(RetryAfter) as refused:
        await sender.send_message(ann.id, "Hello")
    assert refused.value.retry_after == timedelta(seconds=7)
    await sender.send_message(ann.id, "Hello")
    assert ann.sees == "Hello"


async def test_a_connection_may_end_after_the_call_was_carried_out(
    network: Network, ann: Person, sender: Sender
) -> None:
    network.faults.next("sendMessage", Dropped())
    with pytest.raises(NetworkError):
        await sender.send_message(ann.id, "Hello")
    assert ann.sees == "Hello"


async def test_or_before_it(network: Network, ann: Person, receiver: Bot) -> None:
    network.faults.next("sendMessage", Dropped(carried_out=False))
    with pytest.raises(TelegramNetworkError):
        await receiver.send_message(ann.id, "Hello")
    assert ann.sees == ""


async def test_an_answer_may_come_too_late(network: Network, ann: Person, sender: Sender) -> None:
    network.faults.next("sendMessage", Slow(1))
    with pytest.raises(TimedOut):
        await sender.send_message(ann.id, "Hello", read_timeout=0.1)
    assert ann.sees == "Hello"


async def test_the_network_may_be_broken(network: Network, ann: Person, sender: Sender, receiver: Bot) -> None:
    network.faults.next("", Broken(500), Broken(502, page=True), Broken(502))
    with pytest.raises(TelegramServerError):
        await receiver.send_message(ann.id, "Hello")
    with pytest.raises(ClientDecodeError):
        await receiver.send_message(ann.id, "Hello")
    with pytest.raises(NetworkError):
        await sender.send_message(ann.id, "Hello")
    assert ann.sees == ""


async def test_any_refusal_can_be_said(network: Network, ann: Person, sender: Sender) -> None:
    network.faults.next("sendMessage", Refusal(400, "Bad Request: TOPIC_DELETED"))
    with pytest.raises(BadRequest, match=r"(?i)topic_deleted"):
        await sender.send_message(ann.id, "Hello")


async def test_nobody_gets_through_until_the_network_comes_back(network: Network, ann: Person, sender: Sender) -> None:
    await network.falls_silent()
    with pytest.raises(NetworkError):
        await sender.send_message(ann.id, "Hello")
    await network.comes_back()
    await sender.send_message(ann.id, "Hello again")
    assert ann.sees == "Hello again"


async def test_a_share_of_the_calls_fails_and_the_same_ones_next_time(
    network: Network, ann: Person, sender: Sender
) -> None:
    runs: list[list[bool]] = []
    for _ in range(2):
        network.faults.some(0.3, (Broken(502),), seed=7)
        runs.append([await gets_through(sender, ann) for _ in range(20)])
    assert runs[0] == runs[1]
    assert 0 < sum(runs[0]) < 20


async def gets_through(sender: Sender, ann: Person) -> bool:
    try:
        await sender.send_message(ann.id, "Hello")
    except NetworkError:
        return False
    return True


async def test_a_flood_is_held_back(network: Network, ann: Person, sender: Sender) -> None:
    network.flood.on = True
    network.flood.seconds = lambda: 100.0
    for number in range(10):
        await sender.send_message(ann.id, str(number))
    with pytest.raises(RetryAfter) as refused:
        await sender.send_message(ann.id, "11")
    assert refused.value.retry_after == timedelta(seconds=6)


@pytest.mark.parametrize(("every", "refused"), [(1.0, False), (0.9, True)])
def test_more_than_one_a_second_for_minutes_is_refused(every: float, *, refused: bool) -> None:
    assert floods([number * every for number in range(300)]) is refused


def test_what_leaves_at_our_pace_is_never_refused() -> None:
    pace, at, left = Pace(), 0.0, list[float]()
    for number in range(300):
        at = pace.book_all(pace.book_chat(7, at + 5 * (number % 40 == 0)))
        left.append(at)
    assert not floods(left)


def floods(moments: list[float]) -> bool:
    """In one chat."""
    flood, coming = Flood(on=True), iter(moments)
    flood.seconds = lambda: next(coming)
    try:
        for _ in moments:
            flood.check("sendMessage", 7)
    except Refused:
        return True
    return False


async def test_a_group_takes_twenty_a_minute(network: Network, sender: Sender) -> None:
    group = network.group("Staff")
    network.flood.on = True
    moments = iter(range(100))
    network.flood.seconds = lambda: float(next(moments))
    for number in range(20):
        await sender.send_message(group.id, str(number))
    with pytest.raises(RetryAfter):
        await sender.send_message(group.id, "21")


async def test_every_call_is_kept_with_its_client(network: Network, ann: Person, sender: Sender, receiver: Bot) -> None:
    await sender.send_message(ann.id, "Hello")
    await receiver.get_updates()
    sent, polled = network.calls[-2:]
    assert (sent.method, sent.params["text"], polled.method) == ("sendMessage", "Hello", "getUpdates")
    assert "aiogram" in polled.by
    assert "aiogram" not in sent.by
