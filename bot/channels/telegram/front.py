"""What Telegram needs from the desk; the app supplies it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, TypeAlias

from bot.envelope import Envelope
from core.people import Person

Listed: TypeAlias = tuple[tuple[str, str], ...]  # commands without their slash, and what each is about


class Ear(Protocol):
    async def note(self, envelopes: Sequence[Envelope]) -> int:
        """Store them and commit, then return how many were new. Raises StorageTrouble."""
        ...

    async def heard(self, account: str, at: datetime) -> None:
        """Telegram was there at this moment. After a gap what is open is put again. Raises StorageTrouble."""
        ...


class Front(Ear, Protocol):
    def commands(self, person: Person | None, language: str) -> Listed:
        """What this person may say; None for somebody new."""
        ...

    def about(self, language: str) -> tuple[str, str]:
        """What the bot is for: in at most 512 characters, and in at most 120."""
        ...
