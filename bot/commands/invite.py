"""`aftercare invite`: let somebody join the staff. The first manager comes in this way only."""

from __future__ import annotations

import click

from bot.commands.given import Given, in_one_unit, now
from bot.commands.telegram import asked
from core import membership
from core.people import STAFF
from core.tickets import Role


@click.command()
@click.argument("role", type=click.Choice([role.value for role in Role if role in STAFF]))
@click.option("--name", default="", help="Whom it is for: printed with the link, kept nowhere.")
@click.pass_obj
def invite(given: Given, role: str, name: str) -> None:
    """Print a link by which one person can join the staff; with a bot, another one that leads to it."""
    settings, at = given.settings(), now()
    bot = f"https://t.me/{asked(settings).username}" if settings.telegram_token else ""
    code = in_one_unit(settings, lambda unit: membership.invite(unit, Role(role), None, at))
    hours = membership.LASTS.total_seconds() / 3600
    click.echo(f"{settings.url}/#join={code}")
    if bot:
        click.echo(f"{bot}?start={membership.JOIN}{code}")
    click.echo(f"For {name or 'one person'}, as {role}: good once, for {hours:.0f} hours.", err=True)
