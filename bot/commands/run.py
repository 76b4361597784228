"""`aftercare run`: the desk."""

from __future__ import annotations

import click

from bot import app
from bot.commands.given import Given, ready_to_open
from bot.logs import start_logging


@click.command()
@click.pass_obj
def run(given: Given) -> None:
    """Open the desk, until it is stopped."""
    settings = given.settings()
    ready_to_open(settings)
    start_logging(settings.log_level, settings.log_format)
    app.run(settings)
