"""python-telegram-bot with PicklePersistence written after every update: conversations outlive a restart.

The file, with everybody known in it, is written anew each time, but not synced to the disk.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias

from telegram.ext import PersistenceInput, PicklePersistence

from benchmarks.driving import Opened, compete
from benchmarks.peers.ptb_bot import REPORT, ptb_bot
from benchmarks.peers.tickets import sessions_in

ONLY_USERS = PersistenceInput(bot_data=False, chat_data=False, callback_data=False)
User: TypeAlias = dict[str, str]


@asynccontextmanager
async def opening(folder: Path, known: dict[int, User] | None = None) -> Opened:
    kept: PicklePersistence[User, Any, Any] = PicklePersistence(folder / "bot.pickle", store_data=ONLY_USERS)
    if known:  # both, or the library reads them from the file that is not there yet
        kept.user_data, kept.conversations = known, {REPORT: {}}
    async with sessions_in(folder) as sessions:
        bot = ptb_bot(sessions, kept)
        async with bot.application:
            yield bot


if __name__ == "__main__":
    compete(opening)
