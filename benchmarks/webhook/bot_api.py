"""A Bot API that agrees to everything at once, and knows when each reply came in."""

from __future__ import annotations

import asyncio
import io
import itertools
import json
from collections import defaultdict
from time import perf_counter
from typing import Any

from aiohttp import web
from PIL import Image

from benchmarks.peers.updates import answer

ME = {"id": 42, "is_bot": True, "first_name": "Aftercare", "username": "aftercare_bot"}
SHOWN = ("sendmessage", "sendphoto", "editmessagetext")  # what somebody sees as a reply


def some_picture() -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (800, 600), "sienna").save(kept, "JPEG")
    return kept.getvalue()


class BotApi:
    def __init__(self) -> None:
        self.address: asyncio.Future[tuple[str, str]] = asyncio.get_running_loop().create_future()
        self.replied: defaultdict[int, list[float]] = defaultdict(list)  # moments, by chat
        self.heard = asyncio.Condition()
        self.numbers = itertools.count(1)
        self.picture = some_picture()

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self.called)
        app.router.add_get("/file/{path:.*}", self.file)
        return app

    async def file(self, _: web.Request) -> web.Response:
        return web.Response(body=self.picture, content_type="image/jpeg")

    async def called(self, request: web.Request) -> web.Response:
        came = perf_counter()
        method = request.match_info["method"].lower()
        given = await self.given(request)
        if method == "setwebhook" and not self.address.done():
            self.address.set_result((given["url"], given.get("secret_token", "")))
        if method in SHOWN:
            async with self.heard:
                self.replied[int(given["chat_id"])].append(came)
                self.heard.notify_all()
        return web.json_response({"ok": True, "result": self.result(method, given)})

    async def given(self, request: web.Request) -> dict[str, Any]:
        if request.content_type == "application/json":
            return dict(json.loads(await request.read() or b"{}"))
        return dict(request.query) | dict(await request.post())

    def result(self, method: str, given: dict[str, Any]) -> object:
        if method == "getme":
            return ME
        if method == "getwebhookinfo":
            url = self.address.result()[0] if self.address.done() else ""
            return {"url": url, "has_custom_certificate": False, "pending_update_count": 0}
        if method == "getfile":
            return {"file_id": given["file_id"], "file_unique_id": "u", "file_path": "photos/1.jpg"}
        if method in SHOWN:
            return answer(int(given["chat_id"])) | {"message_id": next(self.numbers)}
        return True

    async def reply(self, chat: int, after: int) -> float:
        """The moment of the first reply in this chat beyond the first `after`."""
        async with self.heard:
            await self.heard.wait_for(lambda: len(self.replied[chat]) > after)
        return self.replied[chat][after]
