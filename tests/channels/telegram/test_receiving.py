"""Telegram is told that an update has arrived when it is kept, and not before: by polling and by webhook."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramConflictError
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.telegram.account import Account
from bot.channels.telegram.address import Address
from bot.channels.telegram.calling import bot_of
from bot.channels.telegram.front import Listed
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.webhook import HEADER, Webhook
from bot.envelope import Envelope
from core.errors import StorageTrouble
from core.people import Person
from tests.telegram.faults import Broken, Dropped, TooMany
from tests.telegram.network import Network, now
from tests.telegram.server import opened


@dataclass
class Desk:
    """Keeps what comes, unless its database is away."""

    away: bool = False
    kept: list[Envelope] = field(default_factory=list[Envelope])
    contacts: int = 0

    async def note(self, envelopes: Sequence[Envelope]) -> int:
        if self.away:
            raise StorageTrouble("the database is away")
        self.kept += envelopes
        return len(envelopes)

    async def heard(self, account: str, at: datetime) -> None:  # noqa: ARG002 - as the protocol names it
        self.contacts += 1

    def commands(self, person: Person | None, language: str) -> Listed:  # noqa: ARG002 - as the protocol names it
        return ()

    def about(self, language: str) -> tuple[str, str]:  # noqa: ARG002 - as the protocol names it
        return "", ""


@pytest.fixture
async def network() -> AsyncGenerator[Network]:
    async with opened() as network:
        yield network


def intake_of(network: Network, desk: Desk) -> Intake:
    return Intake(Account(network.token), desk, now, lambda _: None)


@asynccontextmanager
async def polling(network: Network, desk: Desk) -> AsyncGenerator[Polling]:
    async def prepare() -> None:
        network.webhooks.url = ""

    poll = Polling(Account(network.token), network.url, intake_of(network, desk), prepare, patience=1, pause=0.01)
    task = asyncio.create_task(poll.run())
    yield poll
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_nothing_is_confirmed_that_is_not_kept(network: Network) -> None:
    desk, ann = Desk(away=True), network.person("Ann")
    await ann.says("The sofa creaks")
    async with polling(network, desk):
        await network.until(lambda: len(network.called("getUpdates")) > 2)
        assert len(network.updates.waiting) == 1
        desk.away = False
        await network.settles()
    assert [envelope.chat.chat for envelope in desk.kept] == [str(ann.id)]


@pytest.mark.parametrize("fault", [Broken(502, page=True), Dropped(), TooMany(0), Broken(500)])
async def test_it_goes_on_after_any_trouble(network: Network, fault: Broken | Dropped | TooMany) -> None:
    desk, ann = Desk(), network.person("Ann")
    network.faults.next("getUpdates", fault, fault)
    await ann.says("The sofa creaks")
    async with polling(network, desk):
        await network.settles()
    assert len({envelope.message_id for envelope in desk.kept}) == 1


async def test_another_who_asks_for_the_updates_is_borne(network: Network) -> None:
    desk, ann = Desk(), network.person("Ann")
    other = Bot(network.token, AiohttpSession(api=TelegramAPIServer.from_base(network.url)))
    async with polling(network, desk) as poll, other.context(auto_close=True):
        await network.until(lambda: poll.connected)
        with suppress(TelegramConflictError):
            await other.get_updates(timeout=1)
        await ann.says("The sofa creaks")
        await network.settles()
    assert {json.loads(envelope.raw)["message"]["text"] for envelope in desk.kept} == {"The sofa creaks"}


async def test_a_webhook_that_somebody_took_away_is_set_again(network: Network) -> None:
    account, bot, desk = Account(network.token), bot_of(network.token, network.url), Desk()

    async def there() -> None:
        desk.contacts += 1

    address = Address(account, "http://127.0.0.1:9", bot, there, now, every=0.01, soon=0.01)
    network.faults.next("setWebhook", Broken())
    task = asyncio.create_task(address.watch())
    await network.until(lambda: network.webhooks.url == f"http://127.0.0.1:9/telegram/{network.bot_id}")
    assert network.webhooks.secret == account.secret
    await network.webhooks.stop()
    await network.until(lambda: bool(network.webhooks.url))
    assert desk.contacts
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await bot.request.shutdown()


async def test_while_telegram_cannot_call_us_it_counts_as_away(network: Network) -> None:
    account, bot, desk = Account(network.token), bot_of(network.token, network.url), Desk()

    async def there() -> None:
        desk.contacts += 1

    address = Address(account, "http://127.0.0.1:9", bot, there, now)
    for ago, contacts in ((30, 0), (119, 0), (125, 1)):
        network.webhooks.trouble = "Wrong response from the webhook: 502 Bad Gateway"
        network.webhooks.failed_at = network.seconds - ago
        await address.see_to_it(first=False)
        network.webhooks.url = address.url
        assert desk.contacts == contacts, ago
    await network.webhooks.stop()
    await bot.request.shutdown()


async def test_a_call_is_believed_by_its_secret_and_answered_when_it_is_kept(network: Network) -> None:
    account, desk = Account(network.token), Desk()
    app = web.Application()
    Webhook(account, intake_of(network, desk)).routes(app)
    ann = network.person("Ann")
    await ann.says("The sofa creaks")
    update, right = network.updates.waiting[0].update, {HEADER: account.secret}
    async with TestClient(TestServer(app)) as client:
        assert (await client.post(account.path, json=update)).status == 401
        assert (await client.post(account.path, json=update, headers={HEADER: "wrong"})).status == 401
        desk.away = True
        refused = await client.post(account.path, json=update, headers=right)
        assert (refused.status, refused.headers["Retry-After"]) == (503, "5")
        desk.away = False
        assert (await client.post(account.path, json=update, headers=right)).status == 200
        assert (await client.post(account.path, data=b"{", headers=right)).status == 200
    assert len(desk.kept) == 1
