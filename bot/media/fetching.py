"""Files that people sent and their network still holds are fetched in the background, while the chat goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Final, Protocol, TypeAlias

from bot.logs import logger
from bot.media.pictures import LARGEST, Kept, Pictures
from core.errors import Refused, StorageTrouble
from core.phrases import Phrase, say
from core.ports import Conversation, Store, Stored, Unit, Wanted
from core.values import dataclass

log = logger("fetching")
Tell: TypeAlias = Callable[[Unit, Conversation, Phrase, datetime], None]
AT_ONCE: Final = 4
LEASE: Final = timedelta(minutes=5)
PATIENCE: Final = timedelta(minutes=3)  # with one file; within the lease
SOON, LATEST = timedelta(seconds=3), timedelta(minutes=10)  # between tries: doubled from the one to the other
A_DAY: Final = timedelta(days=1)
LOST: Final = say("We could not get a file that you sent. Please send it again.")
TOO_LARGE: Final = say("A file that you sent is too large: at most {most} MB, please.", most=LARGEST >> 20)


class Away(Exception):
    """It cannot be fetched now. Trying again is of use for that long after it was sent."""

    def __init__(self, within: timedelta = A_DAY) -> None:
        super().__init__("away")
        self.within = within


class Source(Protocol):
    async def fetch(self, source: str, most: int) -> bytes:
        """Raises Away, or Refused with words for whoever sent it; `most` is bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Fetching:
    """`sources` by channel. Every replica may do this: what one has claimed no other takes."""

    store: Store
    pictures: Pictures
    sources: Mapping[str, Source]
    tell: Tell
    clock: Callable[[], datetime]

    async def work(self) -> None:
        """Until nothing is due. Raises StorageTrouble."""
        while wanted := await self.claim():
            await asyncio.gather(*(self.one(each) for each in wanted))

    async def claim(self) -> tuple[Wanted, ...]:
        at = self.clock()
        return await self.store.run(lambda unit: unit.fetches.claim(at, at + LEASE, AT_ONCE))

    async def one(self, wanted: Wanted) -> None:
        try:
            kept = await self.fetched(wanted)
        except Refused as refused:
            await self.give_up(wanted, refused.phrase)
        except (Away, StorageTrouble) as trouble:
            await self.later(wanted, trouble.within if isinstance(trouble, Away) else A_DAY)
        else:
            await self.keep(wanted, kept)

    async def fetched(self, wanted: Wanted) -> Kept:
        """Raises Away, Refused, StorageTrouble."""
        if not (source := self.sources.get(wanted.chat.channel)):
            raise Away
        try:
            async with asyncio.timeout(PATIENCE.total_seconds()):
                data = await source.fetch(wanted.source, LARGEST)
        except TimeoutError:
            raise Away from None
        return await self.pictures.keep_file(data)

    async def keep(self, wanted: Wanted, kept: Kept) -> None:
        """Whoever sent it may have been forgotten meanwhile, and his files with him."""
        at = self.clock()

        def work(unit: Unit) -> bool:
            here = unit.fetches.kept(wanted, Stored(kept.media, kept.mime, wanted.name), kept.size, at)
            return here or unit.media.is_kept(kept.media)

        if not await self.store.run(work):
            await self.pictures.forget([kept.media])

    async def later(self, wanted: Wanted, within: timedelta) -> None:
        at = self.clock()
        due = at + min(SOON * (1 << min(wanted.attempt - 1, 16)), LATEST)
        if due >= wanted.at + within:
            await self.give_up(wanted, LOST)
        else:
            await self.store.run(lambda unit: unit.fetches.again(wanted, due))

    async def give_up(self, wanted: Wanted, why: Phrase) -> None:
        """Whoever sent it hears of it, in his language."""
        at = self.clock()

        def work(unit: Unit) -> None:
            if unit.fetches.given_up(wanted):
                self.tell(unit, unit.chats.open(wanted.chat, "zh_CN", lock=False), why, at)

        await self.store.run(work)
        log.info("file_given_up", channel=wanted.chat.channel, attempt=wanted.attempt)
