"""Replies and notices on their way into the outbox: drawn in the reader's language, in the caller's unit of work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import TypeAlias
from zoneinfo import ZoneInfo

from bot.cards import compose
from bot.dialogue.draft import Draft
from bot.dialogue.words import Words
from bot.envelope import Button, Reply
from bot.forms import shared_for
from core.notices import Notice
from core.phrases import Phrase, say
from core.ports import Conversation, Json, Posting, Unit, Weight
from core.shop import Shop
from core.values import dataclass

Pressed: TypeAlias = Mapping[int, str]  # in which chat, and the network's id of the message: its reader looks at it
NOTHING: Pressed = {}


@lru_cache
def words_for(language: str, zone: ZoneInfo, currency: str) -> Words:
    return Words(language, zone, currency)


@dataclass(frozen=True, slots=True)
class Post:
    """Knows how to put what people are to see into the outbox."""

    shop: Shop

    def words(self, language: str) -> Words:
        return words_for(language, self.shop.zone, self.shop.policy.shop.currency)

    def answer(
        self, unit: Unit, conversation: Conversation, replies: Iterable[Reply], at: datetime, cause: str
    ) -> None:
        """Answers to what somebody just said, in his chat."""
        words = self.words(conversation.person.language)
        for reply in replies:
            unit.outbox.put(Posting(conversation.id, drawn(reply, words), Weight.ANSWER, at, cause=cause))

    def tell(self, unit: Unit, conversation: Conversation, phrase: Phrase, at: datetime) -> None:
        """A word of the desk in somebody's chat. With a form that was put away goes its button for sharing."""
        asked = Draft.from_json(conversation.draft) if conversation.draft else None
        gone = bool(shared_for(asked)) and unit.chats.open(conversation.chat, "", lock=False).draft is None
        self.answer(unit, conversation, (Reply(phrase, unshare=gone),), at, "desk")

    def deliver(self, unit: Unit, notices: Iterable[Notice], at: datetime, pressed: Pressed = NOTHING) -> None:
        """Notices of the desk, each to where its reader was last seen."""
        for notice in notices:
            chats = unit.chats.of(notice.to.id)
            if chats:
                body = drawn(compose(notice, unit, self.shop), self.words(notice.to.language))
                if on := pressed.get(chats[0].id):
                    body |= where_pressed(notice, body, on, at)
                unit.outbox.put(posting(notice, chats[0].id, body, at))


def where_pressed(notice: Notice, body: Json, on: str, at: datetime) -> Json:
    """A card stays where its reader looks at it; the buttons of other news are replaced by those that come with it."""
    if not body.get("card"):
        return {"spent": on} if notice.buttons and body.get("buttons") else {}
    return {"over": on, **({"unshare": True} if has_just_arrived(notice, at) else {})}


def has_just_arrived(notice: Notice, at: datetime) -> bool:
    """The button by which he could have said so from where he is has served its purpose."""
    return notice.ticket is not None and notice.ticket.facts.get("arrived_at") == at.isoformat()


def posting(notice: Notice, chat_id: int, body: Json, at: datetime) -> Posting:
    return Posting(
        chat_id,
        body,
        Weight.CARD if body.get("card") else notice.weight,
        at,
        not_before=notice.not_before if notice.not_before and notice.not_before > at else None,
        expires_at=notice.expires_at,
        dedupe=notice.dedupe,
        ticket=notice.ticket.ref if notice.ticket else None,
        cause=notice.cause,
    )


def drawn(reply: Reply, words: Callable[..., str]) -> Json:
    """A reply as it is kept: plain words, nothing that is not there."""
    body: Json = {"text": words(reply.text)}
    if reply.buttons:
        body["buttons"] = [[words(b.label), b.token] for b in reply.buttons]
    body |= {key: said for key in PLAIN if (said := getattr(reply, key))}
    if reply.share:
        body["sharing"] = words(SHARING[reply.share])
    if reply.photos:
        body["photos"] = list(reply.photos)
    if reply.step:
        body["step"] = list(reply.step)
    return body


def undrawn(body: Json) -> Reply:
    """The reply that a channel sends."""
    step = body.get("step")
    return Reply(
        str(body["text"]),
        tuple(Button(label, token) for label, token in body.get("buttons", ())),
        photos=tuple(body.get("photos", ())),
        step=(step[0], step[1]) if step else None,
        **{key: body[key] for key in PLAIN if key in body},
    )


SHARING = {  # on a network's own button
    "phone": say("Send my phone number"),
    "place": say("Send where I am"),
    "arrival": say("I have arrived here"),
}
PLAIN = ("ticket", "card", "asks", "over", "spent", "share", "unshare")  # kept as they are
