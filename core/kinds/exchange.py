"""What cannot be repaired is exchanged: a date from the customer and a request to the store, in one step (FLT-26)."""

from __future__ import annotations

from core.kinds.fault_states import OPEN, S
from core.phrases import say
from core.tickets import FINAL, Move, Role, Spawn, Tell, Ticket

C, T, D, U, M, K = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER, Role.CLOCK
STORE = Role.STORE_KEEPER

# fmt: off
NEW_ONE = Spawn("delivery", ("product", "category", "name", "phone", "address", "area", "suburb"),
                {"exchange": True, "replaces": True, "delivery_free": True, "installation": False, "sales": [], "settles_fault": True},
                (Tell(C, say("{product} is exchanged for you. When may we bring the new one? Ticket {number}."), buttons=True),
                 Tell(STORE, say("To be exchanged: {product}. Please get it ready for {number}, or order it today."), buttons=True)))
EXCHANGED = (Tell(C, say("{product} was exchanged. Is everything in order? Ticket {number}."), buttons=True),)


def is_exchanged(ticket: Ticket) -> bool:
    """And not only waiting for a part."""
    return "exchange_at" in ticket.facts


def is_repaired(ticket: Ticket) -> bool:
    return not is_exchanged(ticket)


EXCHANGING = (
    Move("must_exchange", {S.ON_SITE, S.NEEDS_HELP}, S.NEEDS_PARTS, {T}, label=say("Has to be exchanged"), form="must_exchange", stamps="exchange_at",
         effects=(NEW_ONE, Tell(U, say("{number}: {product} has to be exchanged. {reason}")), Tell(D, say("{number}: {product} has to be exchanged. {reason}"), beside=U),
                  Tell(T, say("Noted. The customer chooses a day for the new one. {number} waits for it.")))),
    Move("exchanged", {S.NEEDS_PARTS}, S.FINISHED, {D, U, M, K}, label=say("It is exchanged"), shown=is_exchanged, stamps="finished_at", clears=("exchange_at",),
         effects=EXCHANGED),
    Move("exchanged", (OPEN | FINAL) - {S.NEEDS_PARTS}, None, {K}, called=say("Exchanged")),  # somebody has closed it meanwhile
)
# fmt: on
