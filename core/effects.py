"""What follows a move or a deadline, carried out within the same unit of work."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from core import alerts, dispatch
from core.notices import Notice
from core.people import Person
from core.ports import Weight
from core.tickets import Alert, Ask, Dispatch, Do, Effect, Role, Spawn, TakeOver, Tell
from core.wording import Scene, fill

if TYPE_CHECKING:
    from core.desk import Desk


def carry_out(desk: Desk, effect: Effect, scene: Scene) -> None:
    match effect:
        case Tell():
            tell(desk, effect, scene)
        case Alert():
            alerts.sound(desk, effect, scene)
        case Dispatch():
            dispatch.dispatch(desk, scene.ticket)
        case Ask():
            ask(desk, effect, scene)
        case TakeOver():
            alerts.take_over(desk, scene)
        case Spawn(kind):
            spawn(desk, kind, scene)
        case Do(action):
            desk.act(scene.ticket.ref, action, Role.CLOCK)


def tell(desk: Desk, effect: Tell, scene: Scene) -> None:
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
            )
        )


def hearers(desk: Desk, effect: Tell, scene: Scene) -> tuple[Person, ...]:
    """Who is on this side of the ticket. Nobody of the staff is told what he has just done himself."""
    ticket = scene.ticket
    match effect.whom:
        case Role.CUSTOMER:
            return (desk.person(ticket.customer),)
        case Role.TECHNICIAN:
            wanted = scene.former if effect.former else ticket.assignee
            if wanted is None or (effect.former and wanted == ticket.assignee):
                return ()
            return (desk.person(wanted),)
        case role:
            actor = scene.event.who if scene.event else None
            return tuple(p for p in alerts.holders(desk, role)[1] if p.id != actor)


def ask(desk: Desk, effect: Ask, scene: Scene) -> None:
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


def spawn(desk: Desk, kind: str, scene: Scene) -> None:
    """Open a linked ticket that carries what somebody needs to call the customer."""
    facts = {k: v for k, v in scene.ticket.facts.items() if k in {"name", "phone", "product", "rating", "comment"}}
    desk.open(kind, scene.ticket.customer, facts, parent=scene.ticket.ref)


def once(scene: Scene, person: Person) -> str | None:
    """The same step of the same promise tells the same person once, whoever rings it."""
    if scene.clock is None:
        return None
    clock = scene.clock
    return f"{scene.ticket.ref}:{clock.promise}:{clock.step}:{clock.started_at:%s}:{clock.generation}:{person.id}"
