"""What has come in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from datetime import datetime
from typing import Protocol

from core.people import Chat
from core.ports.chats import Conversation
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Received:
    """A message in the inbox, as it came."""

    id: int
    chat: Chat
    message_id: str
    sent_at: datetime
    received_at: datetime
    raw: str
    attempts: int = 0
    last: bool = field(default=False, compare=False)  # nothing else of this chat waits behind it


class Inbox(Protocol):
    def note(self, messages: Sequence[Received]) -> int:
        """Keep messages (their ids are ignored); repeats change nothing. Gives how many were new."""
        ...

    def waiting(self, limit: int = 500) -> tuple[Chat, ...]:
        """The chats that have an unhandled message, the longest waiting first."""
        ...

    def oldest(self, chat: Chat) -> Received | None: ...
    def next(self, chat: Chat) -> tuple[Received | None, Conversation | None]:
        """The oldest, and its conversation, if there is one already: locked until the unit commits."""
        ...

    def handled(self, message: int, at: datetime) -> None:
        """Raises Changed if somebody else has handled it, so that all that was done for it is undone."""
        ...

    def failed(self, message: int, at: datetime, why: str, park_after: int) -> bool:
        """Count a failure. True when the message is parked now, so that the chat can go on."""
        ...
