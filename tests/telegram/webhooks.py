"""Updates that are brought to the bot's own address: in order within a chat, again and again until it takes them."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from aiogram.methods import DeleteWebhook, GetWebhookInfo, SetWebhook
from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.telegram.refusals import Json, bad
from tests.telegram.updates import Updates, Waiting

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
PORTS = {None, 443, 80, 88, 8443}
HERE = {"127.0.0.1", "localhost"}
PATIENCE = 60  # seconds that the bot may take
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass
class Webhooks:
    updates: Updates
    url: str = ""
    secret: str = ""
    connections: int = 40
    second: float = 0.01  # how long a second lasts between two attempts
    trouble: str = ""
    failed_at: int = 0
    attempts: dict[int, int] = field(default_factory=dict[int, int])
    running: dict[str, asyncio.Task[None]] = field(default_factory=dict[str, "asyncio.Task[None]"])
    keeper: asyncio.Task[None] | None = None

    async def set(self, call: SetWebhook) -> bool:
        check(call)
        await self.stop()
        self.url, self.secret = call.url, call.secret_token or ""
        self.connections = call.max_connections or 40
        self.updates.allow(call.allowed_updates)
        if call.drop_pending_updates:
            self.updates.waiting.clear()
        if self.url:
            self.keeper = asyncio.create_task(self.run())
        return True

    async def delete(self, call: DeleteWebhook) -> bool:
        await self.stop()
        if call.drop_pending_updates:
            self.updates.waiting.clear()
        return True

    async def info(self, _: GetWebhookInfo) -> Json:
        known: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.updates.waiting),
            "max_connections": self.connections,
        }
        if self.updates.allowed:
            known["allowed_updates"] = list(self.updates.allowed)
        if self.trouble:
            known |= {"last_error_date": self.failed_at, "last_error_message": self.trouble}
        return known

    async def stop(self) -> None:
        tasks = [task for task in (self.keeper, *self.running.values()) if task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self.keeper, self.url, self.secret, self.trouble = None, "", "", ""
        self.running.clear()

    async def run(self) -> None:
        """One update of a lane at a time, many lanes at once."""
        async with ClientSession(timeout=ClientTimeout(PATIENCE)) as session:
            while True:
                self.updates.prune()
                for one in self.updates.waiting:
                    if one.lane not in self.running and len(self.running) < self.connections:
                        self.running[one.lane] = asyncio.create_task(self.bring(session, one))
                await self.updates.stirred.wait()

    async def bring(self, session: ClientSession, one: Waiting) -> None:
        attempt = self.attempts[one.number] = self.attempts.get(one.number, 0) + 1
        if pause := await self.refused(session, one, attempt):
            await asyncio.sleep(pause * self.second)
        del self.running[one.lane]
        self.updates.stir()

    async def refused(self, session: ClientSession, one: Waiting, attempt: int) -> float:
        """Seconds until the next attempt: the first comes at once, later ones ever slower."""
        headers = {HEADER: self.secret} if self.secret else {}
        wait = min(60.0, 2.0 ** (attempt - 1)) if attempt > 1 else 0.01
        try:
            async with session.post(self.url, json=one.update, headers=headers) as answer:
                if 200 <= answer.status < 300:
                    self.updates.done(one)
                    return 0
                self.failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
                return float(answer.headers.get("Retry-After", wait))
        except (ClientError, TimeoutError):
            self.failed("Connection refused")
            return wait

    def failed(self, why: str) -> None:
        self.trouble, self.failed_at = why, int(self.updates.clock().timestamp())
        self.updates.stir()


def check(call: SetWebhook) -> None:
    address = urlsplit(call.url)
    if call.url and address.hostname not in HERE:
        if address.scheme != "https":
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if address.port not in PORTS:
            raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if call.secret_token and not SECRET.fullmatch(call.secret_token):
        raise bad("secret token contains unallowed characters")
    if call.max_connections is not None and not 1 <= call.max_connections <= 100:
        raise bad("max_connections must be between 1 and 100")
