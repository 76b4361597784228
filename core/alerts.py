"""Escalation: who must take care, who has said that he does, and who is asked next (ESC-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.discretion import is_kept_from, who_may_know
from core.errors import NotAllowed, NotFound
from core.moment import Moment
from core.notices import Choosing, Notice
from core.people import Person
from core.phrases import Phrase, say
from core.policy.allowance import Allowance
from core.ports import Json, RaisedAlert, Weight
from core.tickets import FINAL, Alert, PersonId, Ref, Role, Ticket
from core.wording import Scene, fill

CLAIMANTS = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})


def sound(desk: Moment, effect: Alert, scene: Scene) -> None:
    """Raise an alert with the lowest role that somebody holds, from the one that is named upwards."""
    text = kept_text(effect, scene)
    role, people = holders(desk, effect.role, scene.ticket)
    overtake(desk, scene.ticket.ref, str(text["promise"]), role)
    alert = desk.unit.alerts.add(
        RaisedAlert(0, scene.ticket.ref, role, text, effect.urgent, 0, desk.at, climbs_at(desk, role, effect.urgent))
    )
    announce(desk, alert, people, fill(effect.phrase, scene), scene.photos)


def overtake(desk: Moment, ref: Ref, promise: str, role: Role) -> None:
    """What calls somebody higher about the same promise need not climb to him from below as well."""
    for alert in desk.unit.alerts.open_of(ref) if promise else ():
        if alert.text["promise"] == promise and role in above(desk, alert.role):
            desk.unit.alerts.save(replace(alert, climbs_at=None))


def kept_text(effect: Alert, scene: Scene) -> Json:
    """What must be said again when it climbs, and how to know by then that it is settled."""
    return {
        "key": effect.phrase.key,
        "values": {name: value for name, value in effect.phrase.values.items() if isinstance(value, str | int)},
        "promise": scene.clock.promise if scene.clock else "",
        "final": scene.ticket.state in FINAL,
        "while": scene.ticket.state if effect.while_here else "",
    }


def climb(desk: Moment, alert: RaisedAlert) -> None:
    """Nobody has claimed it in time: the next role hears of it, unless there is nothing to take care of any more."""
    ticket = desk.ticket(alert.ticket)
    higher = above(desk, alert.role)
    if is_settled(desk, alert, ticket):
        desk.unit.alerts.save(replace(alert, climbs_at=None, closed_at=desk.at))
        return
    if not higher:
        desk.unit.alerts.save(replace(alert, climbs_at=None))
        return
    role, people = holders(desk, higher[0], ticket)
    climbed = replace(alert, role=role, level=alert.level + 1, climbs_at=climbs_at(desk, role, alert.urgent))
    desk.unit.alerts.save(climbed)
    clocks = [c for c in desk.unit.clocks.of(alert.ticket) if c.promise == alert.text["promise"]]
    scene = Scene(desk.unit, desk.shop, desk.at, ticket, clock=clocks[-1] if clocks else None, before=ticket)
    said = fill(Phrase(str(alert.text["key"]), dict(alert.text.get("values", {}))), scene)
    announce(desk, climbed, people, say("Nobody has taken care yet. {alert}", alert=said))


def is_settled(desk: Moment, alert: RaisedAlert, ticket: Ticket) -> bool:
    """The ticket was closed or went on since, or the promise that raised it does not run any more."""
    text = alert.text
    if (ticket.state in FINAL and not text.get("final")) or text.get("while", "") not in {"", ticket.state}:
        return True
    return bool(text["promise"]) and not any(
        clock.promise == text["promise"] and clock.ended_at is None for clock in desk.unit.clocks.of(alert.ticket)
    )


def claim(desk: Moment, alert_id: int, who: Person) -> RaisedAlert:
    """*Mine*: from now on it is this person's. Raises NotAllowed if somebody was first."""
    alert = desk.unit.alerts.get(alert_id)
    if alert is None or is_kept_from(desk.ticket(alert.ticket), who.id):
        raise NotFound
    if not who.roles & CLAIMANTS:
        raise NotAllowed(say("That is for somebody else to do."))
    if alert.claimed_by and alert.claimed_by != who.id:
        raise NotAllowed(say("{name} has taken this already.", name=name(desk, alert.claimed_by)))
    over = desk.ticket(alert.ticket).state in FINAL  # nothing more will happen to it that could close the alert
    claimed = replace(alert, claimed_by=who.id, climbs_at=None, closed_at=desk.at if over else None)
    desk.unit.alerts.save(claimed)
    return claimed


def seen_to(desk: Moment, ref: Ref, by: Role, who: PersonId | None) -> None:
    """Whoever of the office does something about a ticket takes care of what it called for, up to his own level."""
    for alert in desk.unit.alerts.open_of(ref) if who and by in CLAIMANTS else ():
        if alert.claimed_by is None and alert.role not in above(desk, by):
            desk.unit.alerts.save(replace(alert, claimed_by=who, climbs_at=None))


def take_over(desk: Moment, scene: Scene) -> None:
    """Claim every open alert of the ticket; where there is none, the claim itself is put on record."""
    who, ticket = scene.event.who if scene.event else None, scene.ticket
    found = desk.unit.alerts.open_of(ticket.ref) or (
        desk.unit.alerts.add(
            RaisedAlert(0, ticket.ref, Role.SUPERVISOR, {"key": "", "promise": ""}, False, 0, desk.at, None)
        ),
    )
    for alert in found:
        desk.unit.alerts.save(replace(alert, claimed_by=who, climbs_at=None))


def close_all(desk: Moment, ticket: Ticket) -> None:
    """A closed ticket needs nobody any more."""
    for alert in desk.unit.alerts.open_of(ticket.ref):
        desk.unit.alerts.save(replace(alert, climbs_at=None, closed_at=desk.at))


def announce(
    desk: Moment, alert: RaisedAlert, people: tuple[Person, ...], text: Phrase, photos: tuple[str, ...] = ()
) -> None:
    ticket = desk.ticket(alert.ticket)
    for person in people:
        desk.notices.append(
            Notice(
                person,
                text,
                ticket,
                alert.role,
                buttons=True,
                weight=Weight.ALERT,
                cause=desk.cause,
                extra=(Choosing(say("Mine"), f"a:{alert.id}"),),
                dedupe=f"alert:{alert.id}:{alert.level}:{person.id}",
                photos=photos,
            )
        )


def holders(desk: Moment, role: Role, ticket: Ticket | None = None) -> tuple[Role, tuple[Person, ...]]:
    """Who holds this role and may know of the ticket; where nobody does, the next one up the ladder stands in."""
    for candidate in (role, *above(desk, role)):
        found = desk.unit.people.with_role(candidate)
        if people := who_may_know(ticket, found) if ticket else found:
            return candidate, people
    return role, ()


def above(desk: Moment, role: Role) -> tuple[Role, ...]:
    """The levels of the policy over this role; above a dispatcher is his stand-in."""
    policy = desk.shop.policy
    levels = tuple(Role(level) for level in policy.escalation.levels)
    if role in levels:
        return levels[levels.index(role) + 1 :]
    if role is Role.FINANCE:  # whoever sends the goods does not say as well that they are paid (ORD-07)
        return levels
    ladder = (Role(policy.dispatch.role), Role(policy.dispatch.standin), *levels)
    return ladder[ladder.index(role) + 1 :] if role in ladder else ladder


def climbs_at(desk: Moment, role: Role, urgent: bool) -> datetime | None:
    """In working time, so that nobody is paged at midnight for what can wait; urgent ones do not wait."""
    if not above(desk, role):
        return None
    ack = desk.shop.policy.escalation.ack
    return desk.at + ack.time if urgent else desk.shop.reach(desk.at, Allowance(time=ack.time, working=True))


def name(desk: Moment, person: PersonId) -> str:
    found = desk.unit.people.get(person)
    return found.name if found else ""
