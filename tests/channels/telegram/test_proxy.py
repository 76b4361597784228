"""Where Telegram is reached only through a proxy, the environment says so."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.telegram.calling import bot_of
from bot.channels.telegram.transport import NotSent

TOKEN = "42:nobody-knows-it-but-the-transport"  # noqa: S105 - of nobody
ME = {"id": 42, "is_bot": True, "first_name": "Aftercare", "username": "aftercare_bot"}


class Proxy:
    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []  # for which host, and by whom

    async def carry(self, request: web.Request) -> web.Response:
        self.asked.append((request.host, request.headers.get("Proxy-Authorization", "")))
        return web.json_response({"ok": True, "result": ME})


@pytest.fixture
async def proxy(monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Proxy]:
    opened = Proxy()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", opened.carry)
    async with TestServer(app) as server:
        monkeypatch.setenv("http_proxy", f"http://ann:secret@127.0.0.1:{server.make_url('/').port}")
        monkeypatch.setenv("no_proxy", "inside.example.com")
        yield opened


async def test_calls_go_through_the_proxy_of_the_environment(proxy: Proxy) -> None:
    bot = bot_of(TOKEN, "http://telegram.example.com")
    assert (await bot.get_me()).username == "aftercare_bot"
    await bot.request.shutdown()
    assert proxy.asked == [("telegram.example.com", "Basic YW5uOnNlY3JldA==")]


async def test_a_server_inside_is_called_directly(proxy: Proxy) -> None:
    bot = bot_of(TOKEN, "http://inside.example.com:1")
    with pytest.raises(NotSent):
        await bot.get_me()
    await bot.request.shutdown()
    assert proxy.asked == []
