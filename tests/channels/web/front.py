"""A desk without a database: what it is told it remembers, and it says what the test makes it say."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.channels.web.front import Line, Visitor
from bot.channels.web.kept import own_line
from bot.envelope import Envelope
from bot.media.attachments import Attachment
from core.errors import Refused
from core.phrases import Phrase, say

START = datetime(2025, 10, 14, 1, 30, tzinfo=UTC)  # Tuesday 09:30 in Shanghai


@dataclass
class Clock:
    at: datetime = START

    def __call__(self) -> datetime:
        return self.at

    def tick(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass
class Desk:
    folder: Path
    clock: Clock = field(default_factory=Clock)
    visitors: dict[str, Visitor] = field(default_factory=dict[str, Visitor])
    invitations: dict[str, Visitor] = field(default_factory=dict[str, Visitor])
    envelopes: list[Envelope] = field(default_factory=list[Envelope])
    lines: dict[str, list[Line]] = field(default_factory=dict[str, list[Line]])
    shown: dict[str, int] = field(default_factory=dict[str, int])
    photos: dict[str, str] = field(default_factory=dict[str, str])  # media id: chat
    database: asyncio.Event = field(default_factory=asyncio.Event)  # set while it answers
    said: int = 0

    def __post_init__(self) -> None:
        self.database.set()

    def register(self, name: str, role: str = "customer", language: str = "zh_CN") -> Visitor:
        who = Visitor(secrets.token_urlsafe(32), f"chat-{len(self.visitors) + 1}", name, role, language)
        self.visitors[who.key] = who
        return who

    def invite(self, code: str, name: str, role: str) -> None:
        self.invitations[code] = Visitor("", "", name, role, "")

    def line(
        self,
        chat: str,
        text: str,
        *,
        buttons: tuple[tuple[str, str], ...] = (),
        ticket: str = "",
        card: str = "",
        photos: tuple[str, ...] = (),
        asks: str = "",
        step: tuple[int, int] | None = None,
    ) -> Line:
        """Put a line of the desk into the chat's history."""
        self.said += 1
        line = Line(self.said, False, text, self.clock(), buttons, ticket, card, photos, asks, step)
        self.lines.setdefault(chat, []).append(line)
        return line

    async def newcomer(self, language: str) -> Visitor:
        return self.register("", language=language)

    async def known(self, key: str) -> Visitor | None:
        return self.visitors.get(key)

    async def join(self, code: str, language: str) -> Visitor:
        if code not in self.invitations:
            raise Refused(say("This invitation is not valid."))
        invited = self.invitations.pop(code)
        return self.register(invited.name, invited.role, language)

    async def note(self, envelope: Envelope) -> bool:
        await self.database.wait()
        if envelope.message_id in {kept.message_id for kept in self.envelopes}:
            return False
        self.envelopes.append(envelope)
        line = own_line(envelope.raw, envelope.received_at, len(self.envelopes))
        self.lines.setdefault(envelope.chat.chat, []).append(line)
        return True

    async def history(self, chat: str, after: int) -> list[Line]:
        lines = self.lines.get(chat, [])
        return [line for line in lines if not line.mine and line.id > after] if after else lines[-200:]

    async def seen(self, chat: str, up_to: int) -> None:
        self.shown[chat] = max(self.shown.get(chat, 0), up_to)

    async def keep_photo(self, chat: str, data: bytes) -> str:
        if not data:
            raise Refused(say("The picture is empty."))
        media = secrets.token_urlsafe(12)
        (self.folder / media).write_bytes(data)
        self.photos[media] = chat
        return media

    async def photo(self, chat: str, media: str) -> Attachment | None:
        return Attachment(self.folder / media, "", "报价 1.pdf") if self.photos.get(media) == chat else None

    def words(self, phrase: Phrase, language: str) -> str:
        return phrase.key.format(**phrase.values) + (" (zh)" if language == "zh_CN" else "")

    def shop(self, language: str) -> str:
        return "Maple Home Service" if language == "en" else "枫木家居 · 售后服务"

    def texts(self) -> list[str]:
        return [envelope.raw for envelope in self.envelopes]
