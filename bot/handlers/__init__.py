"""Everything that can be said at any time, in the order in which it is looked for."""

import re
from functools import lru_cache

from bot.dialogue.clean import plain
from bot.handlers import contracts, counts, customer, everybody, goods, lists, office, reports, technician
from bot.handlers.handler import Handler
from core.tickets import Role

HANDLERS: tuple[Handler, ...] = (
    *everybody.HANDLERS,
    *lists.HANDLERS,
    *office.HANDLERS,
    *reports.HANDLERS,
    *counts.HANDLERS,
    *technician.HANDLERS,
    *goods.HANDLERS,
    *contracts.HANDLERS,
    *customer.HANDLERS,
)


@lru_cache(maxsize=64)
def handlers_of(roles: frozenset[Role]) -> tuple[Handler, ...]:
    """Those that somebody with these roles may call."""
    return tuple(handler for handler in HANDLERS if handler.roles & roles)


def calls_something(text: str, roles: frozenset[Role]) -> bool:
    """Most of what is said calls nothing: that is found out at once, not handler by handler."""
    return calls_of(roles).match(plain(text)) is not None


@lru_cache(maxsize=64)
def calls_of(roles: frozenset[Role]) -> re.Pattern[str]:
    """A word that calls one of them, alone or before something else; or a sentence with an ending that does."""
    words = "|".join(re.escape(word) for handler in handlers_of(roles) for word in handler.words)
    endings = "|".join(re.escape(ending) for handler in handlers_of(roles) for ending in handler.endings)
    return re.compile(rf"/?(?:{words})(?: |$)" + (rf"|.*(?:{endings})[?？!！。. ]*$" if endings else ""))
