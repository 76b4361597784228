"""What Telegram asks of the desk: to note what came, and to know when it was last heard of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot import metrics
from bot.envelope import Envelope
from bot.intake import Intake


@dataclass(frozen=True, slots=True)
class TelegramFront:
    intake: Intake

    async def note(self, envelopes: Sequence[Envelope]) -> int:
        return await self.intake.note(envelopes)

    async def heard(self, account: str, at: datetime) -> None:  # noqa: ARG002
        metrics.heard("telegram", at)
