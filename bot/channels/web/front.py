"""What the web chat needs from the desk; the app supplies it."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.envelope import Envelope
from bot.media.attachments import Attachment
from core.phrases import Phrase
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever holds `key` (256 bits, urlsafe) is this person: the key is the whole proof."""

    key: str
    chat: str
    name: str
    role: str
    language: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chat as its page shows it, already in the visitor's language.

    The desk's ids grow with time. A line that waited for its hour may come after newer ones: pages ask again
    for the twenty lines before the last one, and for everything after a longer absence.
    """

    id: int
    mine: bool  # the visitor said it
    text: str
    at: datetime
    buttons: tuple[tuple[str, str], ...] = ()  # label, token
    ticket: str = ""
    card: str = ""
    photos: tuple[str, ...] = ()
    asks: str = ""
    step: tuple[int, int] | None = None
    state: str = ""  # of the visitor's own lines: noted, handled
    message_id: str = ""  # of the visitor's own lines: the page's uuid, by which it knows them again


class Front(Protocol):
    async def newcomer(self, language: str) -> Visitor:
        """Make a new anonymous customer with a fresh key."""
        ...

    async def known(self, key: str) -> Visitor | None: ...

    async def join(self, code: str, language: str) -> Visitor:
        """Exchange a one-time staff invitation for a key. Raises Refused."""
        ...

    async def note(self, envelope: Envelope) -> bool:
        """Store it and commit, then return: True if it is new, False if it is a repeat."""
        ...

    async def history(self, chat: str, after: int) -> list[Line]:
        """In order of time: the last 200 lines of both sides (after=0), or the desk's lines with id > after."""
        ...

    async def seen(self, chat: str, up_to: int) -> None:
        """A page has shown the desk's lines up to that id; `send` may be waiting to hear of some of them."""
        ...

    async def keep_photo(self, chat: str, data: bytes) -> str:
        """Put a picture into the media store and return its id. Raises Refused."""
        ...

    async def photo(self, chat: str, media: str) -> Attachment | None:
        """Find a file that this chat may see. Raises StillComing."""
        ...

    def words(self, phrase: Phrase, language: str) -> str: ...

    def shop(self, language: str) -> str: ...
