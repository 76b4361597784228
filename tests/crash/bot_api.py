"""Telegram's end of the wire, in the desk's own process: calls become packets to the network outside, and back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

from aiohttp import web

from bot.channels.telegram.drawing import GONE
from core.outcomes import Outcome, Retry, Sent
from core.ports import Parcel, Received
from tests.crash.fate import Fate
from tests.crash.packets import Answer, Carried, Inside
from tests.crash.points import Point

Updates = dict[int, tuple[str, dict[str, Any]]]  # by number: the name of the message, and what is in it


def number_of(name: str) -> int:
    """Of somebody's chat."""
    return 6_000_000_000 + crc32(name.encode())


@dataclass
class BotApi:
    """`confirmed` hears of the messages that the desk says it has."""

    end: Inside
    fate: Fate
    confirmed: Callable[[Sequence[str]], None]
    coming: Updates = field(default_factory=Updates)
    stirred: asyncio.Event = field(default_factory=asyncio.Event)
    leaving: dict[int, Parcel] = field(default_factory=dict[int, Parcel])  # what is on its way, by chat
    waiting: dict[tuple[int, int], asyncio.Future[Outcome]] = field(
        default_factory=dict[tuple[int, int], "asyncio.Future[Outcome]"]
    )

    async def serve(self) -> tuple[web.AppRunner, str]:
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self.call)
        runner = web.AppRunner(app, shutdown_timeout=0)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        return runner, "http://{}:{}".format(*runner.addresses[0])

    def bring(self, messages: Sequence[Received]) -> None:
        for message in messages:
            update: dict[str, Any] = json.loads(message.raw)
            self.coming[update["update_id"]] = (message.message_id, update)
        self.stirred.set()

    async def call(self, request: web.Request) -> web.Response:
        fields: dict[str, Any] = dict(await request.post())
        match request.match_info["method"]:
            case "getUpdates":
                return good(await self.updates(int(fields.get("offset", 0)), float(fields.get("timeout", 0))))
            case "sendMessage" | "editMessageText" if fields["text"] != GONE:
                return await self.carried(request, self.leaving[int(fields["chat_id"])])
            case "sendMessage":
                return good(message(1))
            case _:
                return good(True)

    async def updates(self, offset: int, patience: float) -> list[dict[str, Any]]:
        """With its offset the desk says what it has."""
        had = [number for number in self.coming if number < offset]
        self.confirmed([self.coming.pop(number)[0] for number in had])
        self.stirred.clear()
        if not self.coming:
            try:
                await asyncio.wait_for(self.stirred.wait(), patience)
            except TimeoutError:
                return []
        return [update for _, (_, update) in sorted(self.coming.items())]

    async def carried(self, request: web.Request, parcel: Parcel) -> web.Response:
        answer: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self.waiting[parcel.id, parcel.attempt] = answer
        self.end.send(Carried(parcel))
        self.fate.step(Point.NETWORK_HAS_IT)
        match await answer:
            case Sent(name):
                return good(message(int(name.removeprefix("n"))))
            case Retry(after):
                parameters = {"retry_after": int(after.total_seconds())}
                busy = {"ok": False, "error_code": 429, "description": "Too Many Requests", "parameters": parameters}
                return web.json_response(busy, status=429)
            case _:
                if request.transport:
                    request.transport.abort()
                return web.Response()

    def close(self) -> None:
        """Whoever still waits goes home."""
        self.stirred.set()
        for future in self.waiting.values():
            future.cancel()

    def answered(self, answer: Answer) -> None:
        """What comes too late, nobody waits for any more."""
        future = self.waiting.pop((answer.number, answer.attempt), None)
        if future and not future.done():
            future.set_result(answer.outcome)


def good(result: object) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def message(number: int) -> dict[str, Any]:
    return {"message_id": number, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "x"}
