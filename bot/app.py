"""Everything put together, once. The only place that knows everybody."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog
from aiohttp import web

from bot import metrics
from bot.boards import Boards
from bot.drain import Drain
from bot.health import Health
from bot.logs.access import Access
from bot.media.fetching import Fetching
from bot.media.pictures import Pictures
from bot.memory import keep_for_good
from bot.networks import Counted, Inside, WebNetwork, networks, readers, senders
from bot.post import Post
from bot.printing.analysis import Analyst
from bot.printing.lists_to_print import Printing
from bot.reception import Reception, Taken
from bot.settings import Settings
from core.opening import shop_with
from core.people import Person
from core.policy.sections import Retention
from core.ports import Conversation, Unit
from core.shop import Shop
from core.storage.ledger import Ledger, erased_in, how_many
from core.storage.milestones import opened
from core.storage.open import SqlStore, open_store
from core.storage.prune import Kept, Pruning
from core.storage.reading import Reader
from core.storage.registers import Registers
from core.storage.reports import complaints_of, faults_of
from core.storage.upgrade import upgrade
from scheduler.contracts import Contracts
from scheduler.deadlines import Deadlines
from scheduler.deliveries import Deliveries
from scheduler.housekeeping import Housekeeping
from scheduler.monthly import Monthly
from scheduler.morning import Morning
from scheduler.renewals import Renewals
from scheduler.timetable import TIMETABLE, Crew, Row, Timetable

log = structlog.get_logger()
EVERY = timedelta(seconds=5)
HEARD_WITHIN = timedelta(minutes=2)  # a network that we ask, or that is asked where it calls us


def now() -> datetime:
    return datetime.now(UTC)


class App:
    """The desk on one machine: `start()`, then `stop()`."""

    def __init__(self, settings: Settings, clock: Callable[[], datetime] = now) -> None:
        self.settings = settings
        self.shop: Shop = shop_with(settings.policy(), clock())
        if copy := upgrade(settings.database):
            log.info("upgraded", copy=str(copy))
        opened(settings.database, clock())
        self.store: SqlStore = open_store(settings.database)
        self.store.timed = metrics.transacted
        self.post = Post(self.shop)
        self.pictures = Pictures(settings.media)
        reception = Reception(self.shop, self.post, readers(settings), self.pictures.read, senders(settings))
        self.drain = Drain(self.store, reception, clock, self.afterwards)
        inside = Inside(self.store, self.shop, self.post, self.drain, self.pictures, clock)
        self.networks = {network.name: network for network in networks(settings, inside)}
        ways_out = {name: Counted(network, clock) for name, network in self.networks.items()}
        self.deliveries = Deliveries(self.store, ways_out, clock)
        self.deadlines = Deadlines(self.store, self.shop, self.post.deliver, clock, rang=metrics.fired)
        sources = {name: network.files for name, network in self.networks.items() if network.files}
        self.fetching = Fetching(self.store, self.pictures, sources, self.post.tell, clock)
        groups = {name: network.group for name, network in self.networks.items() if network.group}
        self.boards = Boards(self.store, self.shop, self.post.words, groups, clock)
        self.registers = Registers(self.store.engine.url)
        self.timetable = Timetable(self.crew(clock), clock, self.rows(clock))
        self.reader = Reader(self.store.engine.url)
        self.health = self.watched(clock)
        self.remembered = 0
        self.runners: list[web.AppRunner] = []
        self.sending: asyncio.Task[None] | None = None

    def crew(self, clock: Callable[[], datetime]) -> Crew:
        pruning = Pruning(self.store, kept(self.shop.policy.retention), self.pictures.forget)
        housekeeping = Housekeeping(self.store, self.shop, self.post.tell, clock, pruning.prune)
        return Crew(self.deliveries, self.deadlines, housekeeping)

    def rows(self, clock: Callable[[], datetime]) -> tuple[Row, ...]:
        """What is done again and again: the first of them first, where several are due."""
        morning = Morning(self.store, self.shop, self.post.deliver, clock)
        renewals = Renewals(self.store, self.shop, self.post.deliver, clock)
        contracts = Contracts(self.store, self.shop, self.post.deliver, clock)
        analysis = partial(complaints_of, self.registers, shop=self.shop)
        monthly = Monthly(self.store, self.shop, clock)
        faults = partial(faults_of, self.registers, shop=self.shop)
        analyst = Analyst(self.store, self.shop, self.post, self.pictures, analysis, clock, faults)
        printing = Printing(self.store, self.shop, self.post.deliver, self.pictures, self.post.words, clock)
        return (
            Row("take what was left in the inbox", EVERY, lambda _: self.drain.catch_up()),
            Row("fetch the files that people sent", timedelta(seconds=2), lambda _: self.fetching.work()),
            Row("show the tickets in the staff's group", timedelta(seconds=1), lambda _: self.boards.work()),
            *TIMETABLE,
            Row("tell the managers how the desk stands", timedelta(minutes=1), lambda _: morning.tell()),
            Row("order the analysis of last month's complaints", timedelta(minutes=1), lambda _: monthly.order()),
            Row("make the analyses that people are to get", timedelta(seconds=1), lambda _: analyst.work()),
            Row("ask for the contracts of today", timedelta(minutes=1), lambda _: contracts.ask()),
            Row("offer service contracts", timedelta(minutes=1), lambda _: renewals.offer()),
            Row("print the lists of tomorrow", timedelta(minutes=1), lambda _: printing.work()),
            Row("sweep up half-written pictures", timedelta(hours=1), lambda _: self.sweep()),
            Row("remember who was erased", EVERY, lambda _: self.remember()),
        )

    def watched(self, clock: Callable[[], datetime]) -> Health:
        health = Health(self.store, self.reader.counts, clock, self.settings.data, self.timetable.since_tick)
        health.oldest_backup = timedelta(hours=self.settings.backup_hours)
        if self.settings.telegram_token:
            health.heard_within = {"telegram": HEARD_WITHIN}
        return health

    async def start(self) -> None:
        """What an earlier process left behind is answered first; only then promises ring and messages leave."""
        self.store.on_commit(self.deliveries.wake)
        for network in self.networks.values():
            if isinstance(network, WebNetwork):
                self.store.on_missed(network.missed)
        await self.drain.catch_up()
        self.sending = asyncio.create_task(self.deliveries.run())
        self.timetable.start()
        public = web.Application()
        for network in self.networks.values():
            network.routes(public)
        await self.serve(public, self.settings.host, self.settings.port)
        if self.settings.admin_port:
            await self.serve(self.health.application(), "127.0.0.1", self.settings.admin_port)
        for network in self.networks.values():
            await network.open()

    async def afterwards(self, taken: Taken) -> None:
        """What follows a commit: files go, the networks learn of a new name, role or language."""
        if taken.forgotten:
            await self.pictures.forget(taken.forgotten)
        for person in taken.known:
            for conversation in await self.store.run(partial(chats_of, person=person)):
                if network := self.networks.get(conversation.chat.channel):
                    await network.knows(conversation.chat, person)

    async def remember(self) -> None:
        """Whoever was erased stays so, whatever backup the desk goes on from."""
        if (erased := await self.store.run(how_many)) != self.remembered:
            known = await self.store.run(erased_in)
            await asyncio.to_thread(Ledger(self.settings.erased).add, known, now())
            self.remembered = erased

    async def sweep(self) -> None:
        await self.pictures.sweep(now())

    async def serve(self, application: web.Application, host: str, port: int) -> None:
        runner = web.AppRunner(application, access_log_class=Access)
        await runner.setup()
        await web.TCPSite(runner, host, port).start()
        self.runners.append(runner)

    async def stop(self) -> None:
        """Take nothing new, finish what is in hand."""
        self.health.draining = True
        for network in self.networks.values():
            await network.hush()
        for runner in self.runners:
            await runner.cleanup()
        await self.timetable.stop()
        await self.drain.idle()
        self.deliveries.stop()
        if self.sending:
            await self.sending
        for network in self.networks.values():
            await network.close()
        await self.reader.close()
        await self.registers.close()
        await self.store.close()


def kept(retention: Retention) -> Kept:
    """How long, as the policy says it."""
    months = retention.person_months
    return Kept(
        heard=timedelta(days=retention.inbox_days),
        said=timedelta(days=retention.outbox_days),
        pictures=timedelta(days=retention.photos_days),
        quality=timedelta(days=retention.quality_days),
        people=timedelta(days=months * 365 // 12) if months else None,
    )


def chats_of(unit: Unit, person: Person) -> tuple[Conversation, ...]:
    return unit.chats.of(person.id)


async def serve(settings: Settings, ready: Callable[[App], object] = lambda _: None) -> None:
    """Until SIGTERM or Ctrl-C. `ready` is called once people can come in."""
    app = App(settings)
    stopping = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    await app.start()
    keep_for_good()
    log.info("open", url=settings.url)
    result = ready(app)
    if asyncio.iscoroutine(result):
        await result
    await stopping.wait()
    log.info("closing")
    await app.stop()


def run(settings: Settings) -> None:
    with suppress(KeyboardInterrupt):
        asyncio.run(serve(settings))
