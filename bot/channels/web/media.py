"""Pictures to and from the page.

Both ways the key travels in the Authorization header and the page shows a picture from a blob: URL. A signed address
would do for <img> too, but it would be a secret in logs, histories and forwarded links, and one that runs out.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.channels.web.front import Visitor
from bot.channels.web.house import House
from bot.media.attachments import StillComing
from bot.media.sniffing import ENDINGS, HEAD, mime_of
from core.errors import Refused
from core.phrases import Phrase, say


class NotTaken(Refused):
    """An upload was refused; `status` is its HTTP status."""

    def __init__(self, status: int, phrase: Phrase) -> None:
        super().__init__(phrase)
        self.status = status


async def take(house: House, request: web.Request) -> web.Response:
    """`POST /media`, the picture as raw body. Answers 201 {"media": id}, or {"why": words}."""
    who = await holder(house, request)
    try:
        if house.paces.uploads.take(who.chat, house.clock()):
            raise NotTaken(429, say("That was a lot at once. One moment."))
        media = await house.front.keep_photo(who.chat, await body(house, request))
    except Refused as no:
        status = no.status if isinstance(no, NotTaken) else 422
        return web.json_response({"why": house.front.words(no.phrase, who.language)}, status=status)
    return web.json_response({"media": media}, status=201)


async def give(house: House, request: web.Request) -> web.StreamResponse:
    """`GET /media/{id}`. Pictures and recordings are shown; whatever else it is, it is handed over, never opened."""
    who = await holder(house, request)
    try:
        file = await house.front.photo(who.chat, request.match_info["media"])
    except StillComing:
        raise web.HTTPServiceUnavailable(headers={"Retry-After": "3"}) from None
    if not file:
        raise web.HTTPNotFound
    kind = mime_of(await asyncio.to_thread(head, file.path))
    return web.FileResponse(
        file.path,
        headers={
            "Content-Type": kind or "application/octet-stream",
            "Content-Disposition": disposition(kind, file.name),
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "private, max-age=86400, immutable",
            "Vary": "Authorization",
        },
    )


async def holder(house: House, request: web.Request) -> Visitor:
    """Whose key is it? Raises 403 for a foreign page and 401 for a key of nobody's."""
    if request.method != "GET" and not house.border.lets_in(request):
        raise web.HTTPForbidden
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    who = await house.front.known(key) if scheme == "Bearer" and key else None
    if not who:
        raise web.HTTPUnauthorized(headers={"WWW-Authenticate": "Bearer"})
    return who


async def body(house: House, request: web.Request) -> bytes:
    """Count what really comes: the announced length may be a lie, or missing."""
    most, picture = house.limits.photo, bytearray()
    try:
        async with asyncio.timeout(house.limits.upload_within.total_seconds()):
            async for piece in request.content.iter_any():
                picture += piece
                if len(picture) > most:
                    raise NotTaken(413, say("That picture is too large: at most {most} MB, please.", most=most >> 20))
    except TimeoutError as late:
        raise NotTaken(408, say("The picture did not arrive in time. Please send it again.")) from late
    return bytes(picture)


def head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def disposition(kind: str, name: str) -> str:
    if kind.startswith(("image/", "audio/", "video/")):
        return "inline"
    if kind not in ENDINGS:
        return "attachment"
    return f"attachment; filename=\"file.{ENDINGS[kind]}\"; filename*=UTF-8''{quote(name, safe='')}"
