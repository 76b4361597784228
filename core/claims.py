"""Who has said that he takes care of an alert, and what becomes of it if he does not (ESC-01)."""

from __future__ import annotations

from core.alerts import (
    CLAIMED,
    HANDED_BACK,
    LAPSED,
    TAKEN_OVER,
    above,
    announce,
    climbs_at,
    holders,
    is_settled,
    later,
    logged,
    name,
    words_of,
)
from core.discretion import is_kept_from
from core.errors import NotAllowed, NotFound
from core.moment import Moment
from core.notices import Notice
from core.people import Person
from core.phrases import say
from core.ports import RaisedAlert, Weight
from core.tickets import FINAL, PersonId, Ref, Role, Ticket
from core.values import replace
from core.wording import Scene

CLAIMANTS = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})


def claim(desk: Moment, alert_id: int, who: Person) -> RaisedAlert:
    """*Mine*: from now on it is this person's. Raises NotAllowed if somebody was first."""
    alert = open_to(desk, alert_id, who)
    if alert.claimed_by == who.id:
        return alert
    if alert.claimed_by:
        raise NotAllowed(say("{name} has taken this already.", name=name(desk, alert.claimed_by)))
    return given_to(desk, alert, who, CLAIMED)


def take_from(desk: Moment, alert_id: int, who: Person) -> RaisedAlert:
    """Somebody higher takes it over, and whoever had it hears that. Raises NotAllowed."""
    alert = open_to(desk, alert_id, who)
    had = alert.claimed_by
    if had is None or had == who.id:
        return claim(desk, alert_id, who)
    if not may_take_from(desk, alert, who):
        raise NotAllowed(say("{name} has taken this already.", name=name(desk, had)))
    relieve(desk, desk.ticket(alert.ticket), had, who.id)
    return given_to(desk, alert, who, TAKEN_OVER)


def may_claim(alert: RaisedAlert, who: Person) -> bool:
    return bool(who.roles & (CLAIMANTS | {alert.role}))


def may_take_from(desk: Moment, alert: RaisedAlert, who: Person) -> bool:
    """Whoever stands higher than the one who has it."""
    holder = desk.unit.people.get(alert.claimed_by) if alert.claimed_by else None
    return holder is not None and bool(who.roles.intersection(above_all_of(desk, alert, holder)))


def hand_back(desk: Moment, alert_id: int, who: Person) -> RaisedAlert:
    """It calls again for whoever is on its level, from the beginning. Raises NotAllowed if it is not his."""
    alert = open_to(desk, alert_id, who)
    if alert.claimed_by != who.id:
        raise NotAllowed(say("You have not taken this."))
    if alert.closed_at:
        raise NotAllowed(say("This is settled already."))
    free = replace(alert, claimed_by=None, climbs_at=climbs_at(desk, alert.role, alert.urgent))
    ticket = desk.ticket(alert.ticket)
    others = tuple(person for person in holders(desk, alert.role, ticket)[1] if person.id != who.id)
    if not others and (higher := above_all_of(desk, alert, who)):
        role, others = holders(desk, higher[0], ticket)
        free = replace(free, role=role, level=alert.level + 1, climbs_at=climbs_at(desk, role, alert.urgent))
    said = words_of(desk, alert, ticket)
    text = say("{name} has handed this back. {alert}", name=who.name, alert=said)
    free = logged(desk, free, HANDED_BACK, who.id)
    announce(desk, free, others, text)
    return free


def lapse(desk: Moment, alert: RaisedAlert) -> None:
    """Claimed, and nothing was done about its ticket since: it calls again, one level higher, and all of them hear."""
    ticket = desk.ticket(alert.ticket)
    if is_settled(desk, alert, ticket):
        desk.unit.alerts.save(replace(alert, climbs_at=None, closed_at=desk.at))
        return
    idle = desk.person(PersonId(alert.claimed_by or 0))
    before = holders(desk, alert.role, ticket)[1]
    higher = above_all_of(desk, alert, idle)
    role, people = holders(desk, higher[0], ticket) if higher else (alert.role, before)
    level = alert.level + 1 if higher else alert.level
    free = replace(alert, role=role, level=level, claimed_by=None, climbs_at=climbs_at(desk, role, alert.urgent))
    free, said = logged(desk, free, LAPSED, idle.id), words_of(desk, alert, ticket)
    others = {person.id: person for person in (*people, *before) if person.id != idle.id}
    text = say("{name} took this, and nothing has been done since. {alert}", name=idle.name, alert=said)
    announce(desk, free, tuple(others.values()), text)
    announce(desk, free, (idle,), say("You took this, and nothing has been done since. {alert}", alert=said))


def seen_to(desk: Moment, ref: Ref, by: Role, who: PersonId | None) -> None:
    """Whoever of the staff does something about a ticket does so about what it called for.

    What nobody has claimed is his from then on, up to the level of his own role.
    """
    for alert in desk.unit.alerts.open_of(ref) if who and by is not Role.CUSTOMER else ():
        if alert.claimed_by:
            desk.unit.alerts.save(replace(alert, climbs_at=None))
        elif by is alert.role or (by in CLAIMANTS and alert.role not in above(desk, by)):
            logged(desk, replace(alert, claimed_by=who, climbs_at=None), CLAIMED, who)


def take_over(desk: Moment, scene: Scene) -> None:
    """Claim every open alert of the ticket; where there is none, the claim itself is put on record."""
    who, ticket = scene.event.who if scene.event else None, scene.ticket
    found = desk.unit.alerts.open_of(ticket.ref) or (
        desk.unit.alerts.add(
            RaisedAlert(0, ticket.ref, Role.SUPERVISOR, {"key": "", "promise": ""}, False, 0, desk.at, None)
        ),
    )
    for had in dict.fromkeys(alert.claimed_by for alert in found):
        relieve(desk, ticket, had, who)
    for alert in found:
        logged(desk, replace(alert, claimed_by=who, climbs_at=None), TAKEN_OVER, who)


def open_to(desk: Moment, alert_id: int, who: Person) -> RaisedAlert:
    """Raises NotFound, NotAllowed."""
    alert = desk.unit.alerts.get(alert_id)
    if alert is None or is_kept_from(desk.ticket(alert.ticket), who.id):
        raise NotFound
    if not may_claim(alert, who):
        raise NotAllowed(say("That is for somebody else to do."))
    return alert


def given_to(desk: Moment, alert: RaisedAlert, who: Person, how: str) -> RaisedAlert:
    """He has the policy's time to do something about it; after the end of a ticket nothing more could close it."""
    over = desk.ticket(alert.ticket).state in FINAL
    closed = alert.closed_at or (desk.at if over else None)
    by = None if closed else later(desk, desk.shop.policy.escalation.act, alert.urgent)
    return logged(desk, replace(alert, claimed_by=who.id, climbs_at=by, closed_at=closed), how, who.id)


def above_all_of(desk: Moment, alert: RaisedAlert, who: Person) -> tuple[Role, ...]:
    """The levels over this one, and over every role of this person."""
    levels = above(desk, alert.role)
    own = [place for place, role in enumerate(levels, 1) if role in who.roles]
    return levels[max(own, default=0) :]


def relieve(desk: Moment, ticket: Ticket, had: PersonId | None, who: PersonId | None) -> None:
    """Whoever had it need not go on."""
    if had and who and had != who:
        text = say("{name} has taken over {number} from you.", name=name(desk, who), number=ticket.number)
        desk.notices.append(Notice(desk.person(had), text, ticket, weight=Weight.ALERT, cause=desk.cause))
