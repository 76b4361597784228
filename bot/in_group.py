"""What is said in a group. No customer is made of it: it becomes a move of a ticket by somebody we know, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from bot.boards import CONNECT
from bot.dialogue.clean import clean, has_substance
from bot.envelope import Content, Happened, Overheard
from bot.post import Post
from core.desk import Desk
from core.errors import Refused
from core.people import Chat, Person
from core.phrases import Phrase, say
from core.ports import Remark
from core.tickets import NOTE, PersonId, Role

MAY_CONNECT: Final = frozenset({Role.SUPERVISOR, Role.MANAGER})
NOT_YOU: Final = say("Only a confirmed supervisor or manager of the desk can connect a group.")
NO_FORUM: Final = say(
    "This group has no topics yet. Please turn them on in its settings, and say {command} again.", command=CONNECT
)
NOT_STAFF: Final = say("Only the staff of the desk can write to the customer. This was not passed on.")
ONLY_WORDS: Final = say("From here only words can be passed on to the customer. This was not passed on.")


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
            return None
        if speaker is None or not speaker.is_staff:
            return NOT_STAFF if content.answers else None
        text = clean(content.text)
        if not has_substance(text) or content.media:
            return ONLY_WORDS if content.answers else None
        try:
            self.desk.act_as(speaker, topic.ticket, "write" if content.answers else NOTE, {"note": text})
        except Refused as refused:
            return refused.phrase
        return None

    def say(self, content: Overheard, phrase: Phrase, language: str) -> None:
        self.remark(content, self.post.words(language)(phrase))

    def remark(self, content: Overheard, text: str, asks: PersonId | None = None) -> None:
        self.desk.unit.boards.say(Remark(self.chat, text, content.thread, content.number, asks), self.desk.at)
