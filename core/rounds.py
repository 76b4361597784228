"""The rounds of a day: which crew brings what to whom, in which order, and how the van is loaded (DLV-13, DLV-16)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from core.freight import ACCESS, fee_to_collect
from core.moment import Moment
from core.phrases import Phrase, Span, Value, say
from core.tickets import PersonId, Ticket
from core.values import dataclass

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stop:
    """`load` is its turn when the van is loaded: what comes off last goes in first."""

    place: int
    load: int
    number: str
    visit: Span
    customer: str
    phone: str
    address: str
    goods: tuple[str, ...]
    notes: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Round:
    going: tuple[PersonId, ...]
    crew: tuple[str, ...]
    stops: tuple[Stop, ...]


def rounds_on(desk: Moment, day: date) -> tuple[Round, ...]:
    """The deliveries of that day that have a crew, a round for each crew, in order of time."""
    start = datetime.combine(day, time(), desk.shop.zone)
    held: dict[tuple[PersonId, ...], list[Ticket]] = {}
    for ticket in desk.unit.tickets.visits(Span(start, start + DAY)):
        if ticket.kind == "delivery" and ticket.going:
            held.setdefault(ticket.going, []).append(ticket)
    return tuple(
        Round(going, tuple(desk.person(person).name for person in going), stops_of(tickets))
        for going, tickets in held.items()
    )


def stops_of(tickets: list[Ticket]) -> tuple[Stop, ...]:
    last = len(tickets)
    spans = ((ticket, ticket.visit) for ticket in tickets)
    return tuple(
        stop(ticket, visit, place, last + 1 - place) for place, (ticket, visit) in enumerate(spans, 1) if visit
    )


def stop(ticket: Ticket, visit: Span, place: int, load: int) -> Stop:
    facts = ticket.facts
    goods = tuple(str(facts.get("product", "")).split("; "))
    said = {name: str(facts.get(name) or "") for name in ("name", "phone", "address")}
    return Stop(
        place, load, ticket.number, visit, said["name"], said["phone"], said["address"], goods, (*notes_of(ticket),)
    )


def notes_of(ticket: Ticket) -> list[Value]:
    """The way in, what is to be put together, what the customer wishes, what he pays, what comes along."""
    facts = ticket.facts
    access = ACCESS.get(str(facts.get("access", "")))
    install = say("To be assembled: {requirements}", requirements=str(facts.get("requirements") or "–"))
    fee = fee_to_collect(facts) if "delivery_fee" in facts else None
    old = say("An exchange: the old item comes along.") if facts.get("exchange") else None
    found: tuple[Phrase | str | None, ...] = (
        access, install if facts.get("installation") else None, str(facts.get("words") or ""), fee, old
    )  # fmt: skip
    return [note for note in found if note]
