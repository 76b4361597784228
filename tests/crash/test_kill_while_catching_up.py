"""Killed again while it catches up after an outage, the desk still hears people first and tells everybody once."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from signal import SIGKILL
from traceback import print_exc

import pytest

from bot.drain import Drain
from bot.envelope import Text
from bot.post import Post
from bot.reception import Reception
from core.desk import Desk
from core.people import Chat
from core.ports import Received, Unit
from core.storage.open import open_store
from scheduler.deadlines import Deadlines, oldest_due
from tests.crash.fate import Doom, Fate
from tests.crash.moment import Moment
from tests.crash.mortal_store import open_mortal
from tests.crash.points import Point
from tests.crash.premises import MORNING, SHOP, Copies, Databases, Files

CUSTOMERS = tuple(f"顾客{n}" for n in range(4))
OUTAGE = timedelta(hours=6)
FACTS = {"product": "sofa", "category": "sofa", "symptom": "leg", "name": "Li", "phone": "+8613800138000"}
STRIDE = 17  # steps between two places where it is killed
SUPERVISOR = "刘主管"
DIGEST, ASKED = "系统刚刚恢复", "状态"


@dataclass(frozen=True)
class Opening:
    """As the desk opens: what was left in the inbox, then what is due."""

    url: str
    moment: Moment

    def __call__(self, doom: Doom | None = None) -> None:
        asyncio.run(self.opens(Fate(doom, lambda _: None)))

    async def opens(self, fate: Fate) -> None:
        store, post = open_mortal(self.url, fate), Post(SHOP)
        drain = Drain(store, Reception(SHOP, post, {"test": Text}), self.moment)
        await drain.catch_up()
        fate.step(Point.CAUGHT_UP)
        await Deadlines(store, SHOP, post.deliver, self.moment).ring()
        await store.close()


def report(unit: Unit, name: str) -> None:
    """In the morning; nobody looks at it for six hours, and then the customer asks."""
    customer = unit.chats.open(Chat("test", "", name), "zh_CN").person
    Desk(unit, SHOP, MORNING).open("fault", customer.id, FACTS)
    asked = MORNING + OUTAGE / 2
    unit.inbox.note([Received(0, Chat("test", "", name), f"asked by {name}", asked, asked, ASKED)])


async def prepare(url: str) -> None:
    store = open_store(url)
    for name in CUSTOMERS:
        await store.run(partial(report, name=name))
    await store.close()


def in_a_process_of_its_own(opening: Opening, doom: Doom | None) -> int:
    """The signal that ended it, or 0."""
    process = os.fork()
    if process == 0:
        status = 1
        try:
            opening(doom)
            status = 0
        except BaseException:  # noqa: BLE001 - nothing may come back into the copy of the test
            print_exc()
        finally:
            os._exit(status)
    _, status = os.waitpid(process, 0)
    assert status in {0, SIGKILL}
    return status


async def check(url: str, moment: Moment) -> None:
    store = open_store(url)
    lines = {
        name: [each for each in await store.run(partial(said, name=name, moment=moment)) if not each[2]]
        for name in (*CUSTOMERS, SUPERVISOR)
    }
    assert await store.run(lambda unit: unit.inbox.waiting()) == ()
    assert await store.run(lambda unit: oldest_due(unit, moment())) is None
    await store.close()
    digests = [number for number, text, _ in lines[SUPERVISOR] if text.startswith(DIGEST)]
    assert len(digests) == 1, lines[SUPERVISOR]
    for name in CUSTOMERS:
        answers = [number for number, text, _ in lines[name] if "F-2611" in text]
        assert len(answers) == 1, lines[name]
        assert answers[0] < digests[0], "the promises rang before the people were heard"


def said(unit: Unit, name: str, moment: Moment) -> list[tuple[int, str, bool]]:
    lines = unit.outbox.lines(Chat("test", "", name), 0, moment())
    return [(line.id, str(line.body.get("text", "")), line.mine) for line in lines]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_it_hears_people_first_and_tells_everybody_once(
    database: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    copies: Copies = Files(tmp_path)
    if database == "postgresql":
        copies = Databases(request.getfixturevalue("migrated_server"))
    moment = Moment(MORNING + OUTAGE)
    step, survived = 1, False
    while not survived:
        opening = Opening(copies.another(), moment)
        asyncio.run(prepare(opening.url))
        survived = in_a_process_of_its_own(opening, Doom(step)) == 0
        in_a_process_of_its_own(opening, None)
        asyncio.run(check(opening.url, moment))
        step += STRIDE
    assert step > 5 * STRIDE
