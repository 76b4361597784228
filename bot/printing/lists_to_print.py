"""Lists to print, in the chats of those who need them: the day before, the stops of each crew and the store's goods.

Their words come by the promises of each delivery; this is the same as pictures, once for each day and reader.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import field
from datetime import date, datetime, time, timedelta
from functools import partial
from io import BytesIO
from typing import Final

from PIL.Image import Image

from bot.dialogue.words import Words
from bot.media.pictures import Kept, Pictures
from bot.printing.chart import chinese_face
from bot.printing.paper import Paper
from bot.printing.round_sheets import picking_sheet, stop_sheet
from core.alerts import holders
from core.moment import Moment
from core.notices import Notice
from core.people import Person
from core.phrases import Phrase, say
from core.ports import Store, Unit
from core.rounds import Round, rounds_on
from core.shop import Shop
from core.tickets import PersonId, Role
from core.values import dataclass
from scheduler.bells import Deliver

LATE: Final = timedelta(hours=2)  # after that it is too late for such a list
KEPT_FOR: Final = timedelta(days=3)  # as customers stand in it
AHEAD: Final = 8  # days: before a long holiday the store prepares that early
STOPS: Final = say("Your stops of {day}, to print: {numbers}")  # with the numbers a list is found again (erasure)
GOODS: Final = say("The goods for {day}, to print: {numbers}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`key` is the same each time for the same list and reader."""

    to: Person
    role: Role
    text: Phrase
    key: str
    paper: Callable[[], Paper]


@dataclass
class Printing:
    """`words` by language. Without a face for Chinese nothing is drawn; the lists in words are there all the same."""

    store: Store
    shop: Shop
    deliver: Deliver
    pictures: Pictures
    words: Callable[[str], Words]
    clock: Callable[[], datetime]
    done: set[str] = field(default_factory=set[str])

    async def work(self) -> None:
        """Raises StorageTrouble."""
        if not self.shop.policy.delivery.offered or not chinese_face():
            return
        at = self.clock()
        sheets = await self.store.run(lambda unit: [*self.due(Moment(unit, self.shop, at))])
        for sheet in sheets:
            paper = await asyncio.to_thread(sheet.paper)
            kept = [await self.pictures.keep(await asyncio.to_thread(png, image)) for image in paper.sheets]
            await self.store.run(partial(self.send, sheet=sheet, kept=kept, at=at))
            self.done.add(sheet.key)

    def due(self, desk: Moment) -> Iterator[Sheet]:
        """What is to be printed now, and has not been by this process."""
        today = desk.at.astimezone(self.shop.zone).date()
        for day in (today + timedelta(days=n) for n in range(1, AHEAD)):
            for moment, made in zip(self.moments(day), (self.of_crews, self.of_store), strict=True):
                if moment <= desk.at < moment + LATE and (rounds := rounds_on(desk, day)):
                    yield from (sheet for sheet in made(desk, rounds, day) if sheet.key not in self.done)

    def moments(self, day: date) -> tuple[datetime, datetime]:
        """When the lists of that day are made: for the crews (DLV-13), for the store (DLV-14)."""
        rules, noon = self.shop.policy.delivery, datetime.combine(day, time(12), self.shop.zone)
        return self.shop.on_day_before(noon, rules.notice_at), self.shop.on_open_day_before(noon, rules.pick_list_at)

    def of_crews(self, desk: Moment, rounds: tuple[Round, ...], day: date) -> Iterator[Sheet]:
        for each in rounds:
            for person in map(desk.person, each.going):
                words = self.words(person.language)
                paper = partial(stop_sheet, each, words, words(self.shop.policy.shop.name), desk.at)
                yield Sheet(
                    person, Role.TECHNICIAN, on(STOPS, day, (each,), words), key("stops", day, person.id), paper
                )

    def of_store(self, desk: Moment, rounds: tuple[Round, ...], day: date) -> Iterator[Sheet]:
        for person in holders(desk, Role.STORE_KEEPER)[1]:
            words = self.words(person.language)
            paper = partial(picking_sheet, rounds, words, words(self.shop.policy.shop.name), desk.at)
            yield Sheet(person, Role.STORE_KEEPER, on(GOODS, day, rounds, words), key("goods", day, person.id), paper)

    def send(self, unit: Unit, sheet: Sheet, kept: list[Kept], at: datetime) -> None:
        """Noted as if they were old already, so that housekeeping forgets them soon."""
        given = min(at, at + KEPT_FOR - timedelta(days=self.shop.policy.retention.photos_days))
        for conversation in unit.chats.of(sheet.to.id):
            for each in kept:
                unit.media.add(each.media, conversation.id, each.mime, each.size, given)
        photos = tuple(each.media for each in kept)
        self.deliver(unit, [Notice(sheet.to, sheet.text, role=sheet.role, dedupe=sheet.key, photos=photos)], at)


def on(text: Phrase, day: date, rounds: tuple[Round, ...], words: Words) -> Phrase:
    numbers = tuple(stop.number for each in rounds for stop in each.stops)
    return Phrase(text.key, {"day": words.day(datetime.combine(day, time())), "numbers": numbers})


def key(what: str, day: date, person: PersonId) -> str:
    return f"print:{what}:{day:%y%m%d}:{person}"


def png(image: Image) -> bytes:
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()
