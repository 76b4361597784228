"""What is said in a group. No customer is made of it: it becomes a move of a ticket by somebody we know, or nothing."""

from __future__ import annotations

import re
from typing import Any, Final

from bot.boards import CONNECT
from bot.dialogue.clean import clean, has_substance
from bot.envelope import Content, Happened, Overheard
from bot.post import Post
from core.casework.kept_photos import photos_with
from core.desk import Desk
from core.errors import Refused
from core.people import Chat, Person
from core.phrases import Phrase, say
from core.ports import Remark, Topic
from core.tickets import NOTE, PersonId, Role
from core.values import dataclass, replace

MAY_CONNECT: Final = frozenset({Role.SUPERVISOR, Role.MANAGER})
NOT_YOU: Final = say("Only a confirmed supervisor or manager of the desk can connect a group.")
NO_FORUM: Final = say(
    "This group has no topics yet. Please turn them on in its settings, and say {command} again.", command=CONNECT
)
NOT_STAFF: Final = say("Only the staff of the desk can write to the customer. This was not passed on.")
ONLY_WORDS: Final = say("Only words, photos and files can be passed on to the customer. This was not passed on.")
NUMBER: Final = re.compile(r"[A-Z]{1,3}-\d{6}-\d{4,}")
NOT_IN_USE: Final = say("This topic belongs to no ticket: nobody reads it. The topic of {number} is another one.")


@dataclass(frozen=True, slots=True)
class InGroup:
    desk: Desk
    post: Post
    chat: Chat

    def hear(self, content: Content, language: str) -> None:
        boards = self.desk.unit.boards
        match content:
            case Happened("gone"):
                boards.forget(self.chat)
            case Happened("moved", to):
                boards.move(self.chat, replace(self.chat, chat=to))
            case Overheard():
                speaker = self.desk.unit.chats.known(replace(self.chat, chat=content.who))
                refusal = self.connect(content, speaker) if content.text == CONNECT else self.relay(content, speaker)
                if refusal:
                    self.say(content, refusal, speaker.language if speaker else language)
                if refusal and refusal.key == NOT_IN_USE.key:
                    self.remark(content, "")
            case _:
                pass  # nobody is spoken to

    def connect(self, content: Overheard, speaker: Person | None) -> Phrase | None:
        """What is missing; else whether we may do what is needed is asked of the network, once this is committed."""
        if speaker is None or not MAY_CONNECT & speaker.roles:
            return NOT_YOU
        if not content.forum:
            return NO_FORUM
        self.remark(content, "", speaker.id)
        return None

    def relay(self, content: Overheard, speaker: Person | None) -> Phrase | None:
        """Why it was not passed on, if it should have been."""
        topic = self.desk.unit.boards.topic(self.chat, content.thread)
        if topic is None:
            return self.strayed(content)
        for_customer = content.answers == self.chat.account
        if speaker is None or not speaker.is_staff:
            return NOT_STAFF if for_customer else None
        text = clean(content.text)
        if not has_substance(text) and content.file is None:
            return ONLY_WORDS if for_customer else None
        try:
            self.pass_on(speaker, topic, content, text, for_customer=for_customer)
        except Refused as refused:
            return refused.phrase
        return None

    def pass_on(self, speaker: Person, topic: Topic, content: Overheard, text: str, *, for_customer: bool) -> None:
        """Raises Refused."""
        facts: dict[str, Any] = {"note": text} if has_substance(text) else {}
        if file := content.file:
            ticket, unit = self.desk.ticket(topic.ticket), self.desk.unit
            facts |= {"photos": photos_with(self.desk, ticket, [file.media])}
            facts |= {"sent_photos": [file.media]} if for_customer else {}
            own = unit.chats.open(replace(self.chat, chat=content.who), speaker.language, lock=False)
            unit.fetches.want(file.media, own.id, file.source, self.desk.at, file.name)
        self.desk.act_as(speaker, topic.ticket, "write" if for_customer else NOTE, facts)

    def strayed(self, content: Overheard) -> Phrase | None:
        """We have made this topic and do not know it: making it was interrupted, and another took its place."""
        who, name = content.begun
        found = NUMBER.match(name) if who == self.chat.account else None
        ticket = self.desk.unit.tickets.numbered(found[0]) if found else None
        other = self.desk.unit.boards.topic_of(self.chat, ticket.ref) if ticket else None
        return say(NOT_IN_USE.key, number=found[0]) if found and other and other.thread else None

    def say(self, content: Overheard, phrase: Phrase, language: str) -> None:
        self.remark(content, self.post.words(language)(phrase))

    def remark(self, content: Overheard, text: str, asks: PersonId | None = None) -> None:
        self.desk.unit.boards.say(Remark(self.chat, text, content.thread, content.number, asks), self.desk.at)
