"""What the server says over the socket, as JSON text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, timedelta

from bot.channels.web.front import Line, Visitor

TYPING = '{"typing": true}'


def welcome(visitor: Visitor, shop: str) -> str:
    return frame(
        "welcome",
        {
            "key": visitor.key,
            "name": visitor.name,
            "lang": visitor.language,
            "role": visitor.role,
            "shop": shop,
        },
    )


def lines(some: Iterable[Line]) -> str:
    return frame("lines", [draw(line) for line in some])


def noted(message_id: str) -> str:
    return frame("noted", message_id)


def refused(message_id: str | None, why: str, wait: timedelta = timedelta()) -> str:
    """Draw a refusal. After `wait` (if any) the page sends the message again by itself: it was only too fast."""
    later = {"after": round(wait.total_seconds() + 0.1, 1)} if wait else {}
    return frame("refused", {"id": message_id, "why": why, **later})


def draw(line: Line) -> dict[str, object]:
    """Draw the line without what is empty: a history of 200 lines is fetched over a phone network."""
    drawn: dict[str, object] = {
        "id": line.id,
        "mine": line.mine,
        "text": line.text,
        "at": line.at.astimezone(UTC).isoformat(timespec="milliseconds"),
        "buttons": [{"label": label, "token": token} for label, token in line.buttons],
        "ticket": line.ticket,
        "card": line.card,
        "photos": line.photos,
        "asks": line.asks,
        "step": line.step,
        "state": line.state,
        "uuid": line.message_id,
    }
    return {name: value for name, value in drawn.items() if value or name in ALWAYS}


def frame(name: str, value: object) -> str:
    return json.dumps({name: value}, ensure_ascii=False)


ALWAYS = frozenset({"id", "mine", "text", "at"})
