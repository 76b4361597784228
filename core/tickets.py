"""What a ticket is, and the only way it may change. What belongs to that can be asked for here, wherever it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import field
from datetime import datetime
from typing import Any, NewType, TypeAlias

from core.consequences import (
    Alert,
    Ask,
    Dated,
    Dispatch,
    Do,
    Effect,
    Leaflet,
    Plan,
    SetAside,
    Spawn,
    TakeOver,
    Tell,
    Upwards,
)
from core.errors import NotAllowed
from core.facts import AGREED, ALBUMS, BROUGHT, PERSONAL, Facts, photos_in
from core.phrases import Phrase, Span, say
from core.policy import Policy
from core.roles import Role
from core.values import dataclass, replace

__all__ = [
    "AGREED", "ALBUMS", "BROUGHT", "FINAL", "NOT_NOW", "PERSONAL", "Act", "Alert", "Ask", "Dated", "Dispatch", "Do",
    "Effect", "Event", "Facts", "Guard", "Leaflet", "Move", "PersonId", "Plan", "Ref", "Role", "SetAside", "Spawn",
    "TakeOver", "Tell", "Ticket", "Upwards", "advance", "changed_facts", "concerns", "open_moves", "photos_in",
]  # fmt: skip

Ref = NewType("Ref", str)  # random, for links and buttons; the number is for people
PersonId = NewType("PersonId", int)

# A state of any kind in which nothing more is promised but what follows the job.
FINAL: frozenset[str] = frozenset({"closed", "cancelled"})
NOTE = "note"  # the move of who writes for his colleagues: nobody is told, and nothing is seen to by it
NOT_NOW = say("That is not possible now.")


@dataclass(frozen=True, slots=True)
class Ticket:
    ref: Ref
    number: str
    kind: str
    state: str
    customer: PersonId
    opened_at: datetime
    version: int = 0
    assignee: PersonId | None = None
    crew: tuple[PersonId, ...] = ()  # who goes along with the assignee
    visit: Span | None = None
    urgent: bool = False
    parent: Ref | None = None
    facts: Facts = field(default_factory=dict[str, Any])

    @property
    def going(self) -> tuple[PersonId, ...]:
        """Everybody who goes there; whoever answers for it comes first."""
        return (self.assignee, *self.crew) if self.assignee else ()


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody does something to a ticket, at a moment."""

    action: str
    by: Role
    at: datetime
    who: PersonId | None = None
    facts: Facts = field(default_factory=dict[str, Any])
    assignee: PersonId | None = None
    visit: Span | None = None
    crew: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a ticket's history: a successful move. The timeline is the audit trail (DSP-14)."""

    at: datetime
    action: str
    by: Role
    who: PersonId | None
    source: str
    target: str
    facts: Facts = field(default_factory=dict[str, Any])


Guard: TypeAlias = Callable[[Ticket, Act, Policy], bool]


@dataclass(frozen=True, slots=True)
class Move:
    """One row of a kind's table of moves."""

    action: str
    sources: AbstractSet[str]
    target: str | None  # None: the state stays
    by: AbstractSet[Role]
    label: Phrase | None = None  # None: nobody is shown a button for it
    called: Phrase | None = None  # in the timeline, where there is no label
    effects: tuple[Effect, ...] = ()
    only_if: Guard | None = None
    otherwise: Phrase = NOT_NOW
    shown: Callable[[Ticket], bool] | None = None  # when the button makes sense; None: always
    form: str | None = None  # the conversation that the button opens before the move is made
    stamps: str | None = None  # the fact that gets the time of the move
    counts: str | None = None  # the fact that goes up by one
    clears: tuple[str, ...] = ()  # assignee, visit or facts that no longer hold
    renames: tuple[str, str] | None = None  # what was asked for is now so: (asked, agreed)
    takes_visit: str = ""  # the fact whose time becomes the visit
    passes: bool = False  # the technician hands it back and is not offered it again
    answers: str = ""  # the fact that its button carries, by which the press of an earlier button is known
    keeps: tuple[str, ...] = ()  # facts of the ticket that its line of the history repeats
    at_will: bool = False  # open for long to whoever wants to, so that the ticket does not wait for him


def advance(
    ticket: Ticket, act: Act, moves: Iterable[Move], policy: Policy
) -> tuple[Ticket, Event, tuple[Effect, ...]]:
    """The ticket after `act`, the line for its history, and what must follow. Pure: nothing is sent or saved.

    Raises NotAllowed with the phrase of the row that refused.
    """
    found = allowed(ticket, act, moves, policy)
    if found.takes_visit:
        act = replace(act, visit=Span(*map(datetime.fromisoformat, ticket.facts[found.takes_visit])))
    moved = replace(
        ticket,
        state=found.target or ticket.state,
        assignee=act.assignee or (None if leaves(found) else ticket.assignee),
        crew=act.crew if act.assignee else () if leaves(found) else ticket.crew,
        visit=act.visit or (None if "visit" in found.clears else ticket.visit),
        urgent=bool(act.facts.get("urgent", ticket.urgent)),
        facts=changed_facts(ticket, act, found),
    )
    kept = {name: ticket.facts[name] for name in found.keeps if name in ticket.facts}
    event = Event(act.at, act.action, act.by, act.who, ticket.state, moved.state, kept | event_facts(act))
    return moved, event, found.effects


def leaves(row: Move) -> bool:
    """Whoever had it has it no more."""
    return row.passes or "assignee" in row.clears


def allowed(ticket: Ticket, act: Act, moves: Iterable[Move], policy: Policy) -> Move:
    """The row that lets `act` happen."""
    if not concerns(ticket, act):
        raise NotAllowed(say("{number} has gone to somebody else.", number=ticket.number))
    here = [m for m in moves if m.action == act.action and ticket.state in m.sources]
    if not here:
        raise NotAllowed(say("This is no longer possible: {number} is {state}.", number=ticket.number))
    mine = [m for m in here if act.by in m.by]
    if not mine:
        raise NotAllowed(say("That is for somebody else to do."))
    for candidate in mine:
        if candidate.only_if is None or candidate.only_if(ticket, act, policy):
            return candidate
    raise NotAllowed(mine[-1].otherwise)


def concerns(ticket: Ticket, act: Act) -> bool:
    """Customers and technicians move only their own tickets."""
    match act.by:
        case Role.CUSTOMER:
            return act.who == ticket.customer
        case Role.TECHNICIAN:
            return act.who in ticket.going
        case _:
            return True


def changed_facts(ticket: Ticket, act: Act, row: Move) -> Facts:
    facts = {k: v for k, v in (dict(ticket.facts) | dict(act.facts)).items() if k not in row.clears}
    if row.stamps:
        facts[row.stamps] = act.at.isoformat()
    if row.counts:
        facts[row.counts] = int(facts.get(row.counts, 0)) + 1
    if row.renames and row.renames[0] in facts:
        facts[row.renames[1]] = facts.pop(row.renames[0])
    if row.passes and ticket.assignee:
        facts["passed"] = [*facts.get("passed", []), ticket.assignee]
    return facts


def event_facts(act: Act) -> dict[str, Any]:
    facts = dict(act.facts)
    if act.assignee:
        facts["assignee"] = act.assignee
    if act.crew:
        facts["crew"] = list(act.crew)
    if act.visit:
        facts["visit"] = [act.visit.start.isoformat(), act.visit.end.isoformat()]
    return facts


def open_moves(ticket: Ticket, role: Role, who: PersonId | None, moves: Iterable[Move]) -> tuple[Move, ...]:
    """The buttons to show: what `who` may do to this ticket now, in the order of the table."""
    if not concerns(ticket, Act("", role, ticket.opened_at, who)):
        return ()
    here = (m for m in moves if m.label and role in m.by and ticket.state in m.sources)
    return tuple(m for m in here if m.shown is None or m.shown(ticket))
