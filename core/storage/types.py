"""How values of the desk are kept in columns: instants, spans of text, JSON, sets of words."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, Dialect, Text
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeDecorator

from core.roles import Role

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DECODER = json.JSONDecoder()
write_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
MICROSECOND = timedelta(microseconds=1)


def read_json(text: str) -> Any:  # noqa: ANN401 - whatever was written
    """As `write_json` has written it: no white space is looked for around it."""
    return DECODER.raw_decode(text)[0]


class NaiveInstant(DontWrapMixin, ValueError):
    """A time without a zone says nothing about when; it is never kept."""


class Instant(TypeDecorator[datetime]):
    """Microseconds since 1970, UTC. Both databases compare these alike; what comes back is aware, in UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        del dialect
        return None if value is None else microseconds(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        del dialect
        return None if value is None else moment(value)


class Words(TypeDecorator[str]):
    """Text as people type it. What no database can hold (NUL, half a surrogate pair) is left out."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        del dialect
        return None if value is None else storable(value)


class Document(TypeDecorator[Any]):
    """Plain JSON values, readable in the database as they are: no escapes, keys in the order given."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        del dialect
        return None if value is None else written(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:
        del dialect
        return None if value is None else read_json(value)


class Cents(TypeDecorator[Decimal]):
    """Money to the hundredth, as a whole number."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        del dialect
        return None if value is None else cents(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        del dialect
        return None if value is None else money(value)


class WordSet(TypeDecorator[frozenset[str]]):
    """A set of short words, as a sorted JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: frozenset[str] | None, dialect: Dialect) -> str | None:
        del dialect
        return None if value is None else sorted_words(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[str] | None:
        del dialect
        return None if value is None else word_set(value)


class RoleSet(WordSet):
    """A set of roles, kept as their words."""

    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[str] | None:
        del dialect
        return None if value is None else role_set(value)


@lru_cache(maxsize=1024)
def word_set(text: str) -> frozenset[str]:
    """Most people have the same few: the roles of a customer are read with every message."""
    return frozenset(read_json(text))


@lru_cache(maxsize=256)
def role_set(text: str) -> frozenset[Role]:
    return frozenset(map(Role, read_json(text)))


@lru_cache(maxsize=1024)
def sorted_words(words: frozenset[str]) -> str:
    return written(sorted(words))


def microseconds(at: datetime) -> int:
    """Raises NaiveInstant."""
    if at.tzinfo is None:
        raise NaiveInstant(f"{at.isoformat()} has no time zone")
    since = at - EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds  # quicker than //


def moment(count: int) -> datetime:
    return EPOCH + MICROSECOND * count


def cents(amount: Decimal) -> int:
    return int(amount * 100)


def money(count: int) -> Decimal:
    return Decimal(count) / 100


def written(value: object) -> str:
    return storable(write_json(value))


def storable(text: str) -> str:
    whole = text.replace("\0", "")
    if whole.isascii():
        return whole
    try:
        whole.encode()
    except UnicodeEncodeError:
        return whole.encode("utf-8", "replace").decode()
    return whole


# The same conversions for statements that go straight to the driver.
WRITERS: Mapping[type[Any], Callable[[Any], Any]] = {
    Instant: microseconds,
    Words: storable,
    Document: written,
    WordSet: sorted_words,
    RoleSet: sorted_words,
    Cents: cents,
}
READERS: Mapping[type[Any], Callable[[Any], Any]] = {
    Instant: moment,
    Document: read_json,
    WordSet: word_set,
    RoleSet: role_set,
    Cents: money,
}
