"""What a network can do in a group with topics, and how it refuses."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from core.people import Chat


class Group(Protocol):
    """What a network can do in a group with topics. Each raises Busy, TopicGone or Denied."""

    async def may(self, chat: Chat) -> bool:
        """Whether we may manage topics there."""
        ...

    async def begin(self, chat: Chat, title: str) -> str:
        """A new topic; gives its thread."""
        ...

    async def write(self, chat: Chat, thread: str, text: str, replying: str = "") -> str: ...
    async def show(self, chat: Chat, thread: str, photos: tuple[str, ...]) -> None:
        """Raises NotYet as well."""
        ...

    async def edit(self, chat: Chat, card: str, text: str) -> None:
        """Raises CardGone as well."""
        ...

    async def rename(self, chat: Chat, thread: str, title: str) -> None: ...
    async def switch(self, chat: Chat, thread: str, *, closed: bool) -> None: ...


class Busy(Exception):
    """The group has had its share of messages for now; `after` it has room again."""

    def __init__(self, after: timedelta) -> None:
        super().__init__("busy")
        self.after = after


class InDoubt(Busy):
    """Nobody knows whether it was done."""


class NotYet(Exception):
    """A file is still on its way."""


class TopicGone(Exception):
    """Somebody has deleted it."""


class CardGone(Exception):
    """The message cannot be edited any more."""


class Denied(Exception):
    """It will not be done; the message says why."""
