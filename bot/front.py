"""What the web chat asks of the desk: who holds a key, notes, history, pictures."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime

from bot.channels.web.front import Line, Visitor
from bot.channels.web.kept import own_line
from bot.dialogue.occasion import Occasion
from bot.drain import Drain
from bot.envelope import Envelope
from bot.forms import introducing
from bot.intake import Intake
from bot.media.attachments import Attachment, attached, stored_as
from bot.media.pictures import Pictures
from bot.post import Post, undrawn
from core import membership
from core.desk import Desk
from core.looking import may_see
from core.membership import hashed
from core.people import Chat, Person
from core.phrases import Phrase
from core.ports import Line as Kept
from core.ports import Store, Stored, Unit
from core.shop import Shop
from core.tickets import Role
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class WebFront:
    store: Store
    shop_: Shop
    post: Post
    drain: Drain
    pictures: Pictures
    clock: Callable[[], datetime]

    async def newcomer(self, language: str) -> Visitor:
        key, at = secrets.token_urlsafe(32), self.clock()
        chat = Chat("web", "", secrets.token_urlsafe(12))

        def work(unit: Unit) -> Visitor:
            person = unit.chats.open(chat, language, lock=False).person
            unit.chats.add_key(hashed(key), chat, at)
            return visitor(key, chat, person)

        return await self.store.run(work)

    async def known(self, key: str) -> Visitor | None:
        def work(unit: Unit) -> Visitor | None:
            chat = unit.chats.by_key(hashed(key))
            return visitor(key, chat, unit.chats.open(chat, "zh_CN", lock=False).person) if chat else None

        return await self.store.run(work)

    async def join(self, code: str, language: str) -> Visitor:
        """Raises Refused."""
        key, at = secrets.token_urlsafe(32), self.clock()
        chat = Chat("web", "", secrets.token_urlsafe(12))

        def work(unit: Unit) -> Visitor:
            desk = Desk(unit, self.shop_, at)
            conversation = unit.chats.open(chat, language)
            joined = membership.join(desk, conversation.person, code)
            draft = introducing(None, Occasion(desk, joined, self.post.words(language), at))
            unit.chats.keep_draft(conversation.id, draft.to_json() if draft else None, at)
            unit.chats.add_key(hashed(key), chat, at)
            self.post.deliver(unit, desk.notices, at)
            return visitor(key, chat, joined)

        return await self.store.run(work)

    async def note(self, envelope: Envelope) -> bool:
        return bool(await Intake(self.store, self.drain, self.clock).note((envelope,)))

    async def history(self, chat: str, after: int) -> list[Line]:
        at = self.clock()
        kept = await self.store.run(lambda unit: unit.outbox.lines(Chat("web", "", chat), after, at))
        return [as_line(each) for each in kept]

    async def seen(self, chat: str, up_to: int) -> None:
        """Somebody is there: what came meanwhile, and only waited behind what he had not seen, is brought now."""
        at, address = self.clock(), Chat("web", "", chat)

        def work(unit: Unit) -> None:
            unit.outbox.seen(address, up_to, at)
            unit.outbox.wake(address)

        await self.store.run(work)

    async def keep_photo(self, chat: str, data: bytes) -> str:
        """A picture, a recording, a video or a document. Raises Refused."""
        address = Chat("web", "", chat)
        kept, at = await self.pictures.keep_file(data), self.clock()

        def work(unit: Unit) -> None:
            conversation = unit.chats.open(address, "zh_CN", lock=False)
            unit.media.add(kept.media, conversation.id, kept.mime, kept.size, at)

        await self.store.run(work)
        return kept.media

    async def photo(self, chat: str, media: str) -> Attachment | None:
        """Raises StillComing."""

        def work(unit: Unit) -> Stored | None:
            conversation = unit.chats.open(Chat("web", "", chat), "zh_CN", lock=False)
            stored = stored_as(unit, media)
            return stored if may_see(unit, media, conversation.id, conversation.person) else None

        stored = await self.store.run(work)
        return attached(stored, self.pictures) if stored else None

    def words(self, phrase: Phrase, language: str) -> str:
        return self.post.words(language)(phrase)

    def shop(self, language: str) -> str:
        return self.shop_.policy.shop.name.in_(language)


def visitor(key: str, chat: Chat, person: Person) -> Visitor:
    return Visitor(key, chat.chat, person.name, highest(person), person.language)


def highest(person: Person) -> Role:
    """The role that a person is called by; one who waits to be confirmed is still a customer."""
    return max(person.roles, key=list(Role).index, default=Role.CUSTOMER)


def as_line(kept: Kept) -> Line:
    if kept.mine:
        return own_line(str(kept.body["raw"]), kept.at, kept.id, kept.state)
    return desk_line(kept.id, kept.at, kept.body)


def desk_line(number: int, at: datetime, body: dict[str, object]) -> Line:
    reply = undrawn(body)
    buttons = tuple((str(b.label), b.token) for b in reply.buttons)
    return Line(
        number, mine=False, text=str(reply.text), at=at, buttons=buttons, ticket=reply.ticket, card=reply.card,
        photos=reply.photos, asks=reply.asks, step=reply.step,
    )  # fmt: skip
