"""aiogram behind its own webhook handler, with its states in memory."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from benchmarks.peers.aiogram_bot import made_router
from benchmarks.peers.tickets import sessions_in
from benchmarks.peers.updates import TOKEN

SECRET = "nobody-guesses-this"  # noqa: S105 - of nobody


async def serve() -> None:
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    async with sessions_in(Path(os.environ["BENCH_FOLDER"])) as sessions:
        server = TelegramAPIServer.from_base(os.environ["BENCH_API"])
        bot = Bot(TOKEN, session=AiohttpSession(api=server))
        dispatcher = Dispatcher(storage=MemoryStorage(), sessions=sessions)
        dispatcher.include_router(made_router())
        app = web.Application()
        SimpleRequestHandler(dispatcher, bot, secret_token=SECRET).register(app, path="/hook")
        setup_application(app, dispatcher, bot=bot)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", int(os.environ["BENCH_PORT"])).start()
        await bot.set_webhook("https://peer.example.com/hook", secret_token=SECRET)
        await stopping.wait()
        await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve())
