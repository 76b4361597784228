"""What is to go out, and how that went."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum, auto
from typing import Protocol

from core.outcomes import Outcome
from core.people import Chat
from core.ports.json import Json
from core.tickets import Ref
from core.values import dataclass


class Weight(StrEnum):
    """The class of a message: what may be done when nobody knows whether it arrived."""

    ANSWER = auto()  # to what somebody just said; sent at most once more
    CARD = auto()  # replaced by the current card rather than repeated
    NOTICE = auto()  # must be known: sent once more, then shown to the desk
    SURVEY = auto()  # nice to have: never repeated
    ALERT = auto()  # must be known, by staff


@dataclass(frozen=True, slots=True)
class Posting:
    """A message to go out. `dedupe` makes the same promise's message unique for ever."""

    chat_id: int
    body: Json  # the drawn Reply: plain words in the person's language
    weight: Weight
    at: datetime
    not_before: datetime | None = None
    expires_at: datetime | None = None
    dedupe: str | None = None
    ticket: Ref | None = None
    cause: str = ""  # correlation id: the inbox row or clock it follows from


@dataclass(frozen=True, slots=True)
class Parcel:
    """A claimed posting on its way out."""

    id: int
    chat_id: int
    chat: Chat
    body: Json
    weight: Weight
    attempt: int  # 1 for the first; also the fence: a late worker's record with an old number changes nothing
    unknown: int  # how many earlier attempts may have arrived
    ticket: Ref | None
    cause: str
    replaces: str  # the network's id of the message whose card this one takes the place of, or ""
    expires_at: datetime | None = None
    stood: Json | None = None  # what that message showed
    at: datetime | None = None
    stood_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chat as its person sees it after a reload."""

    id: int
    mine: bool
    at: datetime
    body: Json  # a drawn Reply, or for the person's own lines {"raw": ...}
    state: str


class Outbox(Protocol):
    def put(self, posting: Posting) -> int | None:
        """Queue a message; None when its dedupe key was used before."""
        ...

    def claim(self, at: datetime, lease_until: datetime, limit: int = 30, channel: str = "") -> tuple[Parcel, ...]:
        """Take what is due, in order within each chat; nothing of a chat whose earlier message is still in doubt.

        With `channel` only what goes through that one, so that a channel out of order holds up no other.
        """
        ...

    def record(self, parcel: Parcel, outcome: Outcome, at: datetime, retry_at: datetime | None) -> bool:
        """Write down how an attempt ended. With `retry_at` it is queued again. False if this attempt lost its lease.

        Without: Sent is sent, Absent waits for somebody to come, Unknown stays unknown, the others are given up.
        """
        ...

    def settled(self, parcel: Parcel) -> bool:
        """While this attempt was on its way, the person's page has said that it is shown; or it need not arrive."""
        ...

    def replaced(self, parcel: Parcel, at: datetime) -> None:
        """It was given up, but went out another way: it is not undelivered any more."""
        ...

    def lapsed(self, at: datetime, limit: int = 100) -> tuple[Parcel, ...]:
        """What was claimed and never recorded: attempts whose outcome nobody knows."""
        ...

    def expire(self, at: datetime) -> tuple[Parcel, ...]:
        """Give up what is past its time, and say what that was."""
        ...

    def rest(self, chat: Chat) -> None:
        """Nobody is there: what is queued waits, unless it has its own hour."""
        ...

    def wake(self, chat: Chat) -> None:
        """Somebody is there again: queue what waited for that."""
        ...

    def seen(self, chat: Chat, up_to: int, at: datetime) -> None:
        """The person's page has shown everything up to this id: it is sent."""
        ...

    def lines(self, chat: Chat, after: int, at: datetime, limit: int = 200) -> tuple[Line, ...]:
        """after=0: the latest lines of both sides in order of time. after=n: what the desk said after line n.

        What is to be said only after `at` is not among them.
        """
        ...

    def undelivered(self, limit: int = 50) -> tuple[Parcel, ...]:
        """What was given up or stayed unknown, for the supervisor."""
        ...

    def hold_all(self) -> int:
        """Fence a restored database: nothing leaves until released. Gives how many rows are held."""
        ...

    def release(self, since: datetime | None) -> int: ...
