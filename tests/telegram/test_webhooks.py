"""Updates brought to the bot's own address."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from telegram.error import BadRequest

from tests.telegram.conftest import Clock, Sender
from tests.telegram.network import Network
from tests.telegram.refusals import Json
from tests.telegram.webhooks import HEADER


@dataclass
class Address:
    """Where the bot would listen: answers as it is told, and 200 otherwise."""

    url: str = ""
    answers: list[web.Response] = field(default_factory=list[web.Response])
    heard: list[Json] = field(default_factory=list[Json])
    secrets: set[str] = field(default_factory=set[str])
    open: asyncio.Event = field(default_factory=asyncio.Event)

    async def listen(self, request: web.Request) -> web.Response:
        await self.open.wait()
        self.heard.append(await request.json())
        self.secrets.add(request.headers.get(HEADER, ""))
        return self.answers.pop(0) if self.answers else web.Response()

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.heard]


@pytest.fixture
async def address() -> AsyncIterator[Address]:
    address = Address()
    address.open.set()
    application = web.Application()
    application.router.add_post("/hook", address.listen)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield address
    await runner.cleanup()


async def test_updates_come_with_the_secret(network: Network, sender: Sender, address: Address) -> None:
    await sender.set_webhook(address.url, secret_token="s-1")  # noqa: S106 - nobody's
    await network.person("Ann").says("hello")
    await network.settles()
    assert (address.texts(), address.secrets) == (["hello"], {"s-1"})


async def test_what_is_not_taken_comes_again_before_what_follows_it(
    network: Network, sender: Sender, address: Address
) -> None:
    address.answers = [web.Response(status=500), web.Response(status=500)]
    ann = network.person("Ann")
    await sender.set_webhook(address.url)
    await ann.says("one")
    await ann.says("two")
    await network.settles()
    assert address.texts() == ["one", "one", "one", "two"]
    info = await sender.get_webhook_info()
    assert (info.pending_update_count, info.last_error_message) == (
        0,
        "Wrong response from the webhook: 500 Internal Server Error",
    )


async def test_one_chat_does_not_hold_up_another(network: Network, sender: Sender, address: Address) -> None:
    address.answers = [web.Response(status=503, headers={"Retry-After": "3600"})]
    await sender.set_webhook(address.url)
    await network.person("Ann").says("from Ann")
    await network.until(lambda: len(address.heard) == 1)
    await network.person("Bob").says("from Bob")
    await network.until(lambda: len(address.heard) == 2)
    assert address.texts() == ["from Ann", "from Bob"]
    assert (await sender.get_webhook_info()).pending_update_count == 1


async def test_what_is_too_old_is_brought_no_more(
    network: Network, sender: Sender, address: Address, clock: Clock
) -> None:
    await network.person("Ann").says("hello")
    clock.passes(hours=25)
    await sender.set_webhook(address.url)
    await network.settles()
    assert address.heard == []


async def test_what_waited_is_brought_unless_it_is_to_be_dropped(
    network: Network, sender: Sender, address: Address
) -> None:
    ann = network.person("Ann")
    await ann.says("dropped")
    await sender.set_webhook(address.url, drop_pending_updates=True)
    await sender.delete_webhook()
    await ann.says("kept")
    await sender.set_webhook(address.url)
    await network.settles()
    assert address.texts() == ["kept"]


@pytest.mark.parametrize(
    ("url", "refusal"),
    [
        ("http://service.example.com", "HTTPS URL must be provided"),
        ("https://service.example.com:8080", "only on ports"),
    ],
)
async def test_an_address_that_telegram_would_not_call_is_refused(sender: Sender, url: str, refusal: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){refusal}"):
        await sender.set_webhook(url)


async def test_a_secret_has_only_plain_letters(sender: Sender) -> None:
    with pytest.raises(BadRequest, match=r"(?i)unallowed characters"):
        await sender.set_webhook("https://service.example.com", secret_token="with space")  # noqa: S106 - nobody's
