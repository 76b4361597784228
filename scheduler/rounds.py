"""Batch after batch until one brings nothing new. What failed comes again in the next round, not in this one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from typing import Protocol, TypeVar


class Numbered(Protocol):
    @property
    def id(self) -> int: ...


T = TypeVar("T", bound=Numbered)


def each(fetch: Callable[[], Iterable[T]]) -> Iterator[T]:
    seen: set[int] = set()
    while batch := [one for one in fetch() if one.id not in seen]:
        seen.update(one.id for one in batch)
        yield from batch


async def each_in_turn(fetch: Callable[[], Awaitable[Iterable[T]]]) -> AsyncIterator[T]:
    seen: set[int] = set()
    while batch := [one for one in await fetch() if one.id not in seen]:
        seen.update(one.id for one in batch)
        for one in batch:
            yield one
