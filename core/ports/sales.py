"""What was sold, and to whom."""

from __future__ import annotations

from collections.abc import Sequence
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
