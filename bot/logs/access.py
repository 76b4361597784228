"""Who called our web server for what: never the query, never the address, ids only as the name of their place."""

from __future__ import annotations

from aiohttp.abc import AbstractAccessLogger
from aiohttp.web import BaseRequest, Request, StreamResponse
from typing_extensions import override

from bot.logs import logger

log = logger("web")


class Access(AbstractAccessLogger):
    @override
    def log(self, request: BaseRequest, response: StreamResponse, time: float) -> None:
        """`time` is in seconds."""
        log.info(
            "request",
            method=request.method,
            route=route(request),
            status=response.status,
            bytes=response.body_length,
            dur_ms=round(time * 1000, 1),
        )


def route(request: BaseRequest) -> str:
    """`/media/{media}`, not which; nothing of what is not served."""
    resource = request.match_info.route.resource if isinstance(request, Request) else None
    return resource.canonical if resource else "-"
