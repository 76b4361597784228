"""This desk: SQLite with synchronous=FULL, every message noted, handled by the reception, its reply in the outbox.

It is the sample shop: two technicians, and a dispatcher who gets a card for each report.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from benchmarks.driving import DATABASE, compete
from benchmarks.report import MONDAY, Said
from bot.channels.web.frames import Say
from bot.channels.web.kept import read_content, write
from bot.drain import Drain
from bot.envelope import Photo, Text
from bot.logs import start_logging
from bot.memory import keep_for_good
from bot.post import Post
from bot.reception import Reception
from bot.sample import furnish
from core.opening import open_shop
from core.people import Chat
from core.ports import Received
from core.storage.open import SqlStore, open_store
from core.storage.schema import migrate

LATER = MONDAY.replace(year=MONDAY.year + 10)  # messages carry their own time; the clock is only never behind them


@dataclass(frozen=True, slots=True)
class DeskInTheRace:
    store: SqlStore
    drain: Drain

    async def hear(self, said: Said) -> None:
        """As the web chat notes it, and then until nothing of this chat is left to be handled."""
        message = envelope(said)
        await self.store.run(lambda unit: unit.inbox.note((message,)))
        self.drain.wake(message.chat)
        while task := self.drain.busy.get(message.chat):
            await task

    async def tickets(self) -> int:
        return await self.store.run(lambda unit: len(unit.tickets.open_now(limit=1_000_000)))


def envelope(said: Said) -> Received:
    content = Photo(said.photo, said.text) if said.photo else Text(said.text)
    raw = write(Say(str(UUID(int=said.chat * 100 + said.number)), content))
    return Received(0, Chat("web", "", f"c{said.chat}"), f"{said.chat}-{said.number}", said.at, said.at, raw)


@asynccontextmanager
async def desk(folder: Path) -> AsyncGenerator[DeskInTheRace]:
    start_logging("info", "json")  # as when it runs
    url = f"sqlite:///{folder / DATABASE}"
    migrate(url)
    store = open_store(url)
    shop = open_shop("furniture", MONDAY)
    reception = Reception(shop, Post(shop), {"web": read_content})
    await store.run(lambda unit: furnish(unit, shop, MONDAY))
    keep_for_good()  # as when it is open
    yield DeskInTheRace(store, Drain(store, reception, lambda: LATER))
    await store.close()


if __name__ == "__main__":
    compete(desk)
