"""Codes on products and invoices, and how often each may still be used."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from core.links import Link


class Links(Protocol):
    def add(self, link: Link) -> None: ...
    def get(self, token: str, at: datetime) -> Link | None:
        """The link, while it may be used."""
        ...

    def use(self, token: str, at: datetime) -> Link | None:
        """The same, and one use of it is spent."""
        ...
