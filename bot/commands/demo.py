"""`aftercare demo`: the desk with a sample furniture shop, and a link for each of its people."""

from __future__ import annotations

import asyncio

import click

from bot.app import App, now, serve
from bot.sample import furnish
from bot.settings import Settings


def demo(settings: Settings) -> None:
    """Runs until it is stopped."""
    asyncio.run(serve(settings, show_links))


async def show_links(app: App) -> None:
    at = now()
    keys = await app.store.run(lambda unit: furnish(unit, app.shop, at))
    click.echo(
        "\nThe desk is open. Each link below is one person of the sample shop; open them in tabs of one browser.\n"
    )
    for name, key in keys.items():
        click.echo(f"  {name:<24} {app.settings.url}/#k={key}")
    click.echo(f"\n  A new customer           {app.settings.url}/\n\nStop with Ctrl-C.")
