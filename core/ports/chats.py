"""Where people can be reached, and the form that is open there."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from core.people import Chat, Person
from core.ports.json import Json
from core.tickets import PersonId
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Conversation:
    """One chat: who is at the other end, and the form being filled in, if any."""

    id: int
    chat: Chat
    person: Person
    draft: Json | None
    gone_at: datetime | None = None  # nobody is there any more: he blocked us, or deleted his account


class Chats(Protocol):
    def open(self, chat: Chat, language: str, *, lock: bool = True) -> Conversation:
        """The conversation at this address; a newcomer becomes a customer. Locked until the unit commits."""
        ...

    def begin(self, chat: Chat, language: str) -> Conversation:
        """The conversation of a newcomer, of whom nothing has been found yet."""
        ...

    def known(self, chat: Chat) -> Person | None:
        """Who is at this address; nobody is made of a stranger."""
        ...

    def of(self, person: PersonId) -> tuple[Conversation, ...]:
        """Where a person can be reached, the latest used first."""
        ...

    def keep_draft(self, chat_id: int, draft: Json | None, at: datetime) -> None: ...
    def silent(self, since: datetime, limit: int = 100, *, nudged: bool = False) -> tuple[Conversation, ...]:
        """Chats whose draft was last touched before `since`: those with `"nudged": true` in it, or those without."""
        ...

    def bind(self, chat: Chat, person: PersonId) -> None:
        """From now on this address is that person's."""
        ...

    def gone(self, chat_id: int, at: datetime | None) -> bool:
        """Nobody is there any more, or (None) somebody is again. False if that is nothing new."""
        ...

    def move(self, chat: Chat, to: Chat) -> bool:
        """The network calls this chat otherwise now. False if there is no such chat, or one of the new name."""
        ...

    def add_key(self, key_hash: str, chat: Chat, at: datetime) -> None:
        """A secret that lets its holder use a web chat; only its hash is kept."""
        ...

    def by_key(self, key_hash: str) -> Chat | None: ...
