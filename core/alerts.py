"""Escalation: who must take care, and who is asked next if nobody does (ESC-01). Who has said so is in claims.py."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from core.discretion import who_may_know
from core.moment import Moment
from core.notices import Choosing, Notice
from core.people import Person
from core.phrases import Phrase, say
from core.policy.allowance import Allowance
from core.ports import Json, RaisedAlert, Weight
from core.tickets import FINAL, Alert, PersonId, Ref, Role, Ticket
from core.values import replace
from core.wording import Scene, fill

RAISED, CLIMBED, CLAIMED, HANDED_BACK, TAKEN_OVER, LAPSED = "raised", "climbed", "mine", "back", "over", "lapsed"


def sound(desk: Moment, effect: Alert, scene: Scene) -> None:
    """Raise an alert with the lowest role that somebody holds, from the one that is named upwards."""
    text = kept_text(effect, scene)
    role, people = holders(desk, effect.role, scene.ticket)
    overtake(desk, scene.ticket.ref, str(text["promise"]), role)
    alert = desk.unit.alerts.add(
        RaisedAlert(0, scene.ticket.ref, role, text, effect.urgent, 0, desk.at, climbs_at(desk, role, effect.urgent))
    )
    announce(desk, logged(desk, alert, RAISED), people, fill(effect.phrase, scene), scene.photos)


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
    said = words_of(desk, alert, ticket)
    announce(desk, logged(desk, climbed, CLIMBED), people, say("Nobody has taken care yet. {alert}", alert=said))


def words_of(desk: Moment, alert: RaisedAlert, ticket: Ticket) -> Phrase:
    """What it says, with the values of now."""
    clocks = [c for c in desk.unit.clocks.of(alert.ticket) if c.promise == alert.text["promise"]]
    scene = Scene(desk.unit, desk.shop, desk.at, ticket, clock=clocks[-1] if clocks else None, before=ticket)
    return fill(Phrase(str(alert.text["key"]), dict(alert.text.get("values", {}))), scene)


def logged(desk: Moment, alert: RaisedAlert, what: str, who: PersonId | None = None) -> RaisedAlert:
    """Saved, with a line of its own log: what became of it, by whom, and which level had it then."""
    step = [desk.at.isoformat(), what, alert.role, who]
    kept = replace(alert, text=dict(alert.text) | {"log": [*alert.text.get("log", ()), step]})
    desk.unit.alerts.save(kept)
    return kept


def is_settled(desk: Moment, alert: RaisedAlert, ticket: Ticket) -> bool:
    """The ticket was closed or went on since, or the promise that raised it does not run any more."""
    text = alert.text
    if (ticket.state in FINAL and not text.get("final")) or text.get("while", "") not in {"", ticket.state}:
        return True
    return bool(text["promise"]) and not any(
        clock.promise == text["promise"] and clock.ended_at is None for clock in desk.unit.clocks.of(alert.ticket)
    )


def close_all(desk: Moment, ticket: Ticket) -> None:
    """A closed ticket needs nobody any more."""
    for alert in desk.unit.alerts.open_of(ticket.ref):
        desk.unit.alerts.save(replace(alert, climbs_at=None, closed_at=desk.at))


def announce(
    desk: Moment, alert: RaisedAlert, people: tuple[Person, ...], text: Phrase, photos: tuple[str, ...] = ()
) -> None:
    """Once for each step of its log; in the quiet hours only what is urgent, if the policy lets that through."""
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
                not_before=None if rings_now(desk, alert.urgent) else told_at(desk),
                dedupe=f"alert:{alert.id}:{len(alert.text.get('log', ()))}:{person.id}",
                photos=photos,
            )
        )


def holders(desk: Moment, role: Role, ticket: Ticket | None = None) -> tuple[Role, tuple[Person, ...]]:
    """Who holds this role and may know of the ticket; where nobody does, the next one up the ladder stands in."""
    for candidate in upwards(desk, role):
        found = desk.holders(candidate)
        if people := who_may_know(ticket, found) if ticket else found:
            return candidate, people
    return role, ()


def upwards(desk: Moment, role: Role) -> Iterator[Role]:
    """From this role on; the ladder over it is only looked at where nobody holds it."""
    yield role
    yield from above(desk, role)


def above(desk: Moment, role: Role) -> tuple[Role, ...]:
    """The levels of the policy over this role; above a dispatcher is his stand-in."""
    policy = desk.shop.policy
    levels = tuple(Role(level) for level in policy.escalation.levels)
    if role in levels:
        return levels[levels.index(role) + 1 :]
    if role in {Role.FINANCE, Role.QUALITY}:  # whoever sends the goods does not say as well that they are paid (ORD-07)
        return levels
    if role in {Role.PRODUCTION, Role.RESEARCH}:  # what they approve is not approved by whoever proposes it (CMP-18)
        return levels[-1:]
    ladder = (Role(policy.dispatch.role), Role(policy.dispatch.standin), *levels)
    return ladder[ladder.index(role) + 1 :] if role in ladder else ladder


def climbs_at(desk: Moment, role: Role, urgent: bool) -> datetime | None:
    return later(desk, desk.shop.policy.escalation.ack, urgent) if above(desk, role) else None


def later(desk: Moment, allowance: Allowance, urgent: bool) -> datetime:
    """In working time, so that nobody is paged at midnight for what can wait; urgent ones do not wait."""
    if rings_now(desk, urgent):
        return desk.at + allowance.time
    return desk.shop.reach(told_at(desk), Allowance(time=allowance.time, working=True))


def rings_now(desk: Moment, urgent: bool) -> bool:
    return urgent and desk.shop.policy.escalation.urgent_wakes


def told_at(desk: Moment) -> datetime:
    return desk.after(desk.shop.policy.escalation.quiet, desk.at)


def name(desk: Moment, person: PersonId) -> str:
    found = desk.unit.people.get(person)
    return found.name if found else ""
