"""Who is told what after a move or a deadline, within the same unit of work."""

from __future__ import annotations

from datetime import timedelta

from core import alerts
from core.moment import Moment
from core.notices import Notice
from core.people import Person
from core.ports import Weight
from core.tickets import Alert, Ask, Facts, Role, TakeOver, Tell, Ticket
from core.wording import Scene, fill


def carry_out(desk: Moment, effect: Tell | Alert | Ask | TakeOver, scene: Scene) -> None:
    match effect:
        case Tell():
            tell(desk, effect, scene)
        case Alert():
            alerts.sound(desk, effect, scene)
        case Ask():
            ask(desk, effect, scene)
        case TakeOver():
            alerts.take_over(desk, scene)


def tell(desk: Moment, effect: Tell, scene: Scene) -> None:
    """A reminder by the clock waits for the end of the quiet hours; an answer to somebody's move does not."""
    by_clock = scene.clock is not None
    waits = by_clock and effect.whom is Role.CUSTOMER and not effect.pressing
    for person in hearers(desk, effect, scene):
        desk.notices.append(
            Notice(
                person,
                fill(effect.phrase, scene),
                scene.ticket,
                effect.whom,
                effect.buttons,
                cause=desk.cause,
                not_before=desk.not_in_quiet_hours(desk.at) if waits else None,
                expires_at=desk.at + timedelta(days=1) if by_clock else None,
                dedupe=once(scene, person),
                photos=scene.photos,
            )
        )


def hearers(desk: Moment, effect: Tell, scene: Scene) -> tuple[Person, ...]:
    """Who is on this side of the ticket. Nobody of the staff is told what he has just done himself."""
    ticket = scene.ticket
    match effect.whom:
        case Role.CUSTOMER:
            return (desk.person(ticket.customer),)
        case Role.TECHNICIAN:
            had = scene.before.going if scene.before else ()
            wanted = [who for who in had if who not in ticket.going] if effect.former else ticket.going
            return tuple(map(desk.person, wanted))
        case role:
            actor = scene.event.who if scene.event else None
            return tuple(p for p in alerts.holders(desk, role, ticket)[1] if p.id != actor)


def ask(desk: Moment, effect: Ask, scene: Scene) -> None:
    customer = desk.person(scene.ticket.customer)
    desk.notices.append(
        Notice(
            customer,
            fill(effect.phrase, scene),
            scene.ticket,
            effect.whom,
            form=effect.form,
            weight=Weight.SURVEY,
            not_before=desk.not_in_quiet_hours(desk.at),
            expires_at=desk.at + timedelta(days=3),
            dedupe=once(scene, customer),
            cause=desk.cause,
        )
    )


def carried_along(ticket: Ticket) -> Facts:
    """What a linked ticket needs so that somebody can call the customer."""
    return {k: v for k, v in ticket.facts.items() if k in {"name", "phone", "product", "rating", "comment"}}


def once(scene: Scene, person: Person) -> str | None:
    """The same step of the same promise tells the same person once, whoever rings it."""
    if scene.clock is None:
        return None
    clock = scene.clock
    return f"{scene.ticket.ref}:{clock.promise}:{clock.step}:{clock.started_at:%s}:{clock.generation}:{person.id}"
