"""What the store has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from core.tickets import Ref
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Stocked:
    """`there` is all that was counted, in the house or on a van; `taken` of it is set aside for contracts."""

    model: str
    product: str
    there: int
    counted_at: datetime
    taken: int = 0

    @property
    def free(self) -> int:
        return max(self.there - self.taken, 0)


class Stock(Protocol):
    def count(self, counted: Sequence[Stocked]) -> int:
        """Keep what was counted. What is set aside stays so, and what was not counted stays as it was."""
        ...

    def of(self, models: Iterable[str]) -> Mapping[str, Stocked]:
        """Those that are in the list. Until the unit of work is over nobody else takes of them."""
        ...

    def set_aside(self, ticket: Ref, wanted: Mapping[str, int]) -> None:
        """So many of each model for this ticket, and nothing else."""
        ...

    def came(self, model: str, pieces: int) -> None:
        """More of it, if it is in the list."""
        ...

    def ran_out(self, model: str) -> None:
        """Nothing is there but what is set aside."""
        ...

    def went(self, ticket: Ref, models: Sequence[str]) -> None:
        """What was set aside of these is with the customer."""
        ...
