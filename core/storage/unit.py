"""One unit of work over one connection: the desk's ports, made when they are asked for."""

from __future__ import annotations

from core.storage.alerts import AlertRows
from core.storage.boards import BoardRows
from core.storage.chats import ChatRows
from core.storage.clocks import ClockRows
from core.storage.connection import Connection
from core.storage.fetches import FetchRows
from core.storage.inbox import InboxRows
from core.storage.links import LinkRows
from core.storage.media import MediaRows
from core.storage.milestones import MilestoneRows
from core.storage.outbox import OutboxRows
from core.storage.people import PeopleRows
from core.storage.report_rows import ReportRows
from core.storage.sales import SaleRows
from core.storage.stock import StockRows
from core.storage.tickets import TicketRows


class SqlUnit:
    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @property
    def tickets(self) -> TicketRows:
        return TicketRows(self.connection)

    @property
    def people(self) -> PeopleRows:
        return PeopleRows(self.connection)

    @property
    def chats(self) -> ChatRows:
        return ChatRows(self.connection)

    @property
    def inbox(self) -> InboxRows:
        return InboxRows(self.connection)

    @property
    def outbox(self) -> OutboxRows:
        return OutboxRows(self.connection)

    @property
    def clocks(self) -> ClockRows:
        return ClockRows(self.connection)

    @property
    def alerts(self) -> AlertRows:
        return AlertRows(self.connection)

    @property
    def sales(self) -> SaleRows:
        return SaleRows(self.connection)

    @property
    def stock(self) -> StockRows:
        return StockRows(self.connection)

    @property
    def media(self) -> MediaRows:
        return MediaRows(self.connection)

    @property
    def fetches(self) -> FetchRows:
        return FetchRows(self.connection)

    @property
    def links(self) -> LinkRows:
        return LinkRows(self.connection)

    @property
    def milestones(self) -> MilestoneRows:
        return MilestoneRows(self.connection)

    @property
    def boards(self) -> BoardRows:
        return BoardRows(self.connection)

    @property
    def reports(self) -> ReportRows:
        return ReportRows(self.connection)
