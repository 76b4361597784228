"""`aftercare restore`: go on from a backup. Nothing is sent until somebody has had a look and releases it."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from bot.commands.backup import DATABASE, MEDIA
from bot.commands.given import Given, ready
from core.storage.backup import restore as put_back
from core.storage.schema import migrate


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="Even if there is a desk already; it will be gone.")
@click.pass_obj
def restore(given: Given, source: Path, *, overwrite: bool) -> None:
    """Put back a backup, made by `aftercare backup`. The desk must be stopped."""
    settings = given.settings()
    if not (source / DATABASE).exists():
        raise click.ClickException(f"{source} is no backup: there is no {source / DATABASE}.")
    ready(settings)
    held = put_back(source / DATABASE, settings.database, overwrite=overwrite)
    migrate(settings.database)
    shutil.copytree(source / MEDIA, settings.media, dirs_exist_ok=True)
    click.echo(f"Restored. {held} messages that were on their way are held back: `aftercare release` lets them go.")
    click.echo("What happened after the backup was made is missing: people may ask about it.")
