"""aiogram with its states in memory: the measure of all the others. A restart forgets every open conversation."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path

from aiogram.fsm.storage.memory import MemoryStorage

from benchmarks.driving import Opened, compete
from benchmarks.peers.aiogram_bot import aiogram_bot
from benchmarks.peers.tickets import sessions_in


@asynccontextmanager
async def opening(folder: Path) -> Opened:
    async with sessions_in(folder) as sessions:
        yield aiogram_bot(MemoryStorage(), sessions)


if __name__ == "__main__":
    compete(opening)
