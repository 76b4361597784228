"""The staff's own group on a network: a board on which every open ticket has its topic."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from core.people import Chat
from core.tickets import PersonId, Ref
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Board:
    id: int
    chat: Chat
    language: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What stands on the board about one ticket. `thread` and `card` are the network's ids, "" where there is none."""

    board: Board
    ticket: Ref
    thread: str = ""
    card: str = ""
    title: str = ""
    closed: bool = False
    told: int = 0  # how much of the ticket's history was told
    wanted: int = 0  # the change that is to be shown


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be said once in a group; with `asks` also whether it can be this person's board.

    Without words its topic is closed.
    """

    chat: Chat
    text: str
    thread: str = ""
    replying: str = ""
    asks: PersonId | None = None
    id: int = 0


class Boards(Protocol):
    def of(self, chat: Chat) -> Board | None:
        """The board in this group, if it is one."""
        ...

    def on(self, channel: str, account: str) -> Board | None:
        """The board of this account, wherever it is."""
        ...

    def connect(self, chat: Chat, language: str, at: datetime) -> None:
        """Make this group the account's board, in place of any other; every open ticket is to stand on it."""
        ...

    def forget(self, chat: Chat) -> bool: ...
    def move(self, chat: Chat, to: Chat) -> None: ...
    def topic(self, chat: Chat, thread: str) -> Topic | None: ...
    def topic_of(self, chat: Chat, ticket: Ref) -> Topic | None:
        """What stands there about this ticket."""
        ...

    def claim(self, at: datetime, until: datetime) -> Topic | None:
        """One ticket with something new. Nobody else gets it before `until`."""
        ...

    def keep(self, topic: Topic) -> None:
        """What stands there now."""
        ...

    def shown(self, topic: Topic, due_at: datetime) -> None:
        """All that was wanted when it was claimed; what is newer may be shown from `due_at`."""
        ...

    def later(self, topic: Topic, due_at: datetime) -> None: ...
    def say(self, remark: Remark, at: datetime) -> None: ...
    def remark(self, at: datetime, until: datetime) -> Remark | None:
        """One that is due. Nobody else gets it before `until`."""
        ...

    def said(self, remark: Remark) -> None: ...
