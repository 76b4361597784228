"""A sale is not complete while anything promised with it is open (FLT-29)."""

from __future__ import annotations

from core.kinds.order_states import S
from core.people import Sale
from core.ports import Unit
from core.tickets import FINAL, Ticket

SERVICES = frozenset({"delivery", "shipment", "installation", "task"})  # a task: a training, a visit, anything promised
MOST_LINES = 100  # of one sales order


def contract_of(unit: Unit, order: str) -> Ticket | None:
    """The latest that was handed in under this number."""
    found = [ticket for ticket in unit.tickets.of_order(order) if ticket.kind == "order"] if order else []
    return found[-1] if found else None


def is_awaited(unit: Unit, sale: Sale) -> bool:
    """It stands in a contract and was not delivered; what came from elsewhere may just have no day in its record."""
    return sale.delivered_on is None and contract_of(unit, sale.order) is not None


def services_open(unit: Unit, order: str) -> tuple[Ticket, ...]:
    those = unit.tickets.of_order(order) if order else ()
    return tuple(ticket for ticket in those if ticket.kind in SERVICES and ticket.state not in FINAL)


def what_follows(unit: Unit, ended: Ticket) -> tuple[Ticket, str] | None:
    """What becomes of the contract when this ticket has ended: done, to be delivered again, or nothing yet."""
    order = str(ended.facts.get("order") or "")
    contract = contract_of(unit, order) if ended.kind in SERVICES else None
    if contract is None or contract.state != S.AGREED or services_open(unit, order):
        return None
    left = any(sale.delivered_on is None for sale in unit.sales.of_order(order, MOST_LINES))
    return contract, "deliver_again" if left else "complete_sale"
