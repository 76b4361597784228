"""Where each life of each conversation ends: every point in turn, and then by chance. The same for the same seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random

from tests.crash.fate import Doom
from tests.crash.points import Point

MOST_DOOMS = 6  # of one conversation
AGAIN = 0.6  # how often a life that follows a death is to end by force too
SOON = 40  # steps: while the desk still looks at what the last life left behind
GOLDEN = 0.6180339887498949  # steps of this size come everywhere and never to the same place


def dooms(seed: int, number: int, steps: Mapping[Point, int]) -> Iterator[Doom | None]:
    """For one conversation after the other life. `steps`: how often an undisturbed one comes by each point."""
    chance = Random(f"{seed}:{number}")
    yield from systematic(number, steps)
    for _ in range(MOST_DOOMS):
        if chance.random() > AGAIN:
            break
        most = SOON if chance.random() < 1 / 2 else sum(steps.values())
        yield Doom(chance.randint(1, most))
    while True:
        yield None


def systematic(number: int, steps: Mapping[Point, int]) -> Iterator[Doom]:
    """The points in turn; each time at another of the moments at which a conversation comes by."""
    points = list(Point)
    point, visit = points[number % len(points)], number // len(points)
    if point is Point.LAPSED_FOUND:  # for that something must have been left on its way
        yield nth(Point.NETWORK_HAS_IT, visit, steps)
        yield Doom(1, point)
    else:
        yield nth(point, visit, steps)


def nth(point: Point, visit: int, steps: Mapping[Point, int]) -> Doom:
    return Doom(1 + int((0.5 + visit * GOLDEN) % 1 * steps.get(point, 1)), point)
