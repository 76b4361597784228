"""python-telegram-bot with its conversations in memory. A restart forgets every open one."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path

from benchmarks.driving import Opened, compete
from benchmarks.peers.ptb_bot import ptb_bot
from benchmarks.peers.tickets import sessions_in


@asynccontextmanager
async def opening(folder: Path) -> Opened:
    async with sessions_in(folder) as sessions:
        bot = ptb_bot(sessions)
        async with bot.application:
            yield bot


if __name__ == "__main__":
    compete(opening)
