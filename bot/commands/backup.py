"""`aftercare backup`: everything that would be missed, in one folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from bot.commands.given import Given, now
from bot.settings import Settings
from core.storage.backup import backup as copy_database
from core.storage.milestones import COPIED, reached
from core.storage.schema import is_current

DATABASE, MEDIA = "database", "media"


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@click.pass_obj
def backup(given: Given, target: Path) -> None:
    """Copy the database and the pictures to TARGET, a new folder. The desk may be running."""
    settings = given.settings()
    if target.exists():
        raise click.ClickException(f"{target} is there already; a backup never overwrites one.")
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        fill(unfinished, settings)
        unfinished.rename(target)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    if is_current(settings.database):
        reached(settings.database, COPIED, now())
    pictures = sum(1 for place in (target / MEDIA).rglob("*") if place.is_file())
    click.echo(f"Copied the database and {pictures} pictures to {target}.")


def fill(folder: Path, settings: Settings) -> None:
    """The database first: whatever picture it knows of is then there to be copied."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, mode=0o700)
    copy_database(settings.database, folder / DATABASE, now())
    (folder / MEDIA).mkdir()
    if settings.media.exists():
        shutil.copytree(settings.media, folder / MEDIA, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.part"))
