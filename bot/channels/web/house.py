"""What every part of the web chat shares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from datetime import datetime, timedelta

from bot.channels.web.front import Front
from bot.channels.web.guard import Border
from bot.channels.web.limits import Limits, Pace
from bot.channels.web.sockets import Sockets
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Paces:
    messages: Pace
    seen: Pace
    uploads: Pace
    newcomers: Pace
    failed_joins: Pace

    @classmethod
    def of(cls, limits: Limits) -> Paces:
        return cls(
            messages=Pace("messages", limits.messages),
            seen=Pace("seen", limits.seen),
            uploads=Pace("uploads", limits.uploads),
            newcomers=Pace("newcomers", limits.newcomers),
            failed_joins=Pace("failed_joins", limits.failed_joins),
        )


@dataclass(frozen=True, slots=True)
class House:
    front: Front
    clock: Callable[[], datetime]
    limits: Limits
    border: Border
    patience: timedelta  # how long a page may take to show a line
    paces: Paces
    sockets: Sockets = field(default_factory=Sockets)
