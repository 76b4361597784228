"""When something last happened that the desk must know after a restart."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Milestones(Protocol):
    def of(self, name: str) -> datetime | None: ...
    def reach(self, name: str, at: datetime) -> None: ...
