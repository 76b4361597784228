"""Who does something to a ticket, or hears of it."""

from __future__ import annotations

from enum import StrEnum, auto


class Role(StrEnum):
    CUSTOMER = auto()
    TECHNICIAN = auto()
    DISPATCHER = auto()
    SUPERVISOR = auto()
    MANAGER = auto()
    CLOCK = auto()  # a deadline, or the desk following its policy
