"""Pictures and other files."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from core.tickets import Ticket
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Stored:
    """`content` is the hash of what is in the file, and its name."""

    content: str
    mime: str
    name: str = ""  # of a document, without its ending


class Media(Protocol):
    def add(self, media: str, chat_id: int, mime: str, size: int, at: datetime, name: str = "") -> None:
        """Note that a file, stored under its content hash, was given in this chat; `name` is without its ending."""
        ...

    def file(self, media: str) -> Stored | None:
        """The file in which it is kept; None if it is not here, or not yet."""
        ...

    def is_kept(self, content: str) -> bool:
        """True if anything needs the file of this name."""
        ...

    def was_in(self, chat_id: int, media: str) -> bool:
        """True if it was given in this chat, or shown in it."""
        ...

    def hangs_on(self, media: str) -> tuple[Ticket, ...]:
        """The tickets with it of whoever gave it, or on which he works."""
        ...
