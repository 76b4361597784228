"""What is served where."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from aiohttp import web

from bot.channels.web import media
from bot.channels.web.house import House
from bot.channels.web.talk import talk

PAGE = Path(__file__).parent / "page"


def attach(house: House, app: web.Application) -> None:
    app.router.add_get("/", page)
    app.router.add_static("/static", PAGE)
    app.router.add_get("/ws", partial(talk, house))
    app.router.add_post("/media", partial(media.take, house))
    app.router.add_get("/media/{media:[A-Za-z0-9._-]+}", partial(media.give, house))

    async def protect(_: web.Request, response: web.StreamResponse) -> None:
        for name, value in {**house.border.headers(), "Cache-Control": "no-cache"}.items():
            response.headers.setdefault(name, value)

    async def say_goodbye(_: web.Application) -> None:
        await house.sockets.close()

    app.on_response_prepare.append(protect)
    app.on_shutdown.append(say_goodbye)


async def page(_: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html")
