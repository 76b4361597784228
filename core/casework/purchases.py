"""The purchase behind a report that the customer could not name: the shop's own people look first (DSP-06)."""

from __future__ import annotations

from core.casework.reporting import cover_of, facts_of_purchase
from core.desk import Desk
from core.people import Person, Sale
from core.tickets import Ref, Ticket


def know_purchase(desk: Desk, by: Person, ref: Ref, sale: Sale) -> Ticket:
    """What it costs is clear from now on. Raises NotAllowed, NotFound."""
    customer = desk.person(desk.seen_by(by, ref).customer)
    covered = cover_of(desk, customer, sale)
    return desk.act_as(by, ref, "know_purchase", facts_of_purchase(sale, covered, desk.shop.policy))
