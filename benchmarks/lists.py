"""How long a supervisor waits for his lists, with a million tickets in the database."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.filling import with_tickets
from benchmarks.report import MONDAY
from bot.decide import decide
from bot.dialogue.occasion import Occasion
from bot.envelope import Text
from bot.post import Post, drawn
from bot.sample import furnish
from core.desk import Desk
from core.opening import open_shop
from core.ports import Unit
from core.shop import Shop
from core.storage.open import open_store
from core.tickets import Role

TIMES, AIM = 20, 20.0  # milliseconds
LISTS = {"open": "未完成", "overdue": "超时", "today": "今天", "unclaimed": "未认领", "complaints": "投诉列表"}


def show(rows: int) -> None:
    with TemporaryDirectory(prefix="aftercare-bench-") as folder:
        file = Path(folder, "aftercare.db")
        with_tickets(file, rows)
        taken = asyncio.run(measured(f"sqlite:///{file}"))
    print(f"\nA supervisor's lists with {rows:,} tickets, one in a hundred open (aim: at most {AIM:.0f} ms):\n")
    for name, times in taken.items():
        print(f"- {name}: {median(times):.1f} ms, at most {max(times):.1f} ms")


async def measured(url: str) -> Mapping[str, list[float]]:
    """Milliseconds from the word to the reply, drawn as it goes into the outbox."""
    store, shop = open_store(url), open_shop("furniture", MONDAY)
    await store.run(lambda unit: furnish(unit, shop, MONDAY))
    taken = {
        name: [await store.run(partial(asked, shop=shop, said=said)) for _ in range(TIMES)]
        for name, said in LISTS.items()
    }
    await store.close()
    return taken


def asked(unit: Unit, shop: Shop, said: str) -> float:
    supervisor, words = unit.people.with_role(Role.SUPERVISOR)[0], Post(shop).words("zh_CN")
    began = perf_counter()
    answered = decide(Text(said), None, Occasion(Desk(unit, shop, MONDAY), supervisor, words, MONDAY))
    replies = [drawn(reply, words) for reply in answered.replies]
    took = 1000 * (perf_counter() - began)
    assert len(replies[0]["buttons"]) > 1, f"{said}: nothing is listed"
    return took
