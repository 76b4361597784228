"""A message that was given up is tried once more, because somebody says so."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from sqlalchemy import null, update

from core.ports import Unit
from core.storage.message_tables import outbox
from core.storage.statements import Statement, given, just
from core.storage.unit import SqlUnit

O = outbox.c  # noqa: E741 - as in the other files here: the table's first letter
MOST_DOUBTS = 2  # that often it may have arrived already
TRY_AGAIN = Statement(
    update(outbox)
    .where(O.id == given("message"), O.unknown < given("doubts"), O.body != {})
    .where(O.state.in_([just("dead"), just("unknown"), just("expired")]))
    .values(state=just("queued"), due_at=given("at"), done_at=null(), expires_at=null())
)


def try_again(unit: Unit, message: int, at: datetime) -> bool:
    """Queue it. False if it was not given up, may have arrived twice already, or its words have been erased."""
    connection = cast("SqlUnit", unit).connection
    queued = connection.change(TRY_AGAIN, message=message, at=at, doubts=MOST_DOUBTS)
    connection.posted = connection.posted or bool(queued)
    return bool(queued)
