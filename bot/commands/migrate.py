"""`aftercare migrate`: make the tables what this version needs."""

from __future__ import annotations

import click

from bot.commands.given import Given, ready
from core.storage.engines import place
from core.storage.schema import is_current
from core.storage.upgrade import upgrade


@click.command()
@click.option("--check", is_flag=True, help="Change nothing; fail if something would have to be changed.")
@click.pass_obj
def migrate(given: Given, *, check: bool) -> None:
    """Set up the database, or bring it up to date."""
    settings = given.settings()
    where = place(settings.database)
    if not check:
        ready(settings)
        if copy := upgrade(settings.database):
            click.echo(f"A copy of what it was: {copy}")
    elif not is_current(settings.database):
        raise click.ClickException(f"The database {where} is not set up, or not up to date: run `aftercare migrate`.")
    click.echo(f"The database {where} is up to date.")
