"""What follows an attempt to deliver a message: whether it is tried again and when, and whether elsewhere. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from core.outcomes import Outcome, Retry, Undeliverable, Unknown
from core.ports import Parcel, Weight

SOON, LATEST = timedelta(seconds=1), timedelta(minutes=10)  # between tries: doubled from the one to the other
MOST_ATTEMPTS = 200  # about a day of them: whoever is not reached by then is not reached this way
INSTEAD = "instead:"  # the cause of a copy that went to another address

# An attempt may or may not have arrived. The chat is held until then, so that the order stays.
IN_DOUBT: Mapping[Weight, timedelta | None] = {
    Weight.ANSWER: timedelta(seconds=60),
    Weight.CARD: timedelta(seconds=60),  # the same card; a newer one meanwhile takes its place (Outbox.put sees to it)
    Weight.NOTICE: timedelta(seconds=60),
    Weight.ALERT: timedelta(seconds=60),
    Weight.SURVEY: None,  # nice to have: asking twice annoys more than not asking
}


def next_try(outcome: Outcome, parcel: Parcel, at: datetime, chance: float) -> datetime | None:
    """When to try again; None if not. `chance`, from 0 to 1, spreads those who failed together."""
    pause = pause_after(outcome, parcel, chance)
    if pause is None or (parcel.expires_at and at + pause >= parcel.expires_at):
        return None
    return at + pause


def pause_after(outcome: Outcome, parcel: Parcel, chance: float) -> timedelta | None:
    match outcome:
        case Retry(after):
            tired = parcel.attempt >= MOST_ATTEMPTS
            return None if tired else after + backoff(parcel.attempt - 1, chance)
        case Unknown():
            return None if parcel.unknown else IN_DOUBT[parcel.weight]  # so that it never arrives three times
        case _:
            return None


def backoff(failures: int, chance: float) -> timedelta:
    """Nothing after the first try; then doubling, between half of that and all of it."""
    if failures <= 0:
        return timedelta()
    doubled = SOON * (1 << min(failures, 16))
    return min(doubled, LATEST) * (0.5 + chance / 2)


def may_go_elsewhere(outcome: Outcome, parcel: Parcel) -> bool:
    """Surely not delivered, and of use in another chat: a question or a menu means something only in its own."""
    surely_not = isinstance(outcome, Undeliverable | Retry)
    belongs_here = parcel.weight is Weight.ANSWER and ("asks" in parcel.body or "buttons" in parcel.body)
    return surely_not and not belongs_here and not parcel.cause.startswith(INSTEAD)
