"""What the desk can be asked to do; each method runs inside the caller's unit of work."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from core import fulfilment, incidents
from core.alerts import close_all
from core.claims import seen_to
from core.diary import Diary
from core.discretion import is_kept_from
from core.dispatch import dispatch, mates
from core.effects import carried, carry_out
from core.errors import NotAllowed, NotFound
from core.kinds import kind_named
from core.moment import Moment
from core.people import SPECIALISTS, Person
from core.phrases import Span
from core.ports import DueClock
from core.promises import step_of, wind
from core.recognising import recognise
from core.stocking import ran_out, set_aside
from core.tickets import (
    AGREED,
    FINAL,
    NOTE,
    Act,
    Dispatch,
    Do,
    Effect,
    Event,
    PersonId,
    Ref,
    Role,
    SetAside,
    Spawn,
    Ticket,
    Upwards,
    advance,
)
from core.wording import Scene, fill

OFFICE = (Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER)
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's, so that a reference can be read out


class Desk(Moment):
    """The desk, for the length of one unit of work."""

    def open(
        self,
        kind: str,
        customer: PersonId,
        facts: Mapping[str, Any],
        *,
        visit: Span | None = None,
        urgent: bool = False,
        parent: Ref | None = None,
        by: tuple[Role, PersonId | None] | None = None,
    ) -> Ticket:
        """Open a ticket of this kind; it has its number, its first history line and its clocks (FLT-04).

        `by` is who wrote it down, if that was not the customer himself.
        """
        rules = kind_named(kind)
        policy = {"policy": self.shop.policy.version}  # ARC-07: each ticket remembers the version in force
        new = Ticket(
            new_ref(), "", kind, rules.first, customer, self.at, visit=visit, urgent=urgent, parent=parent,
            facts=dict(facts) | policy,
        )  # fmt: skip
        ticket = self.unit.tickets.add(new, rules.letter, self.at.astimezone(self.shop.zone).date())
        opened = Event(self.at, "open", *(by or (Role.CUSTOMER, customer)), "", ticket.state)
        self.unit.tickets.note(ticket.ref, opened)
        self.unit.clocks.start(ticket.ref, wind(ticket, (opened,), rules.promises, (), self.shop, self.at))
        return ticket

    def know(self, person: Person) -> None:
        super().know(person)
        recognise(self, person)

    def act(
        self,
        ref: Ref,
        action: str,
        by: Role,
        who: PersonId | None = None,
        facts: Mapping[str, Any] | None = None,
        *,
        assignee: PersonId | None = None,
        visit: Span | None = None,
    ) -> Ticket:
        """Make a move: raises NotAllowed with the reason, or NotFound; tells and winds what follows."""
        before = self.ticket(ref)
        act = Act(action, by, self.at, who, facts or {}, assignee, visit, self.crew_of(assignee, before))
        moved, event, effects = self.advanced(before, act)
        ticket = self.unit.tickets.save(moved)
        self.unit.tickets.note(ref, event)
        self.wind(ticket)
        scene = Scene(self.unit, self.shop, self.at, ticket, event, before=before)
        if action != NOTE:
            seen_to(self, ref, by, who)
        ended = ticket.state in FINAL and before.state not in FINAL
        if ended:
            close_all(self, ticket)
        for effect in effects:
            self.carry_out(effect, scene)
        for what_follows in (fulfilment.what_follows, incidents.what_follows) if ended else ():
            if follows := what_follows(self.unit, ticket):
                self.act(follows[0].ref, follows[1], Role.CLOCK)
        return self.ticket(ref)

    def crew_of(self, assignee: PersonId | None, ticket: Ticket) -> tuple[PersonId, ...]:
        """Who goes along with the one who is named, where this kind of ticket takes a crew."""
        if assignee is None or not kind_named(ticket.kind).by_crew:
            return ()
        return tuple(mate.id for mate in mates(self, self.person(assignee), ticket.visit))

    def advanced(self, before: Ticket, act: Act) -> tuple[Ticket, Event, tuple[Effect, ...]]:
        """Raises NotAllowed, with the ticket's number and state in the words."""
        try:
            return advance(before, act, kind_named(before.kind).moves, self.shop.policy)
        except NotAllowed as refused:
            raise NotAllowed(fill(refused.phrase, Scene(self.unit, self.shop, self.at, before))) from None

    def act_as(
        self,
        person: Person,
        ref: Ref,
        action: str,
        facts: Mapping[str, Any] | None = None,
        *,
        assignee: PersonId | None = None,
        visit: Span | None = None,
    ) -> Ticket:
        """Make a move in whichever role lets this person make it. Raises NotAllowed, NotFound."""
        ticket = self.seen_by(person, ref)
        role = role_for(person, ticket, action)
        return self.act(ref, action, role, person.id, facts, assignee=assignee, visit=visit)

    def seen_by(self, person: Person, ref: Ref) -> Ticket:
        """A ticket that this person may see. Raises NotFound, also where there is one that he may not see."""
        ticket = self.ticket(ref)
        stranger = not roles_in(person, ticket) and Role.TECHNICIAN not in person.roles
        if stranger or is_kept_from(ticket, person.id):
            raise NotFound
        return ticket

    def open_tickets(self, customer: Person) -> tuple[Ticket, ...]:
        """Those that the customer knows of, and that no linked one speaks for."""
        found = ((ticket, kind_named(ticket.kind)) for ticket in self.unit.tickets.open_of(customer.id))
        return tuple(t for t, kind in found if not kind.internal and t.state not in kind.spoken_for)

    def gathering(self, customer: Person) -> tuple[Ticket, ...]:
        """Those to which the customer may add something."""
        return tuple(t for t in self.open_tickets(customer) if kind_named(t.kind).gathers)

    def due(self, ticket: Ticket, *promises: str) -> datetime | None:
        """When the first of these promises that runs for the ticket is due."""
        running = [self.unit.clocks.due(ticket.ref, promise) for promise in promises]
        return min([due_at for due_at in running if due_at], default=None)

    def ring(self, due: DueClock) -> bool:
        """Do what a promise says for a moment that has come. False if the promise no longer runs that way."""
        ticket = self.unit.tickets.get(due.ticket) if self.unit.clocks.fired(due, self.at) else None
        if ticket is None:
            return False
        promise = next((p for p in kind_named(ticket.kind).promises if p.name == due.clock.promise), None)
        step = step_of(promise, due.clock) if promise and ticket.state in promise.runs_in else None
        if step is None:
            return False
        scene = Scene(self.unit, self.shop, self.at, ticket, clock=due.clock, before=ticket)
        self.carry_out(step.then, scene)
        return True

    def carry_out(self, effect: Effect, scene: Scene) -> None:
        """What follows: another move, another ticket, or people who are told."""
        ref = scene.ticket.ref
        match effect:
            case Do(action):
                self.act(ref, action, Role.CLOCK)
            case Dispatch():
                self.send_somebody(scene.ticket)
            case Spawn():
                self.spawn(effect, scene.ticket)
            case SetAside():
                set_aside(self, scene)
                if effect.ran_out:
                    ran_out(self, scene.ticket)
            case Upwards(action, carries) if scene.ticket.parent:
                facts = {name: value for name, value in scene.ticket.facts.items() if name in carries}
                self.act(scene.ticket.parent, action, Role.CLOCK, facts=facts)
            case Upwards():
                pass  # it came from nowhere
            case _:
                carry_out(self, effect, scene)

    def send_somebody(self, ticket: Ticket, diary: Diary | None = None) -> Ticket:
        """Offer it to who could go, or ask who goes. `diary` is that of the day, if it has been read."""
        chosen = dispatch(self, ticket, diary)
        return self.act(ticket.ref, "assign", Role.CLOCK, assignee=chosen) if chosen else ticket

    def spawn(self, effect: Spawn, ticket: Ticket) -> None:
        agreed = ticket.facts.get(AGREED)
        visit = Span(*map(datetime.fromisoformat, agreed)) if agreed and kind_named(effect.kind).by_crew else None
        linked = self.open(effect.kind, ticket.customer, carried(effect, ticket), visit=visit, parent=ticket.ref)
        for follows in effect.then:
            self.carry_out(follows, Scene(self.unit, self.shop, self.at, self.ticket(linked.ref)))

    def wind(self, ticket: Ticket) -> None:
        """Bring the clocks in line with the ticket's history."""
        promises = kind_named(ticket.kind).promises
        before = self.unit.clocks.of(ticket.ref)
        history = self.unit.tickets.history(ticket.ref)
        self.unit.clocks.keep(ticket.ref, wind(ticket, history, promises, before, self.shop, self.at))


def roles_in(person: Person, ticket: Ticket) -> tuple[Role, ...]:
    """What this person is to this ticket; nothing for a stranger."""
    if is_kept_from(ticket, person.id):
        return ()
    own = (Role.CUSTOMER,) if person.id == ticket.customer else ()
    going = (Role.TECHNICIAN,) if person.id in ticket.going else ()
    office = (role for role in OFFICE if role in person.roles)
    part = kind_named(ticket.kind).concerns  # what is none of a specialist's business he does not see
    concerned = (role for role in SPECIALISTS if role in person.roles and part(role, ticket))
    return (*own, *going, *office, *concerned)


def role_for(person: Person, ticket: Ticket, action: str) -> Role:
    """The role in which a person may make this move now, or else the one whose refusal tells him most."""
    mine = roles_in(person, ticket) or (Role.TECHNICIAN,)
    rows = [m for m in kind_named(ticket.kind).moves if m.action == action and ticket.state in m.sources]
    return next((role for role in mine if any(role in row.by for row in rows)), mine[0])


def new_ref() -> Ref:
    """Ten random characters, fifty bits: a reference cannot be guessed."""
    bits = secrets.randbits(50)
    return Ref("".join(ALPHABET[bits >> place & 31] for place in range(0, 50, 5)))
