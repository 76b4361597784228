"""What is always true of the desk's database, looked up in it: after a crash, after a restore, whenever in doubt."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, Select, String, and_, cast, create_engine, func, or_, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from core.kinds import KINDS
from core.storage.engines import is_sqlite, place, postgres_url
from core.storage.message_tables import FILE, attempts, inbox, outbox
from core.storage.tables import clocks, events, tickets
from core.storage.trouble import trouble
from core.tickets import FINAL
from core.values import dataclass

GRACE = timedelta(seconds=60)  # in which somebody takes over what was left behind
FINISHED = ("sent", "dead", "unknown", "expired", "superseded")
MOST = 20  # examples of one violation


@dataclass(frozen=True, slots=True)
class Violation:
    """`rule` says how it should be; `where` names rows, never persons."""

    rule: str
    where: tuple[str, ...]

    def __str__(self) -> str:
        return f"not so: {self.rule} ({', '.join(self.where)}{' …' if len(self.where) == MOST else ''})"


def violations(url: str, at: datetime) -> list[Violation]:
    """Nothing is changed, and nobody has to wait. Raises StorageTrouble."""
    with reading(url) as connection:
        return list(found(connection, at))


def pictures_of(url: str) -> list[str]:
    """The ids of all pictures that somebody gave. Raises StorageTrouble."""
    with reading(url) as connection:
        return [row[0] for row in connection.execute(select(FILE).distinct())]


@contextmanager
def reading(url: str) -> Generator[Connection]:
    engine = reader(make_url(url))
    try:
        with engine.connect() as connection:
            yield connection
    except (DBAPIError, OSError) as error:
        raise trouble(error, place(url)) from error
    finally:
        engine.dispose()


def reader(url: URL) -> Engine:
    if not is_sqlite(url):
        return create_engine(postgres_url(url), poolclass=NullPool, hide_parameters=True)
    path = quote(str(url.database))
    read_only = url.set(drivername="sqlite+pysqlite", database=f"file:{path}", query={"mode": "ro", "uri": "true"})
    return create_engine(read_only, poolclass=NullPool, hide_parameters=True)


def found(connection: Connection, at: datetime) -> Iterator[Violation]:
    for rule, query in (*RULES, *at_this_moment(at)):
        if where := tuple(str(row[0]) for row in connection.execute(query.limit(MOST))):
            yield Violation(rule, where)
    if strange := tuple(sorted(unknown_moves(connection))):
        yield Violation("every line of a history is a move of its kind's table", strange[:MOST])
    if connection.dialect.name == "sqlite":
        yield from damage(connection)


def damage(connection: Connection) -> Iterator[Violation]:
    said = [str(row[0]) for row in connection.exec_driver_sql(f"PRAGMA quick_check({MOST})")]
    if said != ["ok"]:
        yield Violation("the file is whole", tuple(said))
    lost = tuple(f"{row[0]} {row[1]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(MOST))
    if lost:
        yield Violation("whatever a row refers to is there", lost)


def unknown_moves(connection: Connection) -> Iterator[str]:
    known = {(k.name, m.action, s, m.target or s) for k in KINDS for m in k.moves for s in m.sources}
    known |= {(k.name, "open", "", k.first) for k in KINDS}
    made = select(tickets.c.kind, events.c.action, events.c.source, events.c.target).distinct()
    for row in connection.execute(made.join_from(events, tickets, tickets.c.ref == events.c.ticket)):
        if tuple(row) not in known:
            yield "{}: {} from {} to {}".format(*row)


E, T, O = events.c, tickets.c, outbox.c  # noqa: E741 - as in the other files here: the table's first letter
WALK = select(
    T.number,
    T.state,
    E.source,
    E.target,
    func.lag(E.target, 1, "").over(partition_by=E.ticket, order_by=E.id).label("before"),
    func.lead(E.source).over(partition_by=E.ticket, order_by=E.id).label("after"),
).join_from(events, tickets, T.ref == E.ticket).subquery()  # fmt: skip


def numbered(column: Any) -> Any:  # noqa: ANN401 - a column of any kind
    return cast(column, String)


RULES: tuple[tuple[str, Select[Any]], ...] = (
    (
        "each line of a ticket's history begins where the one before it ended",
        select(WALK.c.number).where(WALK.c.source != WALK.c.before),
    ),
    (
        "a ticket is in the state to which its history led",
        select(WALK.c.number).where(WALK.c.after.is_(None), WALK.c.target != WALK.c.state),
    ),
    ("a ticket has a history", select(T.number).where(~select(E.id).where(E.ticket == T.ref).exists())),
    ("a ticket is open until its state is final", select(T.number).where(T.open == T.state.in_(sorted(FINAL)))),
    (
        "an open ticket has promises that somebody watches",
        select(T.number).where(
            T.open, ~select(clocks.c.id).where(clocks.c.ticket == T.ref, clocks.c.ended_at.is_(None)).exists()
        ),
    ),
    (
        "no deadline rings early",
        select(T.number).join(clocks, clocks.c.ticket == T.ref).where(clocks.c.fired_at < clocks.c.due_at),
    ),
    (
        "a message that has left is finished, and no other",
        select(numbered(O.id)).where(O.done_at.is_(None) == O.state.in_(FINISHED)),
    ),
    (
        "no message arrives more than twice",
        select(numbered(attempts.c.outbox_id))
        .where(attempts.c.outcome.in_(["sent", "unknown"]))
        .group_by(attempts.c.outbox_id)
        .having(func.count() > 2),  # noqa: PLR2004
    ),
    ("a message that was set aside is handled", select(inbox.c.id).where(inbox.c.parked, inbox.c.handled_at.is_(None))),
)


def at_this_moment(at: datetime) -> Iterator[tuple[str, Select[Any]]]:
    lapsed = or_(O.lease_until.is_(None), O.lease_until < at - GRACE)
    yield (
        "a message on its way has somebody who carries it",
        select(numbered(O.id)).where(and_(O.state == "sending", lapsed)),
    )
