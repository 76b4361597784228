"""What a row of the outbox becomes after an attempt."""

from __future__ import annotations

from datetime import datetime

from core.outcomes import Absent, Outcome, Retry, Sent, Undeliverable, Unknown
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Ending:
    state: str
    external_id: str = ""
    doubt: int = 0  # 1 if this attempt may have arrived

    @property
    def done(self) -> bool:
        return self.state in {"sent", "dead", "unknown"}


def ending(outcome: Outcome, retry_at: datetime | None) -> Ending:
    match outcome:
        case Sent(external_id):
            return Ending("sent", external_id)
        case Undeliverable():
            return Ending("dead")
        case Unknown():
            return Ending("queued" if retry_at else "unknown", doubt=1)
        case Retry():
            return Ending("queued" if retry_at else "dead")
        case Absent():
            return Ending("queued" if retry_at else "waiting")


def name(outcome: Outcome) -> str:
    return type(outcome).__name__.lower()


def reason(outcome: Outcome) -> str:
    match outcome:
        case Retry(reason=why) | Undeliverable(reason=why) | Unknown(reason=why):
            return why
        case _:
            return ""
