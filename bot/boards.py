"""The staff's own group: one topic for every open ticket, with a card in it that is edited, and what the customer says.

What is to be shown is in the database; each step is kept when it is done, so that a crash repeats no more than one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Final

from bot.dialogue.words import Words
from bot.groups import Busy, CardGone, Denied, Group, InDoubt, NotYet, TopicGone
from bot.logs import logger
from bot.placards import Placard, placard
from core.phrases import say
from core.ports import Remark, Store, Topic, Unit
from core.shop import Shop
from core.values import dataclass, replace

log = logger("boards")
LEASE: Final = timedelta(minutes=2)
SOON, REST = timedelta(seconds=3), timedelta(minutes=5)
CONNECT: Final = "/connect"
ASIDE: Final = "⚠️"  # begins what the desk says to the staff: an answer to it is not for the customer
CONNECTED: Final = say("This group is connected. Every open ticket gets a topic here.")
NO_RIGHTS: Final = say(
    "I am not allowed to manage topics here. Please make me an administrator with the right to manage topics,"
    " and say {command} again.",
    command=CONNECT,
)
DOUBLE: Final = say(
    "There may be a second topic of this name, without a card: making one was interrupted. Please delete it."
)


@dataclass(frozen=True, slots=True)
class Boards:
    """`groups` by channel. Every replica may do this: what one has claimed no other takes."""

    store: Store
    shop: Shop
    words: Callable[[str], Words]
    groups: Mapping[str, Group]
    clock: Callable[[], datetime]

    async def work(self) -> None:
        """Until nothing is due, or the group has had its share. Raises StorageTrouble."""
        while remark := await self.store.run(lambda unit: unit.boards.remark(self.clock(), self.clock() + LEASE)):
            if (group := self.groups.get(remark.chat.channel)) and not await self.answered(remark, group):
                return
        while topic := await self.store.run(lambda unit: unit.boards.claim(self.clock(), self.clock() + LEASE)):
            if (group := self.groups.get(topic.board.chat.channel)) and not await self.brought(topic, group):
                return

    async def answered(self, remark: Remark, group: Group) -> bool:
        """False if it must wait."""
        try:
            if remark.asks or remark.text:
                text = await self.connected(remark, group) if remark.asks else f"{ASIDE} {remark.text}"
                await group.write(remark.chat, remark.thread, text, remark.replying)
            else:
                await group.switch(remark.chat, remark.thread, closed=True)
        except Busy:
            return False
        except (Denied, TopicGone) as no:
            log.info("remark_dropped", channel=remark.chat.channel, why=str(no))
        await self.store.run(lambda unit: unit.boards.said(remark))
        return True

    async def connected(self, remark: Remark, group: Group) -> str:
        """What is said to whoever asked; it becomes the board if we may do there what a board needs."""
        person, at = remark.asks, self.clock()
        may = await group.may(remark.chat)

        def work(unit: Unit) -> str:
            known = unit.people.get(person) if person else None
            language = known.language if known else "en"
            if may:
                unit.boards.connect(remark.chat, language, at)
            return self.words(language)(CONNECTED if may else NO_RIGHTS)

        return await self.store.run(work)

    async def brought(self, topic: Topic, group: Group) -> bool:
        """False if the group has had its share."""
        try:
            await self.bring(topic, group)
        except Busy as busy:
            await self.later(topic, busy.after)
            return False
        except NotYet:
            await self.later(topic, SOON)
        except TopicGone:
            await self.kept(replace(topic, thread="", card="", title="", closed=False))
            await self.later(topic, SOON)
        except Denied as no:
            log.warning("topic_denied", channel=topic.board.chat.channel, why=str(no))
            await self.later(topic, REST)
        else:
            at = self.clock()
            await self.store.run(lambda unit: unit.boards.shown(topic, at))
        return True

    async def bring(self, topic: Topic, group: Group) -> None:
        """Step by step. Raises what the group raises."""
        at, chat = self.clock(), topic.board.chat
        words = self.words(topic.board.language)
        wanted = await self.store.run(lambda unit: placard(unit, self.shop, words, topic, at))
        if wanted is None:
            return
        if not topic.thread:
            if wanted.closed:
                return
            topic = await self.begun(topic, wanted, group)
        if topic.closed and not wanted.closed:
            await group.switch(chat, topic.thread, closed=False)
            topic = await self.kept(replace(topic, closed=False))
        topic = await self.with_card(topic, wanted, group)
        if wanted.title != topic.title:
            await group.rename(chat, topic.thread, wanted.title)
            topic = await self.kept(replace(topic, title=wanted.title))
        topic = await self.with_news(topic, wanted, group)
        if wanted.closed and not topic.closed:
            await group.switch(chat, topic.thread, closed=True)
            await self.kept(replace(topic, closed=True))

    async def begun(self, topic: Topic, wanted: Placard, group: Group) -> Topic:
        """A title without a thread says that one is being made, or was when we were interrupted."""
        chat, doubtful = topic.board.chat, bool(topic.title)
        topic = await self.kept(replace(topic, title=wanted.title))
        try:
            thread = await group.begin(chat, wanted.title)
        except InDoubt:
            raise
        except (Busy, Denied):
            await self.kept(replace(topic, title="" if not doubtful else topic.title))
            raise
        topic = await self.kept(replace(topic, thread=thread))
        if doubtful:
            remark = Remark(chat, self.words(topic.board.language)(DOUBLE), thread)
            at = self.clock()
            await self.store.run(lambda unit: unit.boards.say(remark, at))
        return topic

    async def with_card(self, topic: Topic, wanted: Placard, group: Group) -> Topic:
        if topic.card:
            try:
                await group.edit(topic.board.chat, topic.card, wanted.card)
            except CardGone:
                log.info("card_gone", channel=topic.board.chat.channel)
            else:
                return topic
        card = await group.write(topic.board.chat, topic.thread, wanted.card)
        return await self.kept(replace(topic, card=card))

    async def with_news(self, topic: Topic, wanted: Placard, group: Group) -> Topic:
        """What the customer said and sent since, together."""
        if wanted.photos:
            await group.show(topic.board.chat, topic.thread, wanted.photos)
        if wanted.news:
            await group.write(topic.board.chat, topic.thread, wanted.news)
        return await self.kept(replace(topic, told=wanted.told)) if wanted.told != topic.told else topic

    async def kept(self, topic: Topic) -> Topic:
        await self.store.run(lambda unit: unit.boards.keep(topic))
        return topic

    async def later(self, topic: Topic, after: timedelta) -> None:
        at = self.clock()
        await self.store.run(lambda unit: unit.boards.later(topic, at + after))
