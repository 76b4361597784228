"""The tables. Indexes over what is open are partial, so that no cost grows with history."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Select,
    Table,
    Text,
    UniqueConstraint,
    and_,
    false,
    select,
    true,
)

from core.storage.types import Cents, Document, Instant, RoleSet, Words, WordSet

metadata = MetaData(
    naming_convention={
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)

# SQLite numbers rows by itself only in a column that is called INTEGER.
Id = BigInteger().with_variant(Integer, "sqlite")


def partial(name: str, *columns: Column[object], where: ColumnElement[bool], unique: bool = False) -> Index:
    return Index(name, *columns, unique=unique, sqlite_where=where, postgresql_where=where)


people = Table(
    "people", metadata,
    Column("id", Id, primary_key=True),
    Column("name", Words, nullable=False),
    Column("phone", Words, nullable=False),
    Column("language", Text, nullable=False),
    Column("roles", RoleSet, nullable=False),
    Column("claimed", RoleSet, nullable=False),
    Column("badge", Words, nullable=False),
    Column("skills", WordSet, nullable=False),
    Column("zones", WordSet, nullable=False),
    Column("staff", Boolean, nullable=False),  # holds or claims a role among the staff
    Column("erased_at", Instant),
    Column("crew", Words, nullable=False, server_default=""),
    Column("phone_is_own", Boolean, nullable=False, server_default=false()),
)  # fmt: skip
IS_STAFF = people.c.staff == true()
HAS_OWN_PHONE = people.c.phone_is_own == true()
partial("people_by_phone", people.c.phone, where=HAS_OWN_PHONE)
partial("people_staff", people.c.id, where=IS_STAFF)
partial("people_erased", people.c.erased_at, where=people.c.erased_at.is_not(None))

absences = Table(
    "absences", metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
    Column("reason", Words, nullable=False),
)  # fmt: skip
Index("absences_by_end", absences.c.ends_at)

invitations = Table(
    "invitations", metadata,
    Column("code_hash", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("made_by", Id, ForeignKey("people.id")),
    Column("expires_at", Instant, nullable=False),
    Column("used_by", Id, ForeignKey("people.id")),
    Column("used_at", Instant),
)  # fmt: skip

tickets = Table(
    "tickets", metadata,
    Column("id", Id, primary_key=True),
    Column("ref", Text, nullable=False, unique=True),
    Column("number", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("open", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("customer", Id, ForeignKey("people.id"), nullable=False),
    Column("assignee", Id, ForeignKey("people.id")),
    Column("visit_from", Instant),
    Column("visit_to", Instant),
    Column("urgent", Boolean, nullable=False),
    Column("parent", Text),
    Column("opened_at", Instant, nullable=False),
    Column("product", Words),
    Column("symptom", Words),
    Column("facts", Document, nullable=False),
    Column("crew", Document, nullable=False, server_default="[]"),
    Column("order_number", Words),
    Column("series", Boolean, nullable=False, server_default=false()),  # it is noted on it that there is one
)  # fmt: skip
IS_OPEN = tickets.c.open == true()
Index("tickets_of_customer", tickets.c.customer, tickets.c.opened_at)
partial("tickets_open", tickets.c.number, where=IS_OPEN)
partial("tickets_by_state", tickets.c.state, where=IS_OPEN)
Index("tickets_held", tickets.c.assignee, tickets.c.open)
TO_VISIT = (tickets.c.visit_from, tickets.c.visit_to, tickets.c.kind, tickets.c.assignee)  # all that counting needs
partial("tickets_to_visit", *TO_VISIT, where=and_(IS_OPEN, tickets.c.visit_from.is_not(None)))
partial(
    "tickets_alike", tickets.c.symptom, tickets.c.product, tickets.c.opened_at, where=tickets.c.symptom.is_not(None)
)
IN_SERIES = tickets.c.series == true()
partial("tickets_in_series", tickets.c.symptom, tickets.c.product, tickets.c.opened_at, where=IN_SERIES)
partial("tickets_of_order", tickets.c.order_number, where=tickets.c.order_number.is_not(None))

# Whoever was ever to go along with an assignee: where to look for somebody's jobs and pictures.
mates = Table(
    "mates", metadata,
    Column("ticket", Text, ForeignKey("tickets.ref"), nullable=False),
    Column("person", Id, ForeignKey("people.id"), nullable=False),
    PrimaryKeyConstraint("person", "ticket"),
)  # fmt: skip


def gone_along(person: ColumnElement[int]) -> Select[tuple[str]]:
    """The tickets to which somebody was ever to go along."""
    return select(mates.c.ticket).where(mates.c.person == person)


events = Table(
    "events", metadata,
    Column("id", Id, primary_key=True),
    Column("ticket", Text, ForeignKey("tickets.ref"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("action", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("who", Id),
    Column("source", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("facts", Document, nullable=False),
)  # fmt: skip
Index("events_of_ticket", events.c.ticket, events.c.id)

counters = Table(
    "counters", metadata,
    Column("letter", Text),
    Column("day", Date),
    Column("n", Integer, nullable=False),
    PrimaryKeyConstraint("letter", "day"),
)  # fmt: skip

clocks = Table(
    "clocks", metadata,
    Column("id", Id, primary_key=True),
    Column("ticket", Text, ForeignKey("tickets.ref"), nullable=False),
    Column("promise", Text, nullable=False),
    Column("step", Integer, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("due_at", Instant),
    Column("generation", Integer, nullable=False),
    Column("fired_at", Instant),
    Column("ended_at", Instant),
    Column("kept", Boolean),
    Column("warning", Boolean, nullable=False),
    UniqueConstraint("ticket", "promise", "step", "started_at"),
)  # fmt: skip
RUNNING = and_(clocks.c.ended_at.is_(None), clocks.c.due_at.is_not(None))
partial("clocks_running", clocks.c.due_at, where=RUNNING)
partial("clocks_due", clocks.c.due_at, where=and_(clocks.c.fired_at.is_(None), RUNNING))

alerts = Table(
    "alerts", metadata,
    Column("id", Id, primary_key=True),
    Column("ticket", Text, ForeignKey("tickets.ref"), nullable=False),
    Column("role", Text, nullable=False),
    Column("text", Document, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("level", Integer, nullable=False),
    Column("raised_at", Instant, nullable=False),
    Column("climbs_at", Instant),
    Column("claimed_by", Id, ForeignKey("people.id")),
    Column("closed_at", Instant),
)  # fmt: skip
CLIMBS = and_(alerts.c.climbs_at.is_not(None), alerts.c.closed_at.is_(None))
partial("alerts_climbing", alerts.c.climbs_at, where=CLIMBS)
partial("alerts_open", alerts.c.id, where=alerts.c.closed_at.is_(None))
Index("alerts_of_ticket", alerts.c.ticket)

sales = Table(
    "sales", metadata,
    Column("id", Id, primary_key=True),
    Column("order_number", Words, nullable=False),
    Column("phone", Words, nullable=False),
    Column("customer", Words, nullable=False),
    Column("product", Words, nullable=False),
    Column("category", Words, nullable=False),
    Column("model", Words, nullable=False),
    Column("serial", Words, nullable=False),
    Column("bought_on", Date, nullable=False),
    Column("delivered_on", Date),
    Column("address", Words, nullable=False),
    Column("quantity", Integer, nullable=False, server_default="1"),
    Column("price", Cents),
    Column("made_on", Date),
    Column("shipped_on", Date),
    Column("started_on", Date),
    Column("seller", Id),
    UniqueConstraint("order_number", "model"),
)  # fmt: skip
Index("sales_of_phone", sales.c.phone, sales.c.id)

# When the desk was first opened, and when it was last copied.
milestones = Table(
    "milestones", metadata,
    Column("name", Text, primary_key=True),
    Column("at", Instant, nullable=False),
)  # fmt: skip
