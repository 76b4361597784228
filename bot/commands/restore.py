"""`aftercare restore`: go on from a backup. Nothing is sent until somebody has had a look and releases it."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import click

from bot.commands.backup import DATABASE, MEDIA
from bot.commands.given import Given, in_one_unit, now, ready
from bot.media.pictures import Pictures
from bot.settings import Settings
from core.errors import StorageTrouble
from core.ports import Unit
from core.storage.backup import restore as put_back
from core.storage.ledger import Erased, Ledger, erase_again, erased_in
from core.storage.schema import is_current, migrate
from core.tickets import PersonId


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="Even if there is a desk already; it will be gone.")
@click.pass_obj
def restore(given: Given, source: Path, *, overwrite: bool) -> None:
    """Put back SOURCE: a backup, or a copy that was made before an upgrade. The desk must be stopped."""
    settings = given.settings()
    database = source if source.is_file() else source / DATABASE
    if not database.exists():
        raise click.ClickException(f"{source} is no backup: there is no {source / DATABASE}.")
    ready(settings)
    ledger = Ledger(settings.erased)
    if overwrite:
        ledger.add(erased_so_far(settings), now())
    held = bring_back(settings, database, overwrite=overwrite)
    if source.is_dir():
        shutil.copytree(source / MEDIA, settings.media, dirs_exist_ok=True)
    gone = forget_again(settings, ledger)
    settings.restoring.unlink()
    click.echo(f"Restored. {held} messages that were on their way are held back: `aftercare release` lets them go.")
    click.echo("What happened after the backup was made is missing: people may ask about it.")
    if gone:
        click.echo(f"{len(gone)} people who were erased after it was made have been erased again.")


def erased_so_far(settings: Settings) -> list[Erased]:
    """A database that cannot be read is restored because of that; `erase` has written down whom it knew."""
    try:
        return in_one_unit(settings, erased_in) if is_current(settings.database) else []
    except StorageTrouble as trouble:
        click.echo(f"Going on without what was there: {trouble}", err=True)
        return []


def bring_back(settings: Settings, database: Path, *, overwrite: bool) -> int:
    """From the first change to the last one a mark says that this is not finished: nobody opens such a desk."""
    before = settings.restoring.exists()
    settings.restoring.touch()
    try:
        held = put_back(database, settings.database, overwrite=overwrite)
    except StorageTrouble:
        if not before:
            settings.restoring.unlink()  # refused: the database is as it was
        raise
    migrate(settings.database)
    return held


def forget_again(settings: Settings, ledger: Ledger) -> list[PersonId]:
    """Whoever was erased after the backup was made stays erased, and his pictures go."""
    entries, at = ledger.entries(), now()

    def work(unit: Unit) -> tuple[list[PersonId], list[str]]:
        return erase_again(unit, entries, at)

    gone, pictures = in_one_unit(settings, work)
    asyncio.run(Pictures(settings.media).forget(pictures))
    return gone
