"""The whole desk by webhook, with a furniture shop that has work for many technicians."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.peers.updates import TOKEN
from bot.app import serve
from bot.logs import start_logging
from bot.sample import PEOPLE, furnish, key_for
from bot.settings import Settings
from core.opening import open_shop
from core.ports import Unit
from core.storage.open import open_store
from core.storage.schema import migrate

TECHNICIANS = 20  # so that everybody who reports a fault is offered a visit
LONG_ENOUGH = TOKEN + "-but-as-long-as-a-token-of-Telegram-is"


def staff(unit: Unit) -> None:
    at = datetime.now(UTC)
    shop = open_shop("furniture", at)
    furnish(unit, shop, at)
    first = next(each for each in PEOPLE if each.badge)
    for number in range(TECHNICIANS - 2):
        key_for(unit, shop, replace(first, chat=f"more-{number}", badge=f"1{number:02}"), at)


async def run() -> None:
    folder = Path(os.environ["BENCH_FOLDER"])
    settings = Settings(
        data=folder, database=f"sqlite:///{folder}/aftercare.db", port=int(os.environ["BENCH_PORT"]), admin_port=0,
        public_url="https://desk.example.com", telegram_token=LONG_ENOUGH, telegram_api=os.environ["BENCH_API"],
    )  # fmt: skip
    migrate(settings.database)
    store = open_store(settings.database)
    await store.run(staff)
    await store.close()
    await serve(settings)


if __name__ == "__main__":
    start_logging("info", "json")
    asyncio.run(run())
