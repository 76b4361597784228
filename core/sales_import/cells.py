"""What one cell of a sales record may be. Each reader raises Unfit, which says what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from core.phrases import Phrase, in_english, say
from core.policy.catalogue import Catalogue
from core.policy.hints import plain
from core.sales_import.days import read_day
from core.sales_import.lines import Broken, Cell
from core.telephone import dialled, e164

LONGEST = 300
MOST_PIECES = 9999
MOST_COUNTED = 999_999
EXACT = 10**15  # a spreadsheet keeps fifteen figures of a number and makes the others 0
SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)
WRAPPED = re.compile(r'=?"(.*)"|[\'`](.*)', re.DOTALL)  # how a number is kept from becoming one: ="0123", '0123


class Unfit(Exception):
    """The phrase goes on from the name of the column: "is missing"."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(in_english(phrase))
        self.phrase = phrase


MISSING = say("is missing")


def read_words(cell: Cell) -> str:
    """Empty if there are none."""
    if isinstance(cell, Broken):
        raise Unfit(cell.why)
    if cell is None:
        return ""
    text = whole(cell) if isinstance(cell, int | float) else str(cell)
    seen = "".join(" " if letter.isspace() else letter for letter in text if letter.isspace() or is_visible(letter))
    words = " ".join(seen.split())
    if len(words) > LONGEST:
        raise Unfit(say("is longer than {longest} characters", longest=LONGEST))
    return words


def whole(number: float) -> str:
    if abs(number) >= EXACT:
        raise Unfit(say("has lost its last figures, as it is kept as a number; make it a text in the spreadsheet"))
    return str(int(number)) if number == int(number) else str(number)


def is_visible(letter: str) -> bool:
    return unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def read_needed(cell: Cell) -> str:
    if words := read_words(cell):
        return words
    raise Unfit(MISSING)


def read_number(cell: Cell) -> str:
    """Of an order, a model, an article: letters and figures as typed on a keyboard."""
    words = unicodedata.normalize("NFKC", read_words(cell))
    wrapped = WRAPPED.fullmatch(words)
    number = (wrapped[1] or wrapped[2] or "").strip() if wrapped else words
    if SHORTENED.fullmatch(number):
        shortened = say("{number} has been shortened by a spreadsheet; make the column a text and fill it in again")
        raise Unfit(Phrase(shortened.key, {"number": number}))
    return number


def read_needed_number(cell: Cell) -> str:
    if number := read_number(cell):
        return number
    raise Unfit(MISSING)


def read_phone(cell: Cell, region: str) -> str:
    """In E.164; empty if there is none."""
    written = read_number(cell)
    number = dialled(written, region) if written else None
    if written and number is None:
        raise Unfit(say('"{written}" is not a telephone number', written=written))
    return e164(number) if number else ""


def read_quantity(cell: Cell) -> int:
    """One, where nothing is said."""
    written = read_number(cell)
    if not written:
        return 1
    if written.isdecimal() and 0 < int(written) <= MOST_PIECES:
        return int(written)
    raise Unfit(say('"{written}" is not a number of pieces from 1 to {most}', written=written, most=MOST_PIECES))


def read_count(cell: Cell) -> int:
    """May be none."""
    written = read_needed_number(cell)
    if written.isdecimal() and int(written) <= MOST_COUNTED:
        return int(written)
    raise Unfit(say('"{written}" is not a number of pieces from 0 to {most}', written=written, most=MOST_COUNTED))


def read_price(cell: Cell) -> Decimal | None:
    """None where nothing is said; a currency sign and commas between thousands are left out."""
    written = read_number(cell).lstrip("¥￥$€ ").removesuffix("元").replace(",", "").strip()
    if not written:
        return None
    if re.fullmatch(r"\d{1,9}(\.\d{1,2})?", written):
        return Decimal(written)
    raise Unfit(say('"{written}" is not a price; write it like 2999 or 2999.50', written=written))


def read_date(cell: Cell) -> date | None:
    """None if the cell is empty."""
    if isinstance(cell, str | Broken | None) and not read_words(cell):
        return None
    day = read_day(cell)
    if day is None:
        written = read_words(cell)
        raise Unfit(say('"{written}" is not a day that I can read; write it like 2024-01-31', written=written))
    return day


def read_needed_date(cell: Cell) -> date:
    day = read_date(cell)
    if day is None:
        raise Unfit(MISSING)
    return day


def read_category(cell: Cell, catalogue: Catalogue) -> str:
    """The code of a category, given by its code or its name in one of the languages."""
    written = read_needed(cell)
    names = {plain(name): c.code for c in catalogue.categories.values() for name in (c.code, c.zh, c.en)}
    if code := names.get(plain(written)):
        return code
    near = get_close_matches(plain(written), names, n=1)
    known = ", ".join(f"{c.zh} ({c.code})" for c in catalogue.categories.values())
    meant = catalogue.categories[names[near[0]]].zh if near else ""
    text = (
        say('"{written}" is not in the catalogue; did you mean {meant}? Known: {known}')
        if near
        else say('"{written}" is not in the catalogue. Known: {known}')
    )
    raise Unfit(Phrase(text.key, {"written": written, "meant": meant, "known": known}))
