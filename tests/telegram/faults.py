"""What goes wrong on the way: said by the test, for one call or for a share of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random


@dataclass(frozen=True, slots=True)
class TooMany:
    """Refused with 429; `retry_after` in seconds."""

    retry_after: int = 1


@dataclass(frozen=True, slots=True)
class Broken:
    """Not carried out; a gateway's page instead of JSON if it says so."""

    status: int = 502
    page: bool = False


@dataclass(frozen=True, slots=True)
class Slow:
    """Carried out, but the answer takes its time."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Dropped:
    """The connection ends without an answer, after the call was carried out or before."""

    carried_out: bool = True


@dataclass(frozen=True, slots=True)
class Refusal:
    """Any other refusal, in Telegram's words."""

    code: int
    description: str


Fault = TooMany | Broken | Slow | Dropped | Refusal


@dataclass
class Faults:
    queued: list[tuple[str, Fault]] = field(default_factory=list[tuple[str, Fault]])
    share: float = 0
    kinds: tuple[Fault, ...] = ()
    spared: frozenset[str] = frozenset({"getUpdates", "getMe"})
    dice: Random = field(default_factory=Random)
    struck: list[tuple[str, Fault]] = field(default_factory=list[tuple[str, Fault]])

    def next(self, method: str, *faults: Fault) -> None:
        """The next calls of the method, one fault each; "" means any method."""
        self.queued += [(method, fault) for fault in faults]

    def some(self, share: float, kinds: tuple[Fault, ...], seed: int) -> None:
        """From now on a share of the calls, the same ones for the same seed."""
        self.share, self.kinds, self.dice = share, kinds, Random(seed)

    def none(self) -> None:
        self.queued.clear()
        self.share = 0

    def strike(self, method: str) -> Fault | None:
        """What befalls this call."""
        fault = self.waiting_for(method)
        if fault is None and method not in self.spared and self.dice.random() < self.share:
            fault = self.dice.choice(self.kinds)
        if fault is not None:
            self.struck.append((method, fault))
        return fault

    def waiting_for(self, method: str) -> Fault | None:
        for place, (name, fault) in enumerate(self.queued):
            if name in {"", method}:
                del self.queued[place]
                return fault
        return None
