"""Forget a customer: his name, phone, words and pictures, wherever they were written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import delete, exists, func, or_, select, update

from core.storage.connection import Connection
from core.storage.erased_lists import forget_lists
from core.storage.message_tables import FILE, chats, fetches, inbox, media, outbox
from core.storage.statements import Statement, given, just
from core.storage.tables import alerts, events, people, tickets
from core.tickets import PERSONAL, PersonId

Written: TypeAlias = "dict[str, Written] | list[Written] | str | int | float | None"

PERSON = given("person")
HIS_CHATS = select(chats.c.id).where(chats.c.person == PERSON)
HIS_TICKETS = select(tickets.c.ref).where(tickets.c.customer == PERSON)

KNOWN = Statement(select(people.c.name, people.c.phone).where(people.c.id == PERSON))
RENAME = Statement(
    update(people).where(people.c.id == PERSON).values(name=given("pseudonym"), phone=just(""), erased_at=given("at"))
)
TICKETS = Statement(select(tickets.c.id, tickets.c.facts).where(tickets.c.customer == PERSON))
CLEAN_TICKET = Statement(
    update(tickets).where(tickets.c.id == given("number")).values(facts=given("facts"), version=tickets.c.version + 1)
)
EVENTS = Statement(select(events.c.id, events.c.facts).where(events.c.ticket.in_(HIS_TICKETS)))
CLEAN_EVENT = Statement(update(events).where(events.c.id == given("number")).values(facts=given("facts")))
ALERTS = Statement(select(alerts.c.id, alerts.c.text).where(alerts.c.ticket.in_(HIS_TICKETS)))
CLEAN_ALERT = Statement(update(alerts).where(alerts.c.id == given("number")).values(text=given("text")))
FORGET_DRAFTS = Statement(update(chats).where(chats.c.person == PERSON).values(draft=None))
ADDRESSES = Statement(select(chats.c.channel, chats.c.account, chats.c.chat).where(chats.c.person == PERSON))
FORGET_HEARD = Statement(
    update(inbox)
    .where(inbox.c.channel == given("channel"), inbox.c.account == given("account"), inbox.c.chat == given("chat"))
    .values(raw=just(""), trouble=None)
)
# What was not sent yet need not be sent any more.
DROP_UNSENT = Statement(
    update(outbox)
    .where(outbox.c.chat_id.in_(HIS_CHATS), outbox.c.done_at.is_(None))
    .values(state=just("superseded"), done_at=given("at"), lease_until=None)
)
FORGET_SAID = Statement(
    update(outbox)
    .where(or_(outbox.c.chat_id.in_(HIS_CHATS), outbox.c.ticket.in_(HIS_TICKETS)), outbox.c.done_at.is_not(None))
    .values(body={})
)
OTHERS = media.alias("others")
PICTURES = Statement(
    select(FILE)
    .where(media.c.chat_id.in_(HIS_CHATS))
    .where(~exists().where(func.coalesce(OTHERS.c.content, OTHERS.c.media) == FILE, OTHERS.c.chat_id.not_in(HIS_CHATS)))
    .distinct()
)
FORGET_PICTURES = Statement(delete(media).where(media.c.chat_id.in_(HIS_CHATS)))
FORGET_FETCHES = Statement(delete(fetches).where(fetches.c.chat_id.in_(HIS_CHATS)))


def erase(connection: Connection, person: PersonId, pseudonym: str, at: datetime) -> tuple[str, ...]:
    """Overwrite in place; the store sees to it that the file holds no copy. Gives the pictures nobody else has."""
    secrets = {word for row in connection.all(KNOWN, person=person) for word in row}
    for number, facts in connection.all(TICKETS, person=person):
        secrets |= set(words_in(facts))
        connection.change(CLEAN_TICKET, number=number, facts=impersonal(facts))
    for number, facts in connection.all(EVENTS, person=person):
        secrets |= set(words_in(facts))
        connection.change(CLEAN_EVENT, number=number, facts=impersonal(facts))
    for number, text in connection.all(ALERTS, person=person):
        connection.change(CLEAN_ALERT, number=number, text=without(text, secrets - {""}, pseudonym))
    pictures = tuple(row[0] for row in connection.all(PICTURES, person=person))
    lists = forget_lists(connection, person, at)
    connection.change(FORGET_PICTURES, person=person)
    connection.change(FORGET_FETCHES, person=person)
    connection.change(FORGET_DRAFTS, person=person)
    for channel, account, chat in connection.all(ADDRESSES, person=person):
        connection.change(FORGET_HEARD, channel=channel, account=account, chat=chat)
    connection.change(DROP_UNSENT, person=person, at=at)
    connection.change(FORGET_SAID, person=person)
    connection.change(RENAME, person=person, pseudonym=pseudonym, at=at)
    connection.erased = True
    return (*pictures, *lists)


def impersonal(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if name not in PERSONAL}


def words_in(facts: Mapping[str, Any]) -> Iterable[str]:
    return (value for name, value in facts.items() if name in PERSONAL and isinstance(value, str))


def without(value: Written, secrets: Iterable[str], pseudonym: str) -> Written:
    """The same JSON with each of the secrets replaced, however deep it sits."""
    if isinstance(value, str):
        for secret in sorted(secrets, key=len, reverse=True):
            value = value.replace(secret, pseudonym)
        return value
    if isinstance(value, list):
        return [without(item, secrets, pseudonym) for item in value]
    if isinstance(value, dict):
        return {name: without(item, secrets, pseudonym) for name, item in value.items()}
    return value
