"""The contracts of a file are handed in together, or not at all (ORD-02)."""

from __future__ import annotations

from collections.abc import Sequence

from core.casework.ordering import SELLERS, hand_in
from core.desk import Desk
from core.people import Person
from core.phrases import say
from core.sales_import import BadLine, BadLines
from core.sales_import.contracts import Written
from core.tickets import Ticket


class Unnamed(Exception):
    """Nobody says who sold them. The message says what to do."""


def hand_in_all(desk: Desk, written: Sequence[Written], seller: Person | str) -> tuple[Ticket, ...]:
    """`seller`, or his name, is whose those are that name nobody.

    Raises BadLines for contracts that are known already and for names that nobody has, and Unnamed, before anything
    is changed.
    """
    clerks = {person.name: person for role in SELLERS for person in desk.unit.people.with_role(role)}
    default = clerks.get(seller) if isinstance(seller, str) else seller
    if default is None and seller:
        raise Unnamed(f"Nobody who sells is called {seller}.")
    if default is None and not all(each.seller for each in written):
        raise Unnamed("Who sold them? Use --seller, or a column for it in every line.")
    sellers = {each.seller: clerks.get(each.seller) if each.seller else default for each in written}
    if bad := [*known_already(desk, written), *unknown(written, sellers)]:
        raise BadLines(sorted(bad, key=lambda each: each.line))
    return tuple(hand_in(desk, by, each.contract) for each in written if (by := sellers[each.seller]))


def known_already(desk: Desk, written: Sequence[Written]) -> list[BadLine]:
    known = (each for each in written if desk.unit.sales.of_order(each.contract.order, 1))
    return [BadLine(each.line, each.contract.order, say("is known already")) for each in known]


def unknown(written: Sequence[Written], sellers: dict[str, Person | None]) -> list[BadLine]:
    why = say("is nobody who sells here")
    return [BadLine(each.line, each.seller, why) for each in written if not sellers[each.seller]]
