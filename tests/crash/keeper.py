"""Whoever starts the desk again each time it has died, and lets time pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from core.ports import Parcel
from tests.crash.fate import Doom
from tests.crash.life import Begin, Life, begin
from tests.crash.mortal_desk import MortalDesk, Place, lead
from tests.crash.network import Network
from tests.crash.packets import Close, Farewell, Quiet, Settle
from tests.crash.points import Point

LONGER_THAN_A_LEASE = timedelta(seconds=100)


@dataclass(slots=True)
class Keeper:
    """`deaths`: where the desk was killed. `steps`: what its last life came by, when that ended well."""

    place: Place
    network: Network
    dooms: Iterator[Doom | None]
    kind: type[MortalDesk]
    start: Begin = begin
    life: Life = field(init=False)
    lives: int = 0
    frozen: list[Life] = field(default_factory=list[Life])
    deaths: Counter[Point] = field(default_factory=Counter[Point])
    steps: Counter[Point] = field(default_factory=Counter[Point])
    undelivered: tuple[Parcel, ...] = ()  # the list that the supervisor sees

    def __post_init__(self) -> None:
        self.life = self.born()

    def born(self) -> Life:
        self.lives += 1
        doom = next(self.dooms)
        return self.start(partial(lead, self.place, doom=doom, kind=self.kind), doom)

    @property
    def at(self) -> datetime:
        return self.place.moment()

    def pass_time(self, pause: timedelta) -> None:
        self.place.moment.set(self.at + pause)
        self.settle(time_passed=True)

    def settle(self, *, time_passed: bool = False) -> None:
        """Until the desk has nothing left to do at this moment, in however many lives."""
        self.life.say(Settle(time_passed))
        packet = None
        while not isinstance(packet, Quiet):
            packet = self.life.hear()
            if packet is None:
                self.revive()
                self.life.say(Settle(time_passed=True))
            else:
                self.network.hear(self.life, packet)
        self.undelivered = packet.undelivered

    def revive(self) -> None:
        """Also beside one that is frozen and might come back."""
        if self.life.died_at:
            self.deaths[self.life.died_at] += 1
        if self.life.is_frozen:
            self.frozen.append(self.life)
        self.life = self.born()
        self.network.bring_again(self.life)

    def close(self) -> None:
        """What is still on its way comes to its end first."""
        for _ in range(4):
            self.network.everybody_looks(self.life)
            self.pass_time(LONGER_THAN_A_LEASE)
        self.life.say(Close())
        while packet := self.life.hear():
            self.network.hear(self.life, packet)
            if isinstance(packet, Farewell):
                self.steps = Counter(packet.steps)
                self.network.evidence.undelivered = {parcel.id for parcel in self.undelivered}
                self.life.bury()
                return
        self.revive()
        self.close()
