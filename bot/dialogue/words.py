"""Put what is said into one person's language."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency

from bot.dialogue.clean import clean
from bot.texts import catalogue
from core.phrases import Bilingual, Phrase, Span, Value
from core.values import dataclass

PLACE = re.compile(r"\{(\w+)\}")
UNKNOWN = "…"  # stands where the code forgot a value: better than no reply at all
MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a language writes days and lengths of time."""

    locale: str  # its name among those of Babel
    day: str  # a pattern of Unicode's locale data (UTS 35)
    before_time: str
    comma: str
    units: tuple[tuple[str, str], ...]  # days, hours, minutes, seconds: for one, for several
    space: str  # between a number and its unit, and between two units


CHINESE = Manner("zh_CN", "M月d日 EEE", " ", "、", (("天", "天"), ("小时", "小时"), ("分钟", "分钟"), ("秒", "秒")), "")
ENGLISH = Manner(
    "en",
    "EEE d MMM",
    ", ",
    ", ",
    (("day", "days"), ("hour", "hours"), ("minute", "minutes"), ("second", "seconds")),
    " ",
)
# Babel looks through all its locales for one that is given by name, each time.
LOCALES = {manner.locale: Locale.parse(manner.locale) for manner in (CHINESE, ENGLISH)}
SIZES = (86_400, 3_600, 60, 1)  # seconds in each unit


class Words:
    """Renders phrases in `language` (zh_CN, en), times in `zone`. No phrase can make it raise."""

    def __init__(self, language: str, zone: tzinfo, currency: str = "CNY") -> None:
        self.language = language
        self.zone = zone
        self.currency = currency
        self.sentences = catalogue(language)
        self.manner = CHINESE if language.startswith("zh") else ENGLISH

    def drawn(self, said: Value) -> str:
        match said:
            case str():
                return clean(said)
            case Phrase():
                return self.sentence(said)
            case tuple():
                return self.manner.comma.join([self.drawn(each) for each in said])
            case Span():
                return span_in_words(said, self)
            case datetime():
                return self.moment(said)
            case date():
                return self.day(said)
            case timedelta():
                return self.length(said)
            case int():
                return str(said)
            case Decimal():
                return self.money(said)
            case _:
                return self.written_by_the_shop(said)

    __call__ = drawn

    def sentence(self, phrase: Phrase) -> str:
        """The words put into a place are never searched for places themselves."""
        pattern, names = to_fill(self.sentences.get(phrase.key, phrase.key))
        if not names:
            return pattern
        values = phrase.values
        return (pattern % tuple([self.drawn(values.get(name, UNKNOWN)) for name in names])).strip()

    def filled(self, phrase: Phrase, **drawn: str) -> str:
        """A sentence whose values are in words already."""
        pattern, names = to_fill(self.sentences.get(phrase.key, phrase.key))
        return pattern % tuple([drawn[name] for name in names])

    def written_by_the_shop(self, said: Bilingual) -> str:
        """Whatever else came here by way of stored facts is shown as it is."""
        return said.in_(self.language) if hasattr(said, "in_") else str(said)

    def moment(self, at: datetime) -> str:
        local = at.astimezone(self.zone)
        return f"{self.day(local)}{self.manner.before_time}{clock(local)}"

    def day(self, local: date) -> str:
        day = local.date() if isinstance(local, datetime) else local
        return day_in_words(day, self.manner.day, self.manner.locale)

    def length(self, length: timedelta) -> str:
        """To the minute; below a minute in seconds."""
        seconds = round(abs(length.total_seconds()))
        left = seconds if seconds < SIZES[-2] else round(seconds / 60) * 60
        parts: list[str] = []
        for size, (one, several) in zip(SIZES, self.manner.units, strict=True):
            count, left = divmod(left, size)
            if count:
                parts.append(f"{count}{self.manner.space}{one if count == 1 else several}")
        nothing = f"0{self.manner.space}{self.manner.units[2][1]}"
        sign = "-" if parts and length < timedelta() else ""
        return sign + (self.manner.space.join(parts) or nothing)

    def money(self, amount: Decimal | int) -> str:
        return format_currency(amount, self.currency, locale=LOCALES[self.manner.locale])


@lru_cache(maxsize=1024)
def span_in_words(span: Span, words: Words) -> str:
    """The day is said once, unless it ends on another; midnight belongs to the day that it ends.

    The same few windows are offered to everybody, and always in the same words.
    """
    start, end = span.start.astimezone(words.zone), span.end.astimezone(words.zone)
    if end.date() == start.date():
        return f"{words.moment(start)}–{clock(end)}"
    if end.time() == MIDNIGHT and end.date() - start.date() == timedelta(days=1):
        return f"{words.moment(start)}–24:00"
    return f"{words.moment(start)} – {words.moment(end)}"


@lru_cache(maxsize=4096)
def to_fill(sentence: str) -> tuple[str, tuple[str, ...]]:
    """With %s for its places, and what those are called; as it is to be said, if it has none."""
    parts = PLACE.split(sentence)
    if len(parts) == 1:
        return sentence.strip(), ()
    return "%s".join(part.replace("%", "%%") for part in parts[::2]), tuple(parts[1::2])


def clock(local: datetime) -> str:
    """As in 09:05. For this `strftime` takes ten times as long."""
    return f"{local.hour:02}:{local.minute:02}"


@lru_cache(maxsize=256)
def day_in_words(day: date, pattern: str, locale: str) -> str:
    """Most of what is said is about the same few weeks."""
    return format_date(day, pattern, locale=LOCALES[locale])
