"""What `check` and `doctor` look at: one line each, and whether it is as it should be."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TypeAlias

from bot.commands import group
from bot.commands.given import Given, now, ready, shop_of
from bot.commands.telegram import address_of, asked, noted, wrong
from bot.printing.chart import chinese_face
from bot.settings import Settings
from core.errors import StorageTrouble, WrongSetting
from core.storage.engines import place
from core.storage.schema import is_current
from core.values import dataclass
from core.worktime.holidays import known_until

LEAST_FREE = 500 * 1024 * 1024  # bytes
SOON = timedelta(days=31)


class NotWell(Exception):
    """The message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Finding:
    what: str
    detail: str
    well: bool = True

    def __str__(self) -> str:
        return f"{self.what}: ok ({self.detail})" if self.well else f"{self.what}: {self.detail}"


Look: TypeAlias = Callable[[Settings], str]


def examine(given: Given, looks: tuple[tuple[str, Look], ...]) -> Iterator[Finding]:
    """Without settings there is nothing else to look at."""
    try:
        settings = given.settings()
    except WrongSetting as wrong:
        yield Finding("settings", str(wrong), well=False)
        return
    yield Finding("settings", f"{settings.url}, profile {settings.profile}")
    for what, look in looks:
        yield finding(what, look, settings)


def finding(what: str, look: Look, settings: Settings) -> Finding:
    try:
        return Finding(what, look(settings))
    except (NotWell, WrongSetting, StorageTrouble, OSError) as wrong:
        return Finding(what, str(wrong), well=False)


def policy(settings: Settings) -> str:
    return f"version {settings.policy().version}"


def data_folder(settings: Settings) -> str:
    ready(settings)
    return str(settings.data.absolute())


def disk(settings: Settings) -> str:
    space = shutil.disk_usage(settings.data)
    free = f"{space.free / 2**30:.1f} GB free"
    if space.free < max(LEAST_FREE, space.total // 20):
        raise NotWell(f"only {free}: the desk needs 5 % of the disk, and 500 MB")
    return free


def database(settings: Settings) -> str:
    where = place(settings.database)
    if not is_current(settings.database):
        raise NotWell(f"{where} is not set up, or not up to date: run `aftercare migrate`")
    return where


def clock(settings: Settings) -> str:
    zone = shop_of(settings).zone
    return f"{now().astimezone(zone):%Y-%m-%d %H:%M} in {zone}"


def holidays(settings: Settings) -> str:
    if not settings.policy().hours.chinese_holidays:
        return "not observed"
    until, today = known_until(), now().date()
    if today > until:
        raise NotWell(f"known until {until} only: update the package chinesecalendar")
    advice = ": update the package chinesecalendar soon" if until - today < SOON else ""
    return f"known until {until}{advice}"


def telegram(settings: Settings) -> str:
    if not settings.telegram_token:
        return "not used: telegram_token is not set"
    found = asked(settings)
    if problems := list(wrong(settings, found, address_of(settings), now())):
        raise NotWell("; ".join(problems))
    return ", ".join(noted(settings, found))


def staff_group(settings: Settings) -> str:
    if not settings.telegram_token:
        return "not used: telegram_token is not set"
    known, found = group.looked_at(settings)
    if known.board is None:
        return "not used: say /connect in one, as a supervisor or manager of the desk"
    if problems := list(group.missing(found)):
        raise NotWell("; ".join(problems))
    return ", ".join(group.present(found, known.staff)) if found else ""


def font(_: Settings) -> str:
    found = chinese_face()
    return found[0] if found else "reports are drawn in English: no font with Chinese signs, Noto Sans CJK has them"


ESSENTIAL: tuple[tuple[str, Look], ...] = (
    ("policy", policy),
    ("data folder", data_folder),
    ("disk", disk),
    ("database", database),
    ("clock", clock),
    ("holidays", holidays),
    ("font", font),
    ("telegram", telegram),
    ("staff group", staff_group),
)
