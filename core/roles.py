"""Who does something to a ticket, or hears of it."""

from __future__ import annotations

from enum import StrEnum, auto


class Role(StrEnum):
    CUSTOMER = auto()
    TECHNICIAN = auto()
    DISPATCHER = auto()
    SUPERVISOR = auto()
    MANAGER = auto()
    SALES_CLERK = auto()
    STORE_KEEPER = auto()
    FINANCE = auto()
    QUALITY = auto()
    PRODUCTION = auto()
    RESEARCH = auto()
    CLOCK = auto()  # a deadline, or the desk following its policy
