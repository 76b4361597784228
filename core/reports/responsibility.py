"""Who of the staff answers for which complaints and returns: the basis of his evaluation (CMP-04, RTN-09)."""

from __future__ import annotations

from collections.abc import Iterable

from core.discretion import is_kept_from
from core.kinds import kind_named
from core.ledgers.entry import Period
from core.moment import Moment
from core.people import Person
from core.phrases import Phrase, above, say
from core.tickets import PersonId, Ticket
from core.wording.values import listed_as

HEAD = say("Answered for from {first} to {last}: {n}")


def responsible(desk: Moment, period: Period, reader: Person) -> Phrase:
    """Without what is kept from the reader; whoever answers for most stands first."""
    letters = (kind_named(kind).letter for kind in ("complaint", "return"))
    found = (ticket for letter in letters for ticket in desk.unit.tickets.of_days(letter, period.first, period.last))
    held = by_person(ticket for ticket in found if not is_kept_from(ticket, reader.id))
    days = {"first": f"{period.first}", "last": f"{period.last}"}
    head = Phrase(HEAD.key, days | {"n": sum(map(len, held.values()))})
    ranked = sorted(held.items(), key=lambda each: -len(each[1]))
    return above((head, *(line_of(desk, who, tickets) for who, tickets in ranked)))


def by_person(tickets: Iterable[Ticket]) -> dict[PersonId, tuple[Ticket, ...]]:
    held: dict[PersonId, tuple[Ticket, ...]] = {}
    for ticket in tickets:
        stored = str(ticket.facts.get("responsible") or "")
        if stored.isdecimal():
            who = PersonId(int(stored))
            held[who] = (*held.get(who, ()), ticket)
    return held


def line_of(desk: Moment, who: PersonId, tickets: tuple[Ticket, ...]) -> Phrase:
    causes = tuple(
        say(
            "{number} ({cause})", number=t.number, cause=listed_as("cause", t.facts.get("cause", ""), desk.shop, t.kind)
        )
        for t in tickets
    )
    return say("{name}: {n}, {tickets}", name=desk.person(who).name, n=len(tickets), tickets=causes)
