"""Of a sales contract: its lines, what is missing, who sold it, and what was promised with it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from core.contracts import ContractLine, goods_of, lines_of, total_of
from core.fulfilment import services_open
from core.kinds import kind_named
from core.phrases import Phrase, Value, above, say
from core.tickets import PersonId, Ticket
from core.wording.scene import Scene
from core.wording.values import Place, fact, name_of, told


def order_lines(scene: Scene) -> Value:
    """Each with what the store said of it."""
    found = lines_of(scene.ticket.facts)
    return above(line(each, scene.ticket.facts.get("missing")) for each in found) if found else ""


def line(each: ContractLine, missing: list[str] | None) -> Phrase:
    goods, price = goods_of((each,)), each.price
    if missing is None:
        return say("– {goods}, {price}", goods=goods, price=price)
    if each.model in missing:
        return say("– {goods}, {price}: not in the store", goods=goods, price=price)
    return say("– {goods}, {price}: in the store", goods=goods, price=price)


def missing_goods(scene: Scene) -> Value:
    facts = scene.ticket.facts
    return goods_of(each for each in lines_of(facts) if each.model in (facts.get("missing") or ()))


def goods_due(scene: Scene) -> Value:
    """As long as anything is missing."""
    return a_day(scene, "expected_on") if scene.ticket.facts.get("missing") else ""


def a_day(scene: Scene, name: str) -> Value:
    kept = scene.ticket.facts.get(name)
    return date.fromisoformat(kept) if kept else ""


def total(scene: Scene) -> Value:
    found = lines_of(scene.ticket.facts)
    return total_of(found) if found else Decimal()


def seller(scene: Scene) -> Value:
    sold_by = scene.ticket.facts.get("seller")
    return name_of(scene, PersonId(int(sold_by))) if sold_by else ""


def services(scene: Scene) -> Value:
    """All that is still open of it, each as it stands (FLT-29); also what colleagues were asked for."""
    found = services_open(scene.unit, str(scene.ticket.facts.get("order", "")))
    return above(map(standing, found)) if found else ""


def deliveries(scene: Scene) -> Value:
    """The same without tasks, for the customer."""
    found = services_open(scene.unit, str(scene.ticket.facts.get("order", "")))
    his = [each for each in found if each.kind != "task"]
    return above(map(standing, his)) if his else ""


def standing(ticket: Ticket) -> Phrase:
    kind = kind_named(ticket.kind)
    if ticket.kind == "task":
        state, words = kind.states[ticket.state], told(ticket.facts["words"])
        return say("{kind} {number}: {state}. {words}", kind=kind.title, number=ticket.number, state=state, words=words)
    when = ticket.visit or say("at a time to be agreed")
    return say(
        "{kind} {number}: {state}, {visit}.", kind=kind.title, number=ticket.number, state=kind.states[ticket.state],
        visit=when,
    )  # fmt: skip


ORDER: tuple[Place, ...] = (
    ("ordered_on", fact("ordered_on")),
    ("wished_on", lambda scene: a_day(scene, "wished_on") or "–"),
    ("goods_due", goods_due),
    ("order_lines", order_lines),
    ("missing_goods", missing_goods),
    ("total", total),
    ("seller", seller),
    ("services", services),
    ("deliveries", deliveries),
    ("ahead", lambda scene: scene.shop.policy.order.date_ahead.time),
)
