"""python-telegram-bot, flushed on every update, in a shop that knows a thousand customers already."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path

from benchmarks.driving import Opened, compete
from benchmarks.peers import ptb_flushed
from benchmarks.peers.ptb_flushed import User

CUSTOMERS = 1000
FIRST = 1_000_000  # of their numbers, far from those of the race


def customers() -> dict[int, User]:
    """What the bot would know of them after one report each."""
    return {
        FIRST + number: {
            "words": "沙发脚断了，一坐就晃",
            "photo": f"{number:032x}-800",
            "haste": "可以等",
            "name": f"李雷{number}",
            "phone": f"+86138{number:08}",
            "address": f"杭州市西湖区文三路 {number} 号 3 楼 301",
            "visit": "11 月 24 日 9:00–11:00",
        }
        for number in range(CUSTOMERS)
    }


@asynccontextmanager
async def opening(folder: Path) -> Opened:
    async with ptb_flushed.opening(folder, customers()) as bot:
        yield bot


if __name__ == "__main__":
    compete(opening)
