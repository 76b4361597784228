"""Desks that stand still for longer than their lease, and then go on as if nothing had happened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from itertools import chain, repeat
from signal import SIGCONT, SIGSTOP
from typing import Any

from sqlalchemy import select

from core.storage.tables import metadata
from tests.crash.campaign import Campaign, Undisturbed
from tests.crash.fate import Doom
from tests.crash.keeper import Keeper
from tests.crash.life import Life
from tests.crash.mischief import Mischief
from tests.crash.plan import nth
from tests.crash.points import Point
from tests.invariants import engine_for

TAKEN_OVER = timedelta(minutes=4)  # another life has waited for the lease, and sent again what was in doubt
LAST_TWITCH = 0.3  # real seconds
# Nobody stands still within a transaction here: whoever else wants to write would have to wait for him.
WHERE = (
    Point.PARCELS_GIVEN,
    Point.PARCEL_TAKEN,
    Point.NETWORK_HAS_IT,
    Point.NETWORK_ANSWERED,
    Point.MESSAGE_CAME,
    Point.MESSAGE_NOTED,
    Point.MESSAGE_ACKNOWLEDGED,
    Point.CLOCK_CLAIMED,
)


class Haunting(Campaign):
    """Conversations in which the desk stands still once, and wakes up beside another one."""

    def ends(self, number: int, model: Undisturbed) -> Iterator[Doom | None]:
        point = WHERE[number % len(WHERE)]
        doom = Doom(nth(point, number // len(WHERE), model.steps).nth, point, SIGSTOP)
        return chain([doom], repeat(None))

    def mischief(self, number: int) -> Mischief:  # noqa: ARG002 - none
        return Mischief("", 0)

    def between_lines(self, keeper: Keeper) -> Iterator[str]:
        if keeper.frozen:
            keeper.pass_time(TAKEN_OVER)
        while keeper.frozen:
            yield from woken(keeper, keeper.frozen.pop())


def woken(keeper: Keeper, zombie: Life) -> Iterator[str]:
    """It may send what it has in its hands, unless it has only just claimed it; it may change nothing."""
    before, delivered = everything(keeper.place.url), len(keeper.network.evidence.deliveries)
    os.kill(zombie.process, SIGCONT)
    zombie.doom = None
    while zombie.end.poll(LAST_TWITCH) and (packet := zombie.hear()):
        keeper.network.hear(zombie, packet)
    zombie.kill()
    if everything(keeper.place.url) != before:
        yield "what was recorded has changed"
    sent = len(keeper.network.evidence.deliveries) - delivered
    if sent > (zombie.died_at is Point.PARCEL_TAKEN):
        yield f"{sent} messages were sent after the lease"


def everything(url: str) -> dict[str, list[Any]]:
    with engine_for(url).connect() as connection:
        return {table.name: list(connection.execute(select(table)).all()) for table in metadata.sorted_tables}
