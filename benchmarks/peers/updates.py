"""A message as Telegram would send it."""

from __future__ import annotations

from typing import Any

from benchmarks.report import Said

TOKEN = "42:not-a-token"  # noqa: S105 - nobody is called


def update(said: Said) -> dict[str, Any]:
    somebody = {"id": said.chat, "first_name": "雷", "last_name": "李"}
    message: dict[str, Any] = {
        "message_id": said.number,
        "date": int(said.at.timestamp()),
        "chat": somebody | {"type": "private"},
        "from": somebody | {"is_bot": False, "language_code": "zh-hans"},
    }
    if said.photo:
        message |= {"caption": said.text, "photo": [size(said.photo, width) for width in (90, 320, 800)]}
    else:
        message["text"] = said.text
    return {"update_id": said.chat * 100 + said.number, "message": message}


def size(photo: str, width: int) -> dict[str, Any]:
    return {
        "file_id": f"{photo}-{width}",
        "file_unique_id": f"u{photo[:8]}{width}",
        "width": width,
        "height": width * 3 // 4,
        "file_size": width * width // 8,
    }


def answer(chat: int) -> dict[str, Any]:
    """What Telegram says to a message that was sent."""
    return {"message_id": 1, "date": 1_795_397_400, "chat": {"id": chat, "type": "private"}, "text": "…"}
