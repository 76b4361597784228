"""What became of one attempt to deliver a message."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeAlias

from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Sent:
    """The network confirmed it. `external_id` is its name for the message, where it gives one."""

    external_id: str = ""


@dataclass(frozen=True, slots=True)
class Retry:
    """Surely not delivered, and worth trying again no earlier than `after`."""

    after: timedelta
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Undeliverable:
    """Surely not delivered, and trying again will not help (blocked, gone, too large)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may or may not have arrived. The class of the message decides what to do."""

    reason: str


@dataclass(frozen=True, slots=True)
class Absent:
    """Nobody is connected; the message waits in the chat's history until somebody is."""


Outcome: TypeAlias = Sent | Retry | Undeliverable | Unknown | Absent
