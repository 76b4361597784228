"""The work that everybody is measured by: a fault report of eight messages, from a customer nobody has met before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

CHATS = 8  # at once
MONDAY = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)  # 09:30 in Shanghai
PHOTO = "b7e23ec29af22b0b4e41da31e868d572"


@dataclass(frozen=True, slots=True)
class Said:
    """One message. `chat` and `number` are those of its sender and of the message, from 1 on."""

    chat: int
    number: int
    at: datetime
    text: str
    photo: str = ""


def fault_report(lane: int, turn: int) -> list[Said]:
    """The `turn`-th report from one of the chats (0 to 7): each time somebody else writes there, a week later.

    Eight reports a week are what two technicians can visit.
    """
    chat = 1 + turn * CHATS + lane
    at = MONDAY + timedelta(weeks=turn)
    said = (
        "沙发脚断了，一坐就晃",  # which product, and what is wrong, under a photo
        "好了",  # no more photos
        "1",  # it can wait
        "李雷",
        f"138 {chat // 10000:04} {chat % 10000:04}",
        "杭州市西湖区文三路 1 号 3 楼 301",
        str(1 + lane),  # which of the visits that are offered
        "提交",
    )
    return [
        Said(chat, number, at + timedelta(seconds=number), text, PHOTO if number == 1 else "")
        for number, text in enumerate(said, 1)
    ]
