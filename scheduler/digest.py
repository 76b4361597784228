"""After an outage: few words about what came due meanwhile, instead of all of it at once. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum, auto

from core.notices import Notice
from core.phrases import Phrase, Value, say
from core.ports import Weight
from core.tickets import PersonId, Role
from core.values import dataclass

OUTAGE = timedelta(minutes=10)
LISTED = 20  # ticket numbers in one digest


class Side(Enum):
    CUSTOMER = auto()
    TECHNICIAN = auto()
    OFFICE = auto()


@dataclass(frozen=True, slots=True)
class Measure:
    """What one person may get after an outage: so many messages as they are, or else one digest."""

    most: int
    words: Callable[[int, Value], Phrase]


MEASURES: Mapping[Side, Measure] = {
    Side.CUSTOMER: Measure(
        1,
        lambda _, numbers: say(
            "Sorry, we could not write to you for a while. There is news about {numbers}. "
            "Ask for the status to see it.",
            numbers=numbers,
        ),
    ),
    Side.TECHNICIAN: Measure(
        2,
        lambda n, numbers: say(
            "The desk was out of reach for a while. Meanwhile {n} reminders came due, about {numbers}. "
            "Please look at your jobs.",
            n=n,
            numbers=numbers,
        ),
    ),
    Side.OFFICE: Measure(
        1,
        lambda n, numbers: say(
            "The desk was out of reach for a while. Meanwhile {n} things came due, about {numbers}. "
            "Please look at what is overdue.",
            n=n,
            numbers=numbers,
        ),
    ),
}


def is_outage(last: datetime | None, oldest_due: datetime | None, at: datetime) -> bool:
    """Nobody looked at the clocks for a while. At the start only the oldest unrung clock can tell."""
    since = last or oldest_due
    return since is not None and at - since > OUTAGE


def still_wanted(notice: Notice, due_at: datetime, at: datetime) -> bool:
    """A notice's time to live, which counts from now, is counted from the moment it was for."""
    return notice.expires_at is None or due_at + (notice.expires_at - at) > at


def collapsed(notices: Iterable[Notice], at: datetime) -> Iterator[Notice]:
    """For each person on each side no more than its measure."""
    by_reader: dict[tuple[PersonId, Side], list[Notice]] = {}
    for notice in notices:
        by_reader.setdefault((notice.to.id, side_of(notice.role)), []).append(notice)
    for (_, side), those in by_reader.items():
        news = latest_news(those) if side is Side.CUSTOMER else those
        yield from news if len(news) <= MEASURES[side].most else (digest(side, news, at),)


def side_of(role: Role) -> Side:
    return {Role.CUSTOMER: Side.CUSTOMER, Role.TECHNICIAN: Side.TECHNICIAN}.get(role, Side.OFFICE)


def latest_news(notices: Sequence[Notice]) -> list[Notice]:
    """The last word on each ticket; a survey only where there is nothing else to say."""
    surveys = [n for n in notices if n.weight is Weight.SURVEY]
    news = {(n.ticket.ref if n.ticket else ""): n for n in notices if n.weight is not Weight.SURVEY}
    return list(news.values()) or surveys[-1:]


def digest(side: Side, notices: Sequence[Notice], at: datetime) -> Notice:
    numbers = sorted({n.ticket.number for n in notices if n.ticket})
    named: tuple[Value, ...] = tuple(numbers)[:LISTED] + (("…",) if len(numbers) > LISTED else ())
    quiet = [n.not_before for n in notices if n.not_before]
    return Notice(
        notices[0].to,
        MEASURES[side].words(len(notices), named),
        role=notices[0].role,
        weight=Weight.ALERT if any(n.weight is Weight.ALERT for n in notices) else Weight.NOTICE,
        not_before=max(quiet) if len(quiet) == len(notices) else None,
        expires_at=at + timedelta(days=1),
        cause="outage",
    )
