"""What is asked of the tickets and their history."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, Text, and_, exists, func, or_, select, tuple_, type_coerce, update
from sqlalchemy.dialects.postgresql import insert

from core.storage.statements import Statement, given, just, keep
from core.storage.tables import IN_SERIES, IS_OPEN, RUNNING, clocks, counters, events, gone_along, mates, tickets

T = tickets.c
OWN = ("id", "open", "product", "symptom", "order_number", "series")  # columns that only the database needs
KEPT = tuple(column for column in T if column.name not in OWN)


def those(*where: ColumnElement[bool]) -> Select[Any]:
    return select(*KEPT).where(*where)


ADD = Statement(keep(tickets))
SAVE = Statement(
    update(tickets)
    .where(T.ref == given("which"), T.version == given("read_version"))
    .values({c.name: given(c.name) for c in T if c.name not in {"id", "ref", "number", "opened_at"}})
)
COUNT = Statement(
    insert(counters)
    .values(letter=given("letter"), day=given("day"), n=1)
    .on_conflict_do_update(index_elements=["letter", "day"], set_={"n": counters.c.n + 1})
)
COUNTED = Statement(select(counters.c.n).where(counters.c.letter == given("letter"), counters.c.day == given("day")))
ONE = Statement(those(T.ref == given("ref")))
NUMBERED = Statement(those(T.number == given("number")))
CUSTOMER = T.customer == given("customer")
WENT_TO = Statement(
    select(T.assignee, T.crew)
    .where(CUSTOMER, T.state == just("closed"), T.assignee.is_not(None))
    .order_by(T.opened_at.desc(), T.id.desc())
    .limit(given("limit"))
)
OPEN_OF = Statement(those(CUSTOMER, IS_OPEN).order_by(T.opened_at, T.id))
RECENT_OF = Statement(those(CUSTOMER).order_by(T.opened_at.desc(), T.id.desc()).limit(given("limit")))
HELD = Statement(
    those(or_(T.assignee == given("technician"), T.ref.in_(gone_along(given("mate")))), IS_OPEN).order_by(
        T.visit_from.is_(None), T.visit_from, T.opened_at, T.id
    )
)
GOES_ALONG = Statement(insert(mates).values(ticket=given("ticket"), person=given("person")).on_conflict_do_nothing())
OF_ORDER = Statement(those(T.order_number == given("order")).order_by(T.opened_at, T.id))
# A visit lies within a day: the index need not be read from its beginning.
SINCE = and_(T.visit_from.is_not(None), T.visit_from > given("earliest"), T.visit_from < given("end"))
THEN = and_(IS_OPEN, SINCE, T.visit_to > given("start"))
VISITS = Statement(those(THEN).order_by(T.visit_from, T.id))
BOOKINGS = Statement(
    select(T.assignee, T.crew, T.kind, T.visit_from, T.visit_to, func.count(), func.min(T.number))
    .where(THEN, T.ref != given("but"))
    .group_by(T.assignee, T.crew, T.kind, T.visit_from, T.visit_to)
    .order_by(T.visit_from)
)
TAKEN = Statement(
    select(T.kind, T.visit_from, T.visit_to, func.count(T.assignee.distinct()), func.count() - func.count(T.assignee))
    .where(THEN)
    .group_by(T.visit_from, T.visit_to, T.kind)
    .order_by(T.visit_from)
)
OPEN_NOW = Statement(those(IS_OPEN, T.number > given("after")).order_by(T.number).limit(given("limit")))
STANDING = Statement(
    those(IS_OPEN, T.state == given("state"), T.kind == given("kind")).order_by(T.id).limit(given("limit"))
)
# Along the clocks, the longest broken first: it ends when the page is full, however much is overdue.
CLOCK, EARLIER = clocks.c, clocks.alias("earlier").c
BROKEN = and_(RUNNING, CLOCK.due_at <= given("at"), CLOCK.warning.is_(False))
SAME = and_(EARLIER.ticket == CLOCK.ticket, EARLIER.ended_at.is_(None), EARLIER.warning.is_(False))
FIRST = ~exists().where(SAME, tuple_(EARLIER.due_at, EARLIER.id) < tuple_(CLOCK.due_at, CLOCK.id))
OVERDUES = those(T.open, BROKEN, FIRST).join(clocks, CLOCK.ticket == T.ref)
OVERDUE = Statement(OVERDUES.order_by(CLOCK.due_at, CLOCK.id).limit(given("limit")))
LIKE = (T.symptom == given("symptom"), T.product == given("product"), T.opened_at >= given("since"))
# Through the customer, who has few tickets, where thousands may have a fault: SQLite cannot tell which are fewer.
LIKE_HIS = (func.coalesce(T.symptom, just("")) == given("symptom"), T.product == given("product"))
SIMILAR = Statement(those(CUSTOMER, T.opened_at >= given("since"), *LIKE_HIS).order_by(T.opened_at.desc(), T.id.desc()))
NOTED = Statement(select(T.opened_at).where(*LIKE, IN_SERIES).limit(1))
ALIKE = Statement(select(T.number).where(*LIKE).order_by(T.opened_at.desc(), T.id.desc()).limit(given("limit")))
# Through the numbers, which begin with the day: only the tickets of those days are looked at.
NOTED_FOR_SALES = Statement(
    those(
        and_(T.number >= given("first"), T.number < given("beyond")),
        type_coerce(T.facts, Text).like(just('%"sales_note":%')),
    )
    .order_by(T.number.desc())
    .limit(given("limit"))
)
OF_DAY = Statement(those(T.number >= given("first"), T.number < given("beyond")).order_by(T.number))
# Through the numbers as well.
COMPLAINTS_OF = Statement(
    those(
        and_(T.number >= "T-", T.number < "U"),
        or_(CUSTOMER, type_coerce(T.facts, Text).like(given("pattern"))),
    )
    .order_by(T.opened_at.desc(), T.id.desc())
    .limit(given("limit"))
)
OPENED_SINCE = Statement(select(func.count()).select_from(tickets).where(CUSTOMER, T.opened_at >= given("since")))
NOTE = Statement(keep(events))
HISTORY = Statement(
    select(*(c for c in events.c if c.name not in {"id", "ticket"}))
    .where(events.c.ticket == given("ref"))
    .order_by(events.c.id)
)
# Whoever looks at the diary waits for whoever is just booking in it: a window is not given away twice.
DIARY = Statement(select(func.pg_advisory_xact_lock(53666)))
