"""What one value of a policy file may be. Each reader raises ValueError saying what would be right."""

from __future__ import annotations

import re
from datetime import time
from decimal import Decimal
from typing import Annotated, cast
from zoneinfo import available_timezones

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator

from core.policy.allowance import Allowance
from core.policy.bilingual import Bilingual
from core.policy.hints import plain
from core.policy.windows import Window, clock_time

LONGEST_TEXT = 2000
HIGHEST_PRICE = 1_000_000


class Section(BaseModel):
    """A table of a policy file. It cannot be changed, and a key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def read_text(value: object) -> str:
    if isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_TEXT:
        return value.strip()
    raise ValueError(f"is not a text; write between 1 and {LONGEST_TEXT} characters, in quotes")


def read_bilingual(value: object) -> Bilingual:
    texts = cast("dict[str, object]", value) if isinstance(value, dict) else {}
    if set(texts) == {"zh", "en"}:
        return Bilingual(read_text(texts["zh"]), read_text(texts["en"]))
    raise ValueError('is not a text in both languages; write { zh = "…", en = "…" }')


def read_code(value: object) -> str:
    """Those of symptoms have their category before a dot."""
    if isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9_]{0,29}(\.[a-z][a-z0-9_]{0,29})?", value):
        return value
    raise ValueError('is not a code; write up to 30 small letters, figures and "_", e.g. air_conditioner')


def read_word(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return plain(value.strip())
    raise ValueError("is not a word to look for")


def read_phone(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"[+0-9][0-9 -]{2,23}", value):
        return value
    raise ValueError('is not a telephone number; write e.g. "0571-0000 1001" or "+86 571 0000 1001"')


def read_zone(value: object) -> str:
    if isinstance(value, str) and value in available_timezones():
        return value
    raise ValueError('is not a time zone; write e.g. "Asia/Shanghai"')


def read_currency(value: object) -> str:
    if isinstance(value, str) and re.fullmatch("[A-Z]{3}", value):
        return value
    raise ValueError('is not a currency; write its three letters, e.g. "CNY"')


def read_price(value: object) -> Decimal:
    price = Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else Decimal("NaN")
    if price.is_finite() and 0 <= price <= HIGHEST_PRICE and price == round(price, 2):
        return price
    raise ValueError(f"is not a price; write a number from 0 to {HIGHEST_PRICE}, e.g. 80 or 59.9")


def read_length(value: object) -> Allowance:
    if allowance := Allowance.parse(value):
        return allowance
    raise ValueError('must be longer than nothing; write e.g. "30 working minutes"')


def read_length_or_never(value: object) -> Allowance:
    """Nothing means that it is not promised at all."""
    return Allowance() if value == "never" else read_length(value)


def read_margin(value: object) -> Allowance:
    """May be nothing."""
    allowance = Allowance.parse(value)
    if allowance.working:
        raise ValueError('is counted on the wall clock, so without "working"; write e.g. "30 minutes"')
    return allowance


def read_duration(value: object) -> Allowance:
    if duration := read_margin(value):
        return duration
    raise ValueError('must be longer than nothing; write e.g. "30 minutes"')


def read_time(value: object) -> time:
    if isinstance(value, str) and re.fullmatch("[0-2][0-9]:[0-5][0-9]", value):
        return clock_time(value)
    raise ValueError('is not a time of day; write e.g. "16:00"')


def read_keeping(value: object) -> object:
    return None if value == "permanent" else value


def coded(value: object, within: str = "") -> object:
    """Give each entry of a table its key as `code`."""
    if not isinstance(value, dict):
        return value
    table = cast("dict[str, object]", value)
    return {key: labelled(entry, within + key) for key, entry in table.items()}


def labelled(entry: object, code: str) -> object:
    return {**cast("dict[str, object]", entry), "code": code} if isinstance(entry, dict) else entry


Text = Annotated[str, PlainValidator(read_text)]
Words = Annotated[Bilingual, PlainValidator(read_bilingual)]
Code = Annotated[str, PlainValidator(read_code)]
Coded = BeforeValidator(coded)
Hint = Annotated[str, PlainValidator(read_word)]
Phone = Annotated[str, PlainValidator(read_phone)]
Zone = Annotated[str, PlainValidator(read_zone)]
Currency = Annotated[str, PlainValidator(read_currency)]
Price = Annotated[Decimal, PlainValidator(read_price)]
Length = Annotated[Allowance, PlainValidator(read_length)]
LengthOrNever = Annotated[Allowance, PlainValidator(read_length_or_never)]
Margin = Annotated[Allowance, PlainValidator(read_margin)]
Duration = Annotated[Allowance, PlainValidator(read_duration)]
TimeOfDay = Annotated[time, PlainValidator(read_time)]
DayWindow = Annotated[Window, PlainValidator(Window.parse_within_a_day)]
RestWindow = Annotated[Window, PlainValidator(Window.parse)]
Switch = Annotated[bool, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=1, le=1000)]
Years = Annotated[int, Field(strict=True, ge=1, le=50)]
Days = Annotated[int, Field(strict=True, ge=1, le=3660)]
Months = Annotated[Annotated[int, Field(strict=True, ge=1, le=600)] | None, BeforeValidator(read_keeping)]


class Named(Section):
    """A choice with its name in both languages. `code` is its key in the file, and what is stored."""

    code: Code
    zh: Text
    en: Text

    @property
    def label(self) -> Bilingual:
        return Bilingual(self.zh, self.en)
