"""All that crosses the border between a chat network and the bot: envelopes in, replies out."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from core.people import Chat
from core.phrases import Phrase
from core.values import dataclass

__all__ = [
    "Arrival", "Button", "Chat", "Contact", "Content", "Envelope", "Happened", "Overheard", "Photo", "Place", "Press",
    "Reply", "Sender", "Strange", "Text",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Press:
    """A button was pressed; `token` is what the button carried, and is trusted for nothing."""

    token: str
    on: str = ""  # the network's id of the message that had the button, where it can be changed afterwards


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture (or voice, or video) that is in the media store under `media`, or will be when it is fetched."""

    media: str
    caption: str = ""
    source: str = ""  # by which the network gives it out, where it is still to be fetched
    name: str = ""  # of a document, without its ending


@dataclass(frozen=True, slots=True)
class Contact:
    phone: str
    own: bool  # the network vouches that it is the sender's own number


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody came by a link that had something in it: an invitation, a code on a product."""

    token: str


@dataclass(frozen=True, slots=True)
class Overheard:
    """Said in a group; whoever, wherever and what it answers are named as the network names them."""

    who: str
    text: str
    number: str
    thread: str = ""
    answers: str = ""  # whose message; nothing if that was the desk's own remark
    file: Photo | None = None  # what came with it; the words are then its caption
    forum: bool = False  # the group has topics
    begun: tuple[str, str] = ("", "")  # who has begun the topic, and its name then, if that is told


@dataclass(frozen=True, slots=True)
class Happened:
    """The network itself said it, nobody in the chat: gone (blocked us), back, or moved to another address."""

    what: Literal["gone", "back", "moved"]
    to: str = ""  # the chat's new name, if it has moved


@dataclass(frozen=True, slots=True)
class Strange:
    """Something we cannot use, such as a sticker. `what` names it for the log, `hint` says why and what to do."""

    what: str
    hint: Phrase | None = None


Content: TypeAlias = Text | Press | Photo | Contact | Place | Arrival | Overheard | Happened | Strange


@dataclass(frozen=True, slots=True)
class Sender:
    """Who says it, as far as the network knows him; it is believed until he says otherwise himself."""

    name: str = ""
    language: str = "zh_CN"
    in_group: bool = False


@dataclass(frozen=True, slots=True)
class Envelope:
    """One message as it came in. (chat.channel, chat.account, message_id) is unique: receiving is idempotent."""

    chat: Chat
    message_id: str
    sent_at: datetime
    received_at: datetime
    raw: str  # JSON as the network sent it; the channel reads it when its turn comes
    overheard: bool = False  # in a group: of interest only if that is the staff's own


@dataclass(frozen=True, slots=True)
class Button:
    """`token` comes back in a Press: at most 60 bytes, and no personal data in it."""

    label: Phrase | str
    token: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What a person is to see; each channel draws it in its own way."""

    text: Phrase | str
    buttons: tuple[Button, ...] = ()
    ticket: str = ""  # the number it is about, so that several tickets in one chat are kept apart
    card: str = ""  # a later reply with the same key takes the place of this one, where the network can edit
    photos: tuple[str, ...] = ()
    asks: str = ""  # text, phone, photos, choice: what the page may make easy to give
    step: tuple[int, int] | None = None  # question 2 of 7
    over: str = ""  # the network's id of the message that this one takes the place of, where the network can edit
    spent: str = ""  # the network's id of the message whose buttons have served their purpose, and go
    share: str = ""  # phone, place, arrival: what the network's own button may give as the answer
    unshare: bool = False  # that button belonged to the question before, and is to go
