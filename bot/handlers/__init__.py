"""Everything that can be said at any time, in the order in which it is looked for."""

import re
from functools import lru_cache

from bot.dialogue.clean import plain
from bot.handlers import contracts, counts, customer, everybody, goods, lists, office, reports, technician
from bot.handlers.handler import Handler, without_marks
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
    said = plain(text)
    return words_of(roles).match(said) is not None or without_marks(said).endswith(endings_of(roles))


@lru_cache(maxsize=64)
def words_of(roles: frozenset[Role]) -> re.Pattern[str]:
    """A word that calls one of them, alone or before something else."""
    words = "|".join(re.escape(word) for handler in handlers_of(roles) for word in handler.words)
    return re.compile(rf"/?(?:{words})(?: |$)")


@lru_cache(maxsize=64)
def endings_of(roles: frozenset[Role]) -> tuple[str, ...]:
    """With which a sentence calls one of them."""
    return tuple(ending for handler in handlers_of(roles) for ending in handler.endings)
