"""How each failure of a call ends: what surely did not arrive is tried again, what may have arrived is told apart."""

from __future__ import annotations

import asyncio
import io
import logging
import socket
import sys
import threading
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
import structlog

from bot.channels.telegram.calling import Bot, bot_of
from bot.channels.telegram.refusals import Why
from bot.channels.telegram.sending import Sending
from bot.channels.telegram.transport import Transport
from bot.logs import start_logging
from core.outcomes import Outcome, Retry, Sent, Undeliverable, Unknown
from core.people import Chat
from core.ports import Parcel, Weight
from tests.channels.telegram.scripted import TOKEN, Answer, Cut, Hang, http, no, ok, scripted

HTML = b"<html>bad gateway</html>"


async def nothing(_: str) -> None:
    """No message has a file."""


async def attempt(bot: Bot, chat: int = 7) -> Outcome:
    there = Chat("telegram", "4242", str(chat))
    parcel = Parcel(1, 1, there, {"text": "Hello"}, Weight.NOTICE, 1, 0, None, "", "")
    return await Sending(bot, nothing).send(parcel)


@asynccontextmanager
async def calling(url: str) -> AsyncGenerator[Bot]:
    bot = bot_of(TOKEN, url)
    impatient(bot)
    try:
        yield bot
    finally:
        await bot.request.shutdown()


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (no(429, "Too Many Requests: retry after 7", retry_after=7), Retry(timedelta(seconds=7), "too many requests")),
        (no(429, "Too Many Requests"), Retry(timedelta(seconds=30), "too many requests")),
        (http(429, b"slow down", "text/plain"), Retry(timedelta(seconds=30), "too many requests")),
        (no(403, "Forbidden: bot was blocked by the user"), Undeliverable(Why.BLOCKED)),
        (no(403, "Forbidden: user is deactivated"), Undeliverable(Why.DELETED)),
        (no(403, "Forbidden: bot was kicked from the supergroup chat"), Undeliverable(Why.KICKED)),
        (no(403, "Forbidden: bot can't initiate conversation with a user"), Undeliverable(Why.NEVER_CAME)),
        (no(403, "Forbidden: something new"), Undeliverable(Why.REFUSED)),
        (no(400, "Bad Request: chat not found"), Undeliverable(Why.NO_CHAT)),
        (no(400, "Bad Request: message thread not found"), Undeliverable(Why.NO_TOPIC)),
        (no(400, "Bad Request: something new"), Undeliverable(Why.REFUSED)),
        (no(400, "Bad Request: message text is empty", http_status=200), Undeliverable(Why.REFUSED)),
        (no(413, "Request Entity Too Large"), Undeliverable(Why.TOO_LARGE)),
        (http(413, HTML), Undeliverable(Why.TOO_LARGE)),
        (no(401, "Unauthorized"), Retry(timedelta(minutes=1), "Telegram does not know the bot's token")),
        (no(404, "Not Found"), Retry(timedelta(minutes=1), "Telegram does not know the bot's token")),
        (no(409, "Conflict"), Retry(timedelta(minutes=1), "another program uses the bot's token")),
        (http(404, HTML), Retry(timedelta(seconds=1), "not connected: status 404, not from Telegram")),
        (http(403, HTML), Retry(timedelta(seconds=1), "not connected: status 403, not from Telegram")),
        (http(302, b""), Retry(timedelta(seconds=1), "not connected: status 302, not from Telegram")),
        (no(500, "Internal Server Error"), Unknown("NetworkError")),
        (http(502, HTML), Unknown("NetworkError")),
        (http(504, b""), Unknown("NetworkError")),
        (http(200, HTML), Unknown("NetworkError")),
        (http(200, b"[]"), Unknown("NetworkError")),
        (Cut(), Unknown("NetworkError")),
        (Cut(http(200, b'{"ok":true,"result":{}}')[:-9]), Unknown("NetworkError")),
        (Hang(), Unknown("NetworkError")),
    ],
)  # fmt: skip
async def test_every_answer_has_its_outcome(answer: Answer, outcome: Outcome) -> None:
    async with scripted() as telegram, calling(telegram.url) as bot:
        telegram.expects(answer)
        assert await attempt(bot) == outcome
        assert telegram.methods == ["sendMessage"], "nothing is tried again behind the outbox's back"


def impatient(bot: Bot) -> None:
    assert isinstance(bot.request, Transport)
    bot.request._answering = 0.2  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]


async def test_without_a_connection_nothing_was_sent() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens
        async with calling(f"http://127.0.0.1:{taken.getsockname()[1]}") as bot:
            assert await attempt(bot) == Retry(timedelta(seconds=1), "not connected: ClientConnectorError")


async def test_a_name_that_nobody_knows_means_that_nothing_was_sent() -> None:
    async with calling("http://telegram.invalid") as bot:
        assert isinstance(await attempt(bot), Retry)


async def test_a_group_that_has_moved_is_followed_at_once() -> None:
    async with scripted() as telegram, calling(telegram.url) as bot:
        telegram.expects(no(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1001234567890123))
        assert await attempt(bot, chat=-5) == Sent("100")
        assert [asked.fields["chat_id"] for asked in telegram.asked] == ["-5", "-1001234567890123"]


async def test_a_pause_that_is_asked_for_holds_for_everybody() -> None:
    async with scripted() as telegram, calling(telegram.url) as bot:
        telegram.expects(no(429, "Too Many Requests", retry_after=30))
        await attempt(bot)
        later = await attempt(bot, chat=8)
        assert isinstance(later, Retry) and 28 < later.after.total_seconds() <= 30
        assert len(telegram.asked) == 1


async def test_a_group_that_has_had_its_share_is_asked_to_come_back() -> None:
    async with scripted() as telegram, calling(telegram.url) as bot:
        outcomes = [await attempt(bot, chat=-9) for _ in range(4)]
        async with asyncio.timeout(5):
            outcomes += await asyncio.gather(*(attempt(bot, chat=-9) for _ in range(3)))
        assert [type(outcome) for outcome in outcomes] == [Sent, Sent, Sent, Sent, Sent, Retry, Retry]
        assert isinstance(await attempt(bot, chat=10), Sent), "others do not wait for a group"


FAILURES: tuple[Answer, ...] = (
    *(no(401, "Unauthorized"), no(404, "Not Found"), http(404, HTML), no(500, "x"), Cut(), http(200, HTML)),
    *(no(403, "Forbidden"), no(429, "", retry_after=1), Hang(), ok({"message_id": "odd"})),
)
LIBRARIES = ("telegram", "aiohttp", "asyncio", "httpx")


@pytest.fixture
def heard() -> Iterator[io.StringIO]:
    """Our own log, and beside it all that the libraries can be made to say."""
    root, out = logging.root, io.StringIO()
    before = root.handlers[:], root.level, sys.excepthook, threading.excepthook
    levels = {name: logging.getLogger(name).level for name in LIBRARIES}
    start_logging("debug", "json", out)
    root.addHandler(logging.StreamHandler(out))
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield out
    structlog.reset_defaults()
    root.handlers[:], root.level, sys.excepthook, threading.excepthook = before
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


async def test_the_token_is_in_no_log_and_in_no_reason(heard: io.StringIO) -> None:
    """Whatever goes wrong, and however much the libraries are asked to say."""
    reasons = [await failing(answer) for answer in FAILURES]
    async with calling("http://127.0.0.1:9") as bot:
        reasons += [repr(await attempt(bot)), repr(bot), repr(bot.request)]
    assert "sendMessage" in heard.getvalue(), "they said a lot"
    for told in (heard.getvalue(), *reasons):
        assert "SECRET" not in told
        assert "4242:" not in told


async def failing(answer: Answer) -> str:
    async with scripted() as telegram, calling(telegram.url) as bot:
        telegram.expects(answer)
        try:
            return repr(await attempt(bot))
        except Exception as error:
            logging.getLogger("test").exception("It went wrong")
            return repr(error)
