"""Everything that can be said at any time, in the order in which it is looked for."""

from functools import lru_cache

from bot.handlers import contracts, customer, everybody, goods, lists, office, reports, technician
from bot.handlers.handler import Handler
from core.tickets import Role

HANDLERS: tuple[Handler, ...] = (
    *everybody.HANDLERS,
    *lists.HANDLERS,
    *office.HANDLERS,
    *reports.HANDLERS,
    *technician.HANDLERS,
    *goods.HANDLERS,
    *contracts.HANDLERS,
    *customer.HANDLERS,
)


@lru_cache(maxsize=64)
def handlers_of(roles: frozenset[Role]) -> tuple[Handler, ...]:
    """Those that somebody with these roles may call."""
    return tuple(handler for handler in HANDLERS if handler.roles & roles)
