"""What Telegram needs from the desk; the app supplies it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.envelope import Envelope


class Front(Protocol):
    async def note(self, envelopes: Sequence[Envelope]) -> int:
        """Store them and commit, then return how many were new. Raises StorageTrouble."""
        ...

    async def heard(self, account: str, at: datetime) -> None:
        """Telegram was there at this moment. After a gap what is open is put again. Raises StorageTrouble."""
        ...
