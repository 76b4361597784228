"""The Bot API over HTTP, on a port of its own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from aiogram.methods import DeleteWebhook, GetUpdates, GetWebhookInfo, SetWebhook
from aiohttp import web

from tests.telegram.faults import Broken, Dropped, Fault, Refusal, Slow, TooMany
from tests.telegram.forms import Call, Form, read_form, typed
from tests.telegram.methods import METHODS, Answer
from tests.telegram.network import Made, Network, now
from tests.telegram.refusals import Json, Refused, conflict, too_many

LARGEST_REQUEST = 60 * 1024 * 1024


class Server:
    """Can be shut and opened again at the same place, as in an outage."""

    def __init__(self, network: Network) -> None:
        self.network = network
        application = web.Application(client_max_size=LARGEST_REQUEST)
        application.router.add_route("*", "/bot{token}/{method}", self.serve)
        application.router.add_get("/file/bot{token}/{path:.*}", self.download)
        self.runner = web.AppRunner(application, shutdown_timeout=0.1, handler_cancellation=True)
        self.site: web.TCPSite | None = None

    async def open(self) -> None:
        self.site = web.TCPSite(self.runner, "127.0.0.1", self.network.port)
        await self.site.start()
        self.network.port = self.runner.addresses[0][1]

    async def shut(self) -> None:
        """Nobody gets in, and whoever is inside is thrown out."""
        if self.site and self.runner.server:
            await self.site.stop()
            await self.runner.server.shutdown(0.01)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        form = await read_form(request)
        fault = self.network.faults.strike(name)
        if isinstance(fault, Dropped) and not fault.carried_out:
            return hung_up(request)
        if isinstance(fault, Broken) and fault.page:
            return web.Response(status=fault.status, text="<html>Bad Gateway</html>", content_type="text/html")
        answer = await self.answer(request.match_info["token"], name, form, fault)
        self.network.calls.append(Made(name, form.params, self.network.clock(), agent(request), answer))
        self.network.stir()
        said = json.dumps(answer, separators=(",", ":"))
        if isinstance(fault, Slow):
            await asyncio.sleep(fault.seconds)
        if isinstance(fault, Dropped):
            return hung_up(request)
        return web.json_response(text=said, status=answer.get("error_code", 200))

    async def answer(self, token: str, name: str, form: Form, fault: Fault | None) -> Json:
        try:
            self.network.check_token(token)
            check(fault)
            return {"ok": True, "result": await self.carried_out(typed(name, form), form)}
        except Refused as refused:
            return refused.answer()

    async def carried_out(self, call: Call, form: Form) -> object:
        network, webhooks = self.network, self.network.webhooks
        match call:
            case GetUpdates():
                if webhooks.url:
                    raise conflict("can't use getUpdates method while webhook is active; use deleteWebhook first")
                network.updates.allow(call.allowed_updates)
                return await network.updates.poll(call.offset or 0, call.limit, patience=call.timeout or 0)
            case SetWebhook():
                return await webhooks.set(call)
            case DeleteWebhook():
                return await webhooks.delete(call)
            case GetWebhookInfo():
                return await webhooks.info(call)
            case _:
                network.flood.check(call.__api_method__, getattr(call, "chat_id", None))
                network.files.arriving = form.files
                return method_of(call)(network, call)

    async def download(self, request: web.Request) -> web.StreamResponse:
        fault = self.network.faults.strike("download")
        if isinstance(fault, Dropped):
            return hung_up(request)
        mine = request.match_info["token"] == self.network.token
        data = self.network.files.at(request.match_info["path"]) if mine else None
        if data is None or fault is not None:
            status = 404 if data is None else 502
            return web.json_response(Refused(status, "Not Found").answer(), status=status)
        return web.Response(body=data, content_type="application/octet-stream")


def method_of(call: Call) -> Answer:
    if type(call) not in METHODS:
        raise Refused(501, f"Not Implemented: {call.__api_method__} is not emulated")
    return METHODS[type(call)]


def agent(request: web.Request) -> str:
    return request.headers.get("User-Agent", "")


def check(fault: Fault | None) -> None:
    match fault:
        case TooMany(seconds):
            raise too_many(seconds)
        case Broken(status):
            raise Refused(status, "Internal Server Error" if status == 500 else "Bad Gateway")
        case Refusal(code, description):
            raise Refused(code, description)
        case _:
            pass


def hung_up(request: web.Request) -> web.StreamResponse:
    if request.transport:
        request.transport.abort()
    return web.Response()


@asynccontextmanager
async def opened(clock: Callable[[], datetime] = now, port: int = 0) -> AsyncGenerator[Network]:
    network = Network(clock, port=port)
    server = Server(network)
    await server.runner.setup()
    await server.open()
    network.server = server
    try:
        yield network
    finally:
        await network.webhooks.stop()
        await server.runner.cleanup()
