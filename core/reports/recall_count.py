"""What came of each notice to owners: how many were told, agreed on a day, have it mended (FLT-31)."""

from __future__ import annotations

from collections.abc import Sequence

from core.kinds import kind_named
from core.kinds.recall import S
from core.ledgers.entry import Period
from core.moment import Moment
from core.phrases import Phrase, above, say
from core.tickets import Ref, Ticket

NONE = say("No owner was told of anything from {first} to {last}.")


def recalled(desk: Moment, period: Period) -> Phrase:
    """A line for each notice, which is known by its words."""
    found = desk.unit.tickets.of_days(kind_named("recall").letter, period.first, period.last)
    notices = dict.fromkeys(words_of(each) for each in found)
    if not notices:
        return Phrase(NONE.key, {"first": f"{period.first}", "last": f"{period.last}"})
    mended = mended_after(desk, period)
    return above(line(words, [each for each in found if words_of(each) == words], mended) for words in notices)


def words_of(notice: Ticket) -> str:
    """Of an owner who asked to be forgotten they are not kept."""
    return str(notice.facts.get("words") or "–")


def mended_after(desk: Moment, period: Period) -> frozenset[Ref]:
    """The notices, and other tickets, from which a repair came that is done."""
    today = desk.at.astimezone(desk.shop.zone).date()
    repairs = desk.unit.tickets.of_days(kind_named("fault").letter, period.first, today)
    return frozenset(each.parent for each in repairs if each.parent and "finished_at" in each.facts)


def line(words: str, told: Sequence[Ticket], mended: frozenset[Ref]) -> Phrase:
    closed = [each for each in told if each.state == S.CLOSED]
    declined = sum("declined_at" in each.facts for each in closed)
    return say(
        "“{words}”: told {told}, no answer yet {waiting}, to be phoned {to_phone}, day agreed {agreed}, "
        "mended {mended}, no need {declined}, withdrawn {withdrawn}",
        words=words, told=len(told), waiting=standing(told, S.TOLD), to_phone=standing(told, S.TO_PHONE),
        agreed=len(closed) - declined, mended=sum(each.ref in mended for each in told), declined=declined,
        withdrawn=standing(told, S.CANCELLED),
    )  # fmt: skip


def standing(told: Sequence[Ticket], state: S) -> int:
    return sum(each.state == state for each in told)
