"""Conversation after conversation, each held against what must be true, and against one that nobody disturbed."""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, repeat
from random import seed

from core.storage import invariants as doctor
from tests.crash.conversation import Conversation, LostSurvey, Seats, Stuck
from tests.crash.fate import Doom
from tests.crash.journey import REPAIR, Story
from tests.crash.keeper import Keeper
from tests.crash.life import Begin, Fell, Silent, begin, rehearse
from tests.crash.mischief import Mischief
from tests.crash.mortal_desk import MortalDesk
from tests.crash.network import Network
from tests.crash.plan import dooms
from tests.crash.points import Point
from tests.crash.premises import Premises
from tests.crash.tally import Tally
from tests.invariants import Found, look, violations

CLOCK = re.compile(r"\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """How it goes when nothing goes wrong: the steps of the desk, and what everybody gets to read."""

    steps: Counter[Point]
    told: Counter[tuple[str, str]]


@dataclass(slots=True)
class Campaign:
    """`seed` and the number of a conversation say all that happens in it. `only`: no death but this one."""

    premises: Premises
    seed: int
    kind: type[MortalDesk] = MortalDesk
    only: Doom | None = None
    network: type[Network] = Network
    story: Story = REPAIR

    def run(self, numbers: Iterable[int]) -> Tally:
        model, tally = self.undisturbed(), Tally()
        gc.freeze()  # what is there now all lives share, and none need look through
        for number in numbers:
            tally.add(self.one(number, model))
        return tally

    def undisturbed(self) -> Undisturbed:
        conversation = self.begin(repeat(None), Mischief("", 0), rehearse)
        for line in self.story.lines:
            conversation.line(line)
        conversation.keeper.close()
        return Undisturbed(conversation.keeper.steps, told(look(conversation.keeper.place.url)))

    def begin(self, ends: Iterator[Doom | None], mischief: Mischief, start: Begin = begin) -> Conversation:
        place, seats = self.premises.another(), Seats()
        network = self.network(mischief, place.moment, seats.reads)
        return Conversation(Keeper(place, network, ends, self.kind, start), seats)

    def one(self, number: int, model: Undisturbed) -> Tally:
        """Everything that chance decides in it follows from the seed and the number."""
        seed(f"{self.seed}:{number}")
        conversation = self.begin(self.ends(number, model), self.mischief(number))
        keeper, wrong, finished = conversation.keeper, list[str](), False
        try:
            for line in self.story.lines:
                conversation.line(line)
                wrong += self.between_lines(keeper)
            finished = True
        except LostSurvey:
            pass
        except (Stuck, Silent, Fell) as trouble:
            wrong.append(f"{type(trouble).__name__}: {trouble}")
        wrong += self.ending(keeper)
        found = look(keeper.place.url)
        wrong += map(str, doctor.violations(keeper.place.url, keeper.at))
        wrong += violations(found, keeper.network.evidence, keeper.at, kind=self.story.kind)
        wrong += differences(told(found), model.told, finished)
        return tallied(keeper, found, finished, [f"{number}: {each}" for each in wrong])

    def ends(self, number: int, model: Undisturbed) -> Iterator[Doom | None]:
        return chain([self.only], repeat(None)) if self.only else dooms(self.seed, number, model.steps)

    def mischief(self, number: int) -> Mischief:
        return Mischief(f"{self.seed}:{number}")

    def between_lines(self, keeper: Keeper) -> Iterable[str]:  # noqa: ARG002 - for others
        """What else is found wrong."""
        return ()

    def ending(self, keeper: Keeper) -> Iterator[str]:
        try:
            keeper.close()
        except (Silent, Fell) as trouble:
            yield f"{type(trouble).__name__}: {trouble}"
        for left in (keeper.life, *keeper.frozen):
            left.kill()


def told(found: Found) -> Counter[tuple[str, str]]:
    """What everybody was to read; the time of day in it does not matter, for lives end and time passes."""
    return Counter((row.chat, CLOCK.sub("hh:mm", str(row.body["text"]))) for row in found.postings)


def differences(now: Counter[tuple[str, str]], model: Counter[tuple[str, str]], finished: bool) -> Iterator[str]:
    for (name, text), times in (now - model).items():
        yield f"{name} is told {times} times too often: {text}"
    for (name, text), times in (model - now).items() if finished else ():
        yield f"{name} is told {times} times too little: {text}"


def tallied(keeper: Keeper, found: Found, finished: bool, wrong: list[str]) -> Tally:
    deliveries = keeper.network.evidence.deliveries
    arrived = {delivery.number for delivery in deliveries}
    return Tally(
        conversations=1,
        lives=keeper.lives,
        deliveries=len(deliveries),
        copies=len(deliveries) - len(arrived),
        in_doubt=sum(row.unknown for row in found.postings),
        undelivered=len(keeper.network.evidence.undelivered - arrived),
        lost_surveys=not finished,
        deaths=Counter(map(str, keeper.deaths.elements())),
        wrong=wrong,
    )
