"""What is said to people: a sentence and its values, put into their language later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Protocol, TypeAlias

from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """From one instant to another (both aware); a visit window, an absence, a pause."""

    start: datetime
    end: datetime

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Bilingual(Protocol):
    """A text that the shop wrote itself in each language, such as a checklist."""

    def in_(self, language: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Phrase:
    """An English sentence, which is its own key in the catalogues, and the values for its {places}."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict[str, "Value"])

    def __str__(self) -> str:
        return self.key


Value: TypeAlias = "str | int | Decimal | date | datetime | timedelta | Span | Phrase | Bilingual | tuple[Value, ...]"


def say(key: str, /, **values: Value) -> Phrase:
    """Mark a sentence for translation (the extractor looks for this name) and give its values."""
    return Phrase(key, values)


def in_english(phrase: Phrase) -> str:
    """For a log, a command line and whatever else has no reader with a language of his own."""
    values = {name: in_english(value) if isinstance(value, Phrase) else value for name, value in phrase.values.items()}
    return phrase.key.format(**values)


def above(lines: Iterable[Value], between: str = "\n") -> Phrase:
    """One under the other: the same in every language."""
    listed = {f"line{number}": line for number, line in enumerate(lines)}
    return Phrase(between.join(f"{{{name}}}" for name in listed), listed)


def apart(parts: Iterable[Value]) -> Phrase:
    """The same with a free line between them."""
    return above(parts, "\n\n")
