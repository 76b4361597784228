"""How fast messages may leave: Telegram's limits overall, per chat and per group, and the pauses that it asks for.

Pure: time is passed in as seconds on a clock that nobody sets.
"""

from __future__ import annotations

from dataclasses import field
from typing import Final

from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """After a pause `burst` may leave at once, then one every so many seconds."""

    every: float
    burst: int


# Telegram counts 30 in a second, 20 in a minute for a group; the burst and what follows it stay below together.
OVERALL: Final = Limit(1 / 26, 3)
PRIVATE: Final = Limit(1.0, 3)
GROUP: Final = Limit(3.75, 4)
MOST_CHATS: Final = 2000  # remembered before those are forgotten who have all their freedom back


@dataclass(slots=True)
class Bucket:
    limit: Limit
    full_at: float = 0.0  # all that was booked has passed

    def free_at(self) -> float:
        return self.full_at - (self.limit.burst - 1) * self.limit.every

    def book(self, at: float, count: int) -> float:
        """Take the next slot, and say when it is."""
        slot = max(at, self.free_at())
        self.full_at = max(self.full_at, slot) + count * self.limit.every
        return slot


@dataclass(slots=True)
class Pace:
    """`chat` is Telegram's id: a group's is negative. An album counts as many messages as it has pictures.

    The chat's slot is booked and waited for before that of all, so that a slow chat holds up no other.
    """

    overall: Bucket = field(default_factory=lambda: Bucket(OVERALL))
    chats: dict[int, Bucket] = field(default_factory=dict[int, Bucket])
    halted: dict[int, float] = field(default_factory=dict[int, float])  # chats, until when
    all_halted: float = 0.0

    def free_at(self, chat: int) -> float:
        """When a message may leave for this chat; a moment that has passed means now."""
        own = self.chats[chat].free_at() if chat in self.chats else 0.0
        return max(own, self.overall.free_at(), self.halted_until(chat))

    def halted_until(self, chat: int) -> float:
        return max(self.all_halted, self.halted.get(chat, 0.0))

    def book_chat(self, chat: int, at: float, count: int = 1) -> float:
        if chat not in self.chats:
            self.tidy(at)
            self.chats[chat] = Bucket(GROUP if chat < 0 else PRIVATE)
        return self.chats[chat].book(at, count)

    def book_all(self, at: float, count: int = 1) -> float:
        return self.overall.book(at, count)

    def halt(self, chat: int, until: float) -> None:
        """Telegram asks for a pause. A group has a limit of its own; anything else may concern all."""
        if chat < 0:
            self.halted[chat] = max(until, self.halted.get(chat, 0.0))
        else:
            self.all_halted = max(until, self.all_halted)

    def tidy(self, at: float) -> None:
        if len(self.chats) >= MOST_CHATS:
            self.chats = {chat: bucket for chat, bucket in self.chats.items() if bucket.full_at > at}
            self.halted = {chat: until for chat, until in self.halted.items() if until > at}
