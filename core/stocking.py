"""What of a contract the store has, by its list, and what it sets aside for it (ORD-03)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from core.contracts import ContractLine, lines_of
from core.fulfilment import MOST_LINES, contract_of
from core.kinds.order_states import OPEN, S
from core.moment import Moment
from core.people import Sale
from core.ports import Stocked
from core.tickets import Ticket
from core.wording import Scene

WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9./_-]{2,39}")  # what may be a model; between Chinese signs too
MOST_PARTS = 20  # that are looked up at once
LOOKED_UP = OPEN - {S.NEW, S.UNCLEAR}


def listed(model: str) -> str:
    """As a model stands in the list: people write small letters for capitals."""
    return model.upper()


def missing_by_list(desk: Moment, lines: Sequence[ContractLine]) -> list[str] | None:
    """The models of which too few are free; None where the list does not know them all, and somebody has to look."""
    stock = desk.unit.stock.of(listed(line.model) for line in lines)
    if not {listed(line.model) for line in lines} <= stock.keys():
        return None
    free = Counter({model: each.free for model, each in stock.items()})
    missing: list[str] = []
    for line in lines:
        if free[listed(line.model)] < line.quantity:
            missing.append(line.model)
        else:
            free[listed(line.model)] -= line.quantity
    return missing


def named_in(desk: Moment, words: str) -> tuple[Stocked, ...]:
    """What stands in the list of all that somebody has named by its model (DSP-07)."""
    models = sorted({listed(word) for word in WORD.findall(words)})
    found = desk.unit.stock.of(models[:MOST_PARTS])
    return tuple(found[model] for model in sorted(found))


def set_aside(desk: Moment, scene: Scene) -> None:
    """For this contract what of it is there, until it is with the customer or the contract is no more."""
    ticket = scene.ticket
    come: Sequence[str] = scene.event.facts.get("come", ()) if scene.event else ()
    for line in lines_of(ticket.facts):
        if line.model in come:
            desk.unit.stock.came(listed(line.model), line.quantity)
    desk.unit.stock.set_aside(ticket.ref, there_for(desk, ticket))


def there_for(desk: Moment, ticket: Ticket) -> Counter[str]:
    sold = desk.unit.sales.of_order(str(ticket.facts["order"]), MOST_LINES)
    gone = {*(ticket.facts.get("missing") or ()), *(sale.model for sale in sold if sale.delivered_on)}
    wanted: Counter[str] = Counter()
    if ticket.state in LOOKED_UP:
        for line in lines_of(ticket.facts):
            wanted[listed(line.model)] += line.quantity * (line.model not in gone)
    return +wanted


def ran_out(desk: Moment, ticket: Ticket) -> None:
    """The list was wrong about what is missing now."""
    for model in ticket.facts["missing"]:
        desk.unit.stock.ran_out(listed(model))


def went(desk: Moment, order: str, sales: Sequence[Sale]) -> None:
    """These are with the customer."""
    contract = contract_of(desk.unit, order)
    if contract:
        desk.unit.stock.went(contract.ref, [listed(sale.model) for sale in sales])
