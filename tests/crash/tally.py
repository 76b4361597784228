"""What came out of many conversations."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(slots=True)
class Tally:
    """`deaths`: how often the desk was killed at each point."""

    conversations: int = 0
    lives: int = 0
    deliveries: int = 0
    copies: int = 0  # of them second ones
    in_doubt: int = 0  # attempts of which nobody knew whether they had arrived
    undelivered: int = 0  # never arrived, and on the supervisor's list
    lost_surveys: int = 0
    deaths: Counter[str] = field(default_factory=Counter[str])
    wrong: list[str] = field(default_factory=list[str])

    def add(self, other: Tally) -> None:
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    def to_json(self) -> str:
        return json.dumps({each.name: getattr(self, each.name) for each in fields(self)}, ensure_ascii=False)

    def __str__(self) -> str:
        return (
            f"{self.conversations} conversations in {self.lives} lives, killed {self.deaths.total()} times; "
            f"{self.deliveries} deliveries, {self.copies} copies, {self.in_doubt} in doubt, "
            f"{self.undelivered} undelivered and listed, {self.lost_surveys} surveys lost"
        )


def tally_of(text: str) -> Tally:
    plain: dict[str, Any] = json.loads(text)
    plain["deaths"] = Counter(plain["deaths"])
    return Tally(**plain)
