"""`aftercare release`: let go what a restore holds back."""

from __future__ import annotations

from datetime import datetime

import click

from bot.commands.given import Given, in_one_unit, shop_of


@click.command()
@click.option("--since", type=click.DateTime(), help="Only what was written since then, in the shop's time zone.")
@click.pass_obj
def release(given: Given, since: datetime | None) -> None:
    """Send the messages that a restore holds back."""
    settings = given.settings()
    after = since.replace(tzinfo=shop_of(settings).zone) if since else None
    released = in_one_unit(settings, lambda unit: unit.outbox.release(after))
    click.echo(f"{released} messages are queued again.")
