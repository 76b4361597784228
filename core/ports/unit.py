"""All ports together, and the way to the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from core.ports.alerts import Alerts
from core.ports.boards import Boards
from core.ports.chats import Chats
from core.ports.clocks import Clocks
from core.ports.fetches import Fetches
from core.ports.inbox import Inbox
from core.ports.links import Links
from core.ports.media import Media
from core.ports.milestones import Milestones
from core.ports.outbox import Outbox
from core.ports.people import People
from core.ports.reports import Reports
from core.ports.sales import Sales
from core.ports.stock import Stock
from core.ports.tickets import Tickets

T = TypeVar("T")


class Unit(Protocol):
    """One unit of work: everything done through it is kept together, or nothing is."""

    @property
    def tickets(self) -> Tickets: ...
    @property
    def people(self) -> People: ...
    @property
    def chats(self) -> Chats: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def clocks(self) -> Clocks: ...
    @property
    def alerts(self) -> Alerts: ...
    @property
    def sales(self) -> Sales: ...
    @property
    def stock(self) -> Stock: ...
    @property
    def media(self) -> Media: ...
    @property
    def fetches(self) -> Fetches: ...
    @property
    def links(self) -> Links: ...
    @property
    def milestones(self) -> Milestones: ...
    @property
    def reports(self) -> Reports: ...
    @property
    def boards(self) -> Boards: ...


class Store(Protocol):
    """The way to the database."""

    async def run(self, work: Callable[[Unit], T]) -> T:
        """Carry `work` to the database; its result is given out after the commit. What it raises undoes it."""
        ...

    async def close(self) -> None: ...
