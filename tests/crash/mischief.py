"""What the network does to messages on their way out: most arrive and are confirmed, some not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from random import Random


class Trick(Enum):
    NONE = auto()
    LOSE_ANSWER = auto()  # delivered, and the connection breaks
    LOSE = auto()  # not delivered, and the connection breaks just the same
    REFUSE = auto()  # surely not delivered: come again later
    AWAY = auto()  # not delivered: nobody is there, until he looks again
    HANG = auto()  # delivered, and the answer comes when nobody waits for it any more


TRICKS = (Trick.LOSE_ANSWER, Trick.LOSE, Trick.REFUSE, Trick.AWAY, Trick.HANG)


@dataclass(frozen=True, slots=True)
class Mischief:
    """`share` of the attempts go wrong, the same ones whenever this seed is used."""

    seed: str
    share: float = 0.2

    def with_attempt(self, number: int, attempt: int) -> Trick:
        chance = Random(f"{self.seed}:{number}:{attempt}")
        return chance.choice(TRICKS) if chance.random() < self.share else Trick.NONE
