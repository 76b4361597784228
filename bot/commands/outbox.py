"""`aftercare outbox`: messages that did not reach anybody."""

from __future__ import annotations

from functools import partial

import click

from bot.commands.given import Given, in_one_unit, now
from core.ports import Parcel
from core.storage.second_tries import try_again


@click.group()
def outbox() -> None:
    """Look at the messages that did not arrive, and try them again."""


@outbox.command("list")
@click.option("--limit", default=50, show_default=True)
@click.pass_obj
def list_(given: Given, limit: int) -> None:
    """What was given up, or may or may not have arrived: the newest first."""
    undelivered = in_one_unit(given.settings(), lambda unit: unit.outbox.undelivered(limit))
    for parcel in undelivered:
        click.echo(line(parcel))
    click.echo(f"{len(undelivered)} messages." if undelivered else "Every message arrived.", err=True)


@outbox.command()
@click.argument("messages", type=int, nargs=-1, required=True)
@click.pass_obj
def retry(given: Given, messages: tuple[int, ...]) -> None:
    """Queue MESSAGES, given by their ids, once more."""
    settings, at = given.settings(), now()
    refused = [each for each in messages if not in_one_unit(settings, partial(try_again, message=each, at=at))]
    click.echo(f"{len(messages) - len(refused)} messages are queued again.")
    if refused:
        ids = ", ".join(map(str, refused))
        raise click.ClickException(f"not {ids}: none of these was given up, or it may have arrived twice already.")


def line(parcel: Parcel) -> str:
    """No word of what it says: that is on the ticket, for those who may read it."""
    fate = "may have arrived" if parcel.unknown else "did not arrive"
    about = f" of ticket {parcel.ticket}" if parcel.ticket else ""
    return f"{parcel.id}: a {parcel.weight}{about} by {parcel.chat.channel} {fate} ({parcel.attempt} attempts)"
