"""The analyses of complaints that people are to get: counted once, drawn, written, and brought into their chats."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeAlias

from bot.dialogue.words import Words
from bot.media.pictures import Kept as KeptFile
from bot.media.pictures import Pictures
from bot.post import Post
from bot.printing.chart import chinese_face, picture
from bot.printing.report_sheet import workbook
from core.alerts import name
from core.casework.answering import ask_to_answer
from core.desk import Desk
from core.errors import StorageTrouble
from core.ledgers.entry import Period
from core.moment import Moment
from core.notices import Choosing, Notice
from core.people import Person
from core.phrases import Phrase, above, say
from core.ports import Order, Purpose, Store, Unit
from core.ports.reports import Kept
from core.reports.complaint_report import Report, summary
from core.reports.proposal_count import proposed
from core.reports.report_orders import FAULT_READERS, READERS
from core.reports.report_record import as_json, as_report
from core.shop import Shop
from core.tickets import Role
from core.values import dataclass
from scheduler.complaints import complain

Read: TypeAlias = Callable[[Period], Awaitable[Report]]
LEASE: Final = timedelta(minutes=2)
MOST: Final = 3  # attempts
ANSWER_IT: Final = say("Please read it, and answer with what you change because of it, or “none”.")
NOT_MADE: Final = say("The analysis of {first} to {last} could not be made. Please tell whoever runs the desk.")


@dataclass(frozen=True, slots=True)
class Analyst:
    """Any replica may do this: what one has claimed no other takes. `read` counts beside the writer."""

    store: Store
    shop: Shop
    post: Post
    pictures: Pictures
    read: Read
    clock: Callable[[], datetime]
    read_faults: Read

    async def work(self) -> None:
        """Until nothing is due. Raises StorageTrouble."""
        while order := await self.claim():
            await self.one(order)

    async def claim(self) -> Order | None:
        at = self.clock()
        return await self.store.run(lambda unit: unit.reports.claim(at, at + LEASE))

    async def one(self, order: Order) -> None:
        try:
            await self.carry_out(order)
        except StorageTrouble:
            raise
        except Exception as wrong:  # noqa: BLE001 - one report must not hold up the others
            complain("report_failed", wrong, attempt=order.attempts)
            if order.attempts >= MOST:
                await self.store.run(lambda unit: self.give_up(unit, order))

    async def carry_out(self, order: Order) -> None:
        person = await self.store.run(lambda unit: unit.people.get(order.person))
        about_faults = order.purpose is Purpose.FAULTS
        if order.purpose is Purpose.PROPOSALS:
            await self.store.run(lambda unit: self.bring_proposals(unit, order, person))
            return
        if person is None or not person.roles & (FAULT_READERS if about_faults else READERS):
            await self.store.run(lambda unit: unit.reports.carried_out(order))
            return
        period = Period(order.first, order.last)
        made, kept = (await self.read_faults(period), None) if about_faults else await self.report(period)
        files = await self.files(made, person)
        await self.store.run(lambda unit: self.bring(unit, order, person, made, kept, files))

    async def report(self, period: Period) -> tuple[Report, Kept | None]:
        """What was counted when the period was over stays; before that it is counted each time."""
        kept = await self.store.run(lambda unit: unit.reports.kept(period.first, period.last))
        if kept is None:
            made, at = await self.read(period), self.clock()
            if at.astimezone(self.shop.zone).date() <= period.last:
                return made, None
            counted = Kept(period.first, period.last, at, as_json(made))
            kept = await self.store.run(lambda unit: unit.reports.keep(counted))
        return as_report(period, kept.body), kept

    async def files(self, made: Report, person: Person) -> tuple[KeptFile, KeptFile]:
        """As a picture and as a sheet, in the reader's language."""
        words = self.post.words(person.language)
        drawn, written = await asyncio.to_thread(made_for, made, words, person)
        return await self.pictures.keep_file(drawn), await self.pictures.keep_file(written)

    def bring(
        self, unit: Unit, order: Order, person: Person, made: Report, kept: Kept | None, files: tuple[KeptFile, ...]
    ) -> None:
        at = self.clock()
        words = self.post.words(person.language)
        title = (
            say("Faults {first} to {last}") if order.purpose is Purpose.FAULTS else say("Complaints {first} to {last}")
        )
        called = words(Phrase(title.key, {"first": f"{order.first}", "last": f"{order.last}"}))
        for chat in unit.chats.of(person.id)[:1]:
            for file in files:
                unit.media.add(file.media, chat.id, file.mime, file.size, at, called)
        notice = Notice(
            person, self.text(unit, order, made, kept), role=Role.MANAGER, photos=tuple(file.media for file in files),
            extra=DRAFT_BUTTONS if order.purpose is Purpose.DRAFT else (), dedupe=f"report:{order.key}",
            cause=order.key,
        )  # fmt: skip
        asked = self.to_be_answered(unit, order, person) if order.key.startswith(f"{Purpose.FAULTS}:") else ()
        self.post.deliver(unit, (notice, *asked), at)
        unit.reports.carried_out(order)

    def to_be_answered(self, unit: Unit, order: Order, person: Person) -> tuple[Notice, ...]:
        """By whoever can change what breaks (CAP-09)."""
        desk = Desk(unit, self.shop, self.clock(), order.key)
        words = self.post.words(person.language)(ANSWER_IT)
        ask_to_answer(desk, person, f"{order.first:%Y-%m}", words)
        return tuple(desk.notices)

    def bring_proposals(self, unit: Unit, order: Order, person: Person | None) -> None:
        desk = Moment(unit, self.shop, self.clock())
        if person and person.roles & READERS:
            text = proposed(desk, Period(order.first, order.last))
            notice = Notice(person, text, role=Role.MANAGER, dedupe=f"report:{order.key}", cause=order.key)
            self.post.deliver(unit, (notice,), desk.at)
        unit.reports.carried_out(order)

    def text(self, unit: Unit, order: Order, made: Report, kept: Kept | None) -> Phrase:
        lines = [summary(made)]
        if order.purpose is Purpose.DRAFT:
            after = self.shop.policy.complaint.report_head_start.time
            lines.insert(
                0, say("For you first: the manager gets this in {after}, or as soon as you comment.", after=after)
            )
        if kept and kept.comment and kept.commented_by:
            desk = Moment(unit, self.shop, self.clock())
            lines.append(say("{name}: {text}", name=name(desk, kept.commented_by), text=kept.comment))
        lines.append(say("As counted on {at}.", at=kept.made_at if kept else self.clock()))
        return above(lines)

    def give_up(self, unit: Unit, order: Order) -> None:
        person = unit.people.get(order.person)
        text = Phrase(NOT_MADE.key, {"first": f"{order.first}", "last": f"{order.last}"})
        notices = (Notice(person, text, role=Role.MANAGER, cause=order.key),) if person else ()
        self.post.deliver(unit, notices, self.clock())
        unit.reports.carried_out(order)


DRAFT_BUTTONS = (Choosing(say("Comment, and send it on"), "f:comment_report"),)


def made_for(made: Report, words: Words, person: Person) -> tuple[bytes, bytes]:
    """The picture is in English where there is no face with Chinese signs."""
    readable = words if words.language.startswith("en") or chinese_face() else Words("en", words.zone, words.currency)
    drawn = BytesIO()
    picture(made, readable).save(drawn, "PNG")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "report.xlsx"
        workbook(made, words, file, person.id)
        return drawn.getvalue(), file.read_bytes()
