"""`aftercare doctor`: what `check` looks at, and then into the database and the pictures."""

from __future__ import annotations

import click

from bot.commands.check import report
from bot.commands.findings import ESSENTIAL, NotWell, examine
from bot.commands.given import Given, now
from bot.media.pictures import Pictures
from bot.settings import Settings
from core.storage.invariants import pictures_of, violations
from core.storage.schema import is_current


@click.command()
@click.pass_obj
def doctor(given: Given) -> None:
    """Check everything, and that the database and the pictures are in order."""
    report(examine(given, (*ESSENTIAL, ("contents", contents), ("pictures", pictures))))


def contents(settings: Settings) -> str:
    if found := violations(current(settings), now()):
        raise NotWell("\n".join(map(str, found)))
    return "everything is as it must be"


def pictures(settings: Settings) -> str:
    kept = Pictures(settings.media)
    known = pictures_of(current(settings))
    if lost := [media for media in known if kept.path(media) is None]:
        raise NotWell(f"{len(lost)} of {len(known)} are not in {settings.media}: {', '.join(lost[:3])} …")
    return f"{len(known)} are kept"


def current(settings: Settings) -> str:
    if is_current(settings.database):
        return settings.database
    raise NotWell("not looked at, as the database is not up to date")
