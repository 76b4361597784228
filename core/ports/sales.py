"""What was sold, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from core.people import Sale


class Sales(Protocol):
    def add(self, sales: Sequence[Sale]) -> int:
        """Keep sales (ids are ignored); a line with the same order and model replaces the earlier one."""
        ...

    def take_back(self, order: str) -> None:
        """Forget the lines of an order that were not delivered: its contract says something else now."""
        ...

    def get(self, sale: int) -> Sale | None: ...
    def of_phone(self, phone: str, limit: int = 8) -> tuple[Sale, ...]: ...
    def of_order(self, order: str, limit: int = 8) -> tuple[Sale, ...]: ...
    def those(self, product: str, address: str, since: date, until: date, limit: int) -> tuple[Sale, ...]:
        """Bought between these days, whose product or model, and whose address, has these words in it; "" is in all."""
        ...

    def dated(self, since: date, until: date) -> tuple[Sale, ...]:
        """Of which something happened between these days: bought, delivered, shipped or put into service."""
        ...

    def forget(self, phone: str) -> None:
        """What was sold to this number stays, without name, number and address."""
        ...
