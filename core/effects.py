"""Who is told what after a move or a deadline, within the same unit of work."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from core import alerts
from core.claims import take_over
from core.incidents import members_of
from core.leaflets import hand_out
from core.moment import Moment
from core.notices import Choosing, Notice
from core.outline import outline
from core.people import Person
from core.phrases import Phrase, Span, above, say
from core.ports import Weight
from core.stocking import went
from core.tickets import Alert, Ask, Dated, Facts, Leaflet, PersonId, Plan, Role, Spawn, TakeOver, Tell, Ticket
from core.values import replace
from core.wording import Scene, fill

DAY = timedelta(days=1)
READ = Choosing(say("I have read it"), "w:stops read")
MOST_LINES = 100  # of one sales order


def carry_out(desk: Moment, effect: Tell | Alert | Ask | TakeOver | Leaflet | Plan | Dated, scene: Scene) -> None:
    match effect:
        case Tell():
            tell(desk, effect, scene)
        case Alert():
            alerts.sound(desk, effect, scene)
        case Ask():
            ask(desk, effect, scene)
        case Plan():
            plan(desk, effect, scene)
        case Dated(day):
            date_goods(desk, scene.ticket, day)
        case Leaflet():
            hand_out(desk, scene.ticket)
        case TakeOver():
            take_over(desk, scene)


def tell(desk: Moment, effect: Tell, scene: Scene) -> None:
    """A reminder by the clock waits for the end of the quiet hours; an answer to somebody's move does not."""
    by_clock = scene.clock is not None
    waits = by_clock and effect.whom is Role.CUSTOMER and not effect.pressing
    for person in hearers(desk, effect, scene):
        desk.notices.append(
            Notice(
                person,
                fill(effect.phrase, scene),
                None if effect.households else scene.ticket,  # which is the office's
                effect.whom,
                effect.buttons,
                cause=desk.cause,
                not_before=desk.not_in_quiet_hours(desk.at) if waits else None,
                expires_at=desk.at + timedelta(days=1) if by_clock else None,
                dedupe=once(scene, person),
                photos=scene.photos if effect.pictures else (),
            )
        )


def hearers(desk: Moment, effect: Tell, scene: Scene) -> tuple[Person, ...]:
    """Who is on this side of the ticket. Nobody of the staff is told what he has just done himself."""
    ticket = scene.ticket
    match effect.whom:
        case Role.CUSTOMER if effect.households:
            customers = dict.fromkeys(member.customer for member in members_of(desk.unit, ticket))
            return tuple(map(desk.person, customers))
        case Role.CUSTOMER:
            return (desk.person(ticket.customer),)
        case Role.TECHNICIAN:
            had = scene.before.going if scene.before else ()
            wanted = [who for who in had if who not in ticket.going] if effect.former else ticket.going
            return tuple(map(desk.person, wanted))
        case Role.SALES_CLERK if seller := seller_of(desk, ticket):
            actor = scene.event.who if scene.event else None
            return () if seller.id == actor else (seller,)
        case role:
            others = alerts.holders(desk, effect.beside, ticket)[1] if effect.beside else ()
            known = {*(person.id for person in others), scene.event.who if scene.event else None}
            return tuple(p for p in alerts.holders(desk, role, ticket)[1] if p.id not in known)


def seller_of(desk: Moment, ticket: Ticket) -> Person | None:
    """Who sold it, as long as he is with the shop."""
    sold_by = ticket.facts.get("seller") or sold_it(desk, ticket)
    found = desk.unit.people.get(sold_by) if sold_by else None
    return found if found and found.is_staff else None


def sold_it(desk: Moment, ticket: Ticket) -> PersonId | None:
    """Of goods that are brought or fitted."""
    sales = map(desk.unit.sales.get, ticket.facts.get("sales") or ())
    return next((sale.seller for sale in sales if sale and sale.seller), None)


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


def carried(effect: Spawn, ticket: Ticket) -> Facts:
    """What a linked ticket knows from the beginning."""
    kept = {name: value for name, value in ticket.facts.items() if name in effect.carries}
    renamed = {new: ticket.facts[old] for old, new in effect.renames.items() if ticket.facts.get(old)}
    return kept | renamed | dict(effect.adds)


def plan(desk: Moment, effect: Plan, scene: Scene) -> None:
    """The visits of one kind on the day of this one, to each who hears of them; once a day, whichever visit asks."""
    if scene.ticket.visit is None:
        return
    day = scene.ticket.visit.start.astimezone(desk.shop.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    visits = [t for t in desk.unit.tickets.visits(Span(day, day + DAY)) if t.kind == scene.ticket.kind and t.going]
    for person in hearers(desk, Tell(effect.whom, effect.phrase), scene):
        his = [t for t in visits if effect.whom is not Role.TECHNICIAN or person.id in t.going]
        stops = (stop(desk, number, each) for number, each in enumerate(his, 1))
        desk.notices.append(
            Notice(
                person,
                above((effect.phrase, *stops)),
                role=effect.whom,
                extra=(READ,) if effect.whom is Role.TECHNICIAN else (),
                cause=desk.cause,
                dedupe=f"plan:{scene.ticket.kind}:{effect.whom}:{day:%y%m%d}:{person.id}",
            )
        )


def stop(desk: Moment, number: int, ticket: Ticket) -> Phrase:
    """One stop with all that must be clear before anybody leaves (DLV-13, DLV-15)."""
    lines = outline(Scene(desk.unit, desk.shop, desk.at, ticket), contact=True)
    return above((say("{n}. {number}, {who}", n=number, number=ticket.number, who=who_goes(desk, ticket)), *lines))


def who_goes(desk: Moment, ticket: Ticket) -> tuple[str, ...]:
    return tuple(desk.person(person).name for person in ticket.going)


def date_goods(desk: Moment, ticket: Ticket, day: str) -> None:
    """Keep in the sales records that the goods are with the customer, or in service, since today (WAR-07, ORD-09)."""
    days: dict[str, Any] = {day: desk.at.astimezone(desk.shop.zone).date()}
    order = str(ticket.facts.get("order", ""))
    his = [sale for sale in desk.unit.sales.of_order(order, MOST_LINES) if sale.id in ticket.facts.get("sales", ())]
    device = str(ticket.facts.get("serial") or "")  # INS-11: of the one device that was put into service
    if day == "started_on" and len(his) == 1 and device and not his[0].serial:
        days["serial"] = device
    desk.unit.sales.add([replace(sale, **days) for sale in his])
    if day == "delivered_on":
        went(desk, order, his)


def once(scene: Scene, person: Person) -> str | None:
    """The same step of the same promise tells the same person once, whoever rings it."""
    if scene.clock is None:
        return None
    clock = scene.clock
    return f"{scene.ticket.ref}:{clock.promise}:{clock.step}:{clock.started_at:%s}:{clock.generation}:{person.id}"
