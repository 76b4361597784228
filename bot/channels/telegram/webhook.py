"""Where Telegram calls us: the secret is checked, the update kept, and only then is it told so."""

from __future__ import annotations

import hmac
import json
from http import HTTPStatus

import structlog
from aiohttp import web

from bot import metrics
from bot.channels.telegram.account import Account
from bot.channels.telegram.intake import Intake
from core.errors import StorageTrouble
from core.values import dataclass

log = structlog.get_logger()
HEADER = "X-Telegram-Bot-Api-Secret-Token"
SOON = "5"  # seconds


@dataclass(frozen=True, slots=True)
class Webhook:
    account: Account
    intake: Intake

    def routes(self, app: web.Application) -> None:
        app.router.add_post(self.account.path, self.called)

    async def called(self, request: web.Request) -> web.Response:
        """Anything but 200 makes Telegram come again."""
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(), self.account.secret.encode()):
            metrics.denied("webhook secret")
            return web.Response(status=HTTPStatus.UNAUTHORIZED)
        try:
            update = json.loads(await request.read())
        except ValueError:
            log.error("update_unusable", channel="telegram")  # noqa: TRY400 - a trace may quote it
            return web.Response()
        try:
            await self.intake.take([update])
        except StorageTrouble as trouble:
            log.warning("webhook_waits", why=str(trouble))
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": SOON})
        return web.Response()
