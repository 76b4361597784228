"""`aftercare demo`: the desk with a sample furniture shop, and a link for each of its people."""

from __future__ import annotations

import asyncio

import click

from bot.app import App, now, serve
from bot.commands.given import Given, ready_to_open
from bot.logs import start_logging
from bot.sample import furnish


@click.command()
@click.pass_obj
def demo(given: Given) -> None:
    """Open the desk with a sample shop, and print a link for each of its people."""
    settings = given.settings()
    ready_to_open(settings)
    start_logging(settings.log_level, settings.log_format)
    asyncio.run(serve(settings, show_links))


async def show_links(app: App) -> None:
    at = now()
    keys = await app.store.run(lambda unit: furnish(unit, app.shop, at))
    click.echo("\nThe desk is open. Each link is one person of the sample shop; open them in tabs of one browser.\n")
    for name, key in keys.items():
        click.echo(f"  {name}\n      {app.settings.url}/#k={key}")
    click.echo(f"  a new customer\n      {app.settings.url}/\n\nStop with Ctrl-C.")
