"""Files that a network holds for us."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from core.people import Chat
from core.ports.media import Stored
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that a network holds for us; `source` is the network's name for it, `media` is ours."""

    media: str
    chat_id: int
    chat: Chat
    source: str
    at: datetime
    attempt: int
    name: str = ""  # without its ending


class Fetches(Protocol):
    def want(self, media: str, chat_id: int, source: str, at: datetime, name: str = "") -> None:
        """Have a file fetched for this chat; one that is here already only becomes known in it."""
        ...

    def claim(self, at: datetime, until: datetime, limit: int) -> tuple[Wanted, ...]:
        """Take what is due. Nobody else gets it before `until`."""
        ...

    def kept(self, wanted: Wanted, file: Stored, size: int, at: datetime) -> bool:
        """It is here. False if nobody wants it any more."""
        ...

    def again(self, wanted: Wanted, due_at: datetime) -> None: ...
    def given_up(self, wanted: Wanted) -> bool:
        """It will never come. False if nobody wants it any more."""
        ...

    def is_coming(self, media: str) -> bool: ...
