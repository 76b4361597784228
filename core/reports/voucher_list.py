"""The vouchers of a period: which repairs the customers have confirmed, and which not (服务凭证, FLT-18)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from operator import itemgetter

from core.kinds import kind_named
from core.ledgers.entry import Period
from core.moment import Moment
from core.phrases import Phrase, above, say
from core.tickets import Ticket
from core.wording import Scene, fill

LONGEST_REPAIR = timedelta(days=60)  # before the period: what was reported then may be confirmed in it
MOST = 50  # lines
VOUCHERS = say("Vouchers from {first} to {last}: {n}")
VOUCHER = say("{number}, {technician}: {product}, {done}. {customer} confirmed it {at}. {cost}")
UNCONFIRMED = say("{number}, {technician}: finished, not confirmed by {customer}")


def vouchers(desk: Moment, period: Period) -> Phrase:
    """In the order in which they were confirmed; nobody else does it for the customer."""
    letter, since = kind_named("fault").letter, period.first - LONGEST_REPAIR
    found = desk.unit.tickets.of_days(letter, since, period.last)
    confirmed = accepted_in(desk, period, found)
    days = {"first": f"{period.first}", "last": f"{period.last}"}
    head = Phrase(VOUCHERS.key, days | {"n": len(confirmed)})
    lines = (said(desk, Phrase(VOUCHER.key, {"at": at}), ticket) for at, ticket in confirmed[:MOST])
    waiting = (said(desk, UNCONFIRMED, ticket) for ticket in found if ticket.state == "finished")
    return above((head, *lines, *waiting))


def accepted_in(desk: Moment, period: Period, found: Sequence[Ticket]) -> list[tuple[datetime, Ticket]]:
    confirmed = ((datetime.fromisoformat(t.facts["accepted_at"]), t) for t in found if "accepted_at" in t.facts)
    zone = desk.shop.zone
    within = [each for each in confirmed if period.first <= each[0].astimezone(zone).date() <= period.last]
    return sorted(within, key=itemgetter(0))


def said(desk: Moment, phrase: Phrase, ticket: Ticket) -> Phrase:
    return fill(phrase, Scene(desk.unit, desk.shop, desk.at, ticket))
