"""One message, from the inbox to the commit. Everything here happens in one unit of work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import datetime, timedelta
from functools import partial

from bot.decide import Answered, decide
from bot.dialogue.occasion import Occasion, nothing_kept
from bot.dialogue.turn import Draft
from bot.envelope import Content, Happened, Photo, Press, Reply, Sender
from bot.in_group import InGroup
from bot.in_place import in_place
from bot.post import Post
from core.desk import Desk
from core.people import Chat, Person
from core.phrases import say
from core.ports import Conversation, Received, Unit
from core.reach import back, lost
from core.shop import Shop
from core.values import dataclass, replace

PARK_AFTER = 3  # failures of one message, before the chat goes on without it
LATE = timedelta(days=1)  # a network's own time of sending is believed for so long
APOLOGY = say(
    "Sorry, something went wrong with your last message. A colleague has been told. Please try it another way."
)


@dataclass(frozen=True, slots=True)
class Setback:
    """A message could not be handled; it is taken again unless it was set aside."""

    cause: str
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A message was handled. `cause` is its id in the logs and in all that follows from it."""

    cause: str
    arrived: datetime
    last: bool = False  # nothing else waited behind it
    known: tuple[Person, ...] = ()  # who is called otherwise now
    forgotten: tuple[str, ...] = ()  # pictures whose files are to go


@dataclass(frozen=True, slots=True)
class Reception:
    shop: Shop
    post: Post
    readers: Mapping[str, Callable[[str], Content]]  # by channel
    kept: Callable[[str], bytes | None] = nothing_kept  # what is in a file, by its content's name
    senders: Mapping[str, Callable[[str], Sender]] = field(default_factory=dict[str, Callable[[str], Sender]])

    def take(self, unit: Unit, chat: Chat, at: datetime) -> Taken | None:
        """Handle the oldest message of this chat; None if none waits."""
        received, conversation = unit.inbox.next(chat)
        if received is None:
            return None
        cause = f"in:{received.id}"
        desk = Desk(unit, self.shop, moment_of(received, at), cause)
        if (sender := self.sender(received)).in_group:
            return self.overheard(received, sender, desk, at)
        conversation = self.named(conversation or unit.chats.begin(chat, sender.language), sender, desk)
        content = self.readers[chat.channel](received.raw)
        pressed = content.on if isinstance(content, Press) else ""
        if isinstance(content, Photo) and content.source:
            unit.fetches.want(content.media, conversation.id, content.source, at, content.name)
        answered = self.heard(conversation, content, desk)
        self.keep(unit, conversation, answered, desk.at)
        self.post.answer(unit, conversation, answered.replies, desk.at, cause)
        self.post.deliver(unit, desk.notices, desk.at, {conversation.id: pressed})
        unit.inbox.handled(received.id, at)
        return Taken(cause, received.received_at, received.last, tuple(desk.known), tuple(desk.forgotten))

    def overheard(self, received: Received, sender: Sender, desk: Desk, at: datetime) -> Taken:
        content = self.readers[received.chat.channel](received.raw)
        InGroup(desk, self.post, received.chat).hear(content, sender.language)
        self.post.deliver(desk.unit, desk.notices, desk.at)
        desk.unit.inbox.handled(received.id, at)
        return Taken(desk.cause, received.received_at, received.last)

    def named(self, conversation: Conversation, sender: Sender, desk: Desk) -> Conversation:
        """A newcomer is called as the network knows him."""
        if not sender.name or conversation.person.name:
            return conversation
        person = replace(conversation.person, name=sender.name)
        desk.know(person)
        return replace(conversation, person=person)

    def sender(self, received: Received) -> Sender:
        tell = self.senders.get(received.chat.channel)
        return tell(received.raw) if tell else Sender()

    def heard(self, conversation: Conversation, content: Content, desk: Desk) -> Answered:
        """What the network itself reports is answered by nobody; whoever says something is there again."""
        if isinstance(content, Happened):
            happened(content, conversation, desk)
            return Answered(Draft.from_json(conversation.draft) if conversation.draft else None, ())
        if conversation.gone_at:
            back(desk, conversation)
        return self.answer(conversation, content, desk)

    def answer(self, conversation: Conversation, content: Content, desk: Desk) -> Answered:
        person = conversation.person
        words = self.post.words(person.language)
        occasion = Occasion(desk, person, words, desk.at, file=partial(self.file, desk.unit))
        draft = Draft.from_json(conversation.draft) if conversation.draft else None
        answered = decide(content, draft, occasion)
        return Answered(answered.draft, in_place(answered.replies, content, draft, answered.draft))

    def file(self, unit: Unit, media: str) -> bytes | None:
        stored = unit.media.file(media)
        return self.kept(stored.content) if stored else None

    def keep(self, unit: Unit, conversation: Conversation, answered: Answered, at: datetime) -> None:
        draft = answered.draft.to_json() if answered.draft else None
        if draft != conversation.draft:
            unit.chats.keep_draft(conversation.id, draft, at)

    def failed(self, unit: Unit, chat: Chat, at: datetime, why: str) -> Setback:
        """Count a failure of the oldest message. When it is set aside the customer gets an apology."""
        received = unit.inbox.oldest(chat)
        if received is None:
            return Setback("")
        cause = f"in:{received.id}"
        if not unit.inbox.failed(received.id, at, why, PARK_AFTER):
            return Setback(cause)
        if not (sender := self.sender(received)).in_group:
            conversation = unit.chats.open(chat, sender.language)
            self.post.answer(unit, conversation, (Reply(APOLOGY),), at, cause)
        return Setback(cause, aside=True)


def happened(what: Happened, conversation: Conversation, desk: Desk) -> None:
    match what.what:
        case "gone":
            lost(desk, conversation)
        case "back":
            back(desk, conversation)
        case "moved":
            desk.unit.chats.move(conversation.chat, replace(conversation.chat, chat=what.to))


def moment_of(received: Received, at: datetime) -> datetime:
    """When it was said: what was late is judged by that, not by when somebody got round to reading it."""
    return min(at, received.received_at, max(received.sent_at, received.received_at - LATE))
