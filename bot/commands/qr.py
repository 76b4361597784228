"""`aftercare qr`: codes to print on products and invoices, or to put into the shop window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import click
import segno

from bot.commands.given import Given, in_one_unit, now, shop_of
from bot.commands.telegram import asked
from bot.dialogue.products import kept_of
from bot.settings import Settings
from core.links import Link, new_token

T = TypeVar("T", bound=Callable[..., object])
FORM = "report_fault"  # what a product or an invoice opens
SCALE, MOST_CODES = 8, 100_000


def pictured(_: click.Context, param: click.Parameter, file: Path) -> Path:
    if file.suffix.lower() not in {".svg", ".png"}:
        raise click.BadParameter(f"{file} must end in .svg or .png", param=param)
    return file


FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False), callback=pictured)


def for_a_while(command: T) -> T:
    command = click.option("--uses", type=click.IntRange(1, MOST_CODES), help="So often; left out: always.")(command)
    return click.option("--days", type=click.IntRange(1, MOST_CODES), help="So long; left out: for ever.")(command)


@click.group()
def qr() -> None:
    """Make a picture of a code that opens the chat, with what it is about filled in."""


@qr.command("shop")
@FILE
@click.pass_obj
def shop(given: Given, file: Path) -> None:
    """For the shop window: opens the chat."""
    draw(ways_to(given.settings(), "", file))


@qr.command("product")
@click.argument("category")
@click.argument("name")
@FILE
@for_a_while
@click.pass_obj
def product(given: Given, category: str, name: str, file: Path, days: int | None, uses: int | None) -> None:
    """For the product NAME, of a CATEGORY of the catalogue: reports a fault of it."""
    settings = given.settings()
    known = shop_of(settings).policy.catalogue.categories
    if category not in known:
        raise click.ClickException(f"There is no category {category}; there are {', '.join(known)}.")
    opens(settings, {"product": f"own:{category}:{name.strip()}"}, file, days, uses)


@qr.command("order")
@click.argument("number")
@FILE
@for_a_while
@click.pass_obj
def order(given: Given, number: str, file: Path, days: int | None, uses: int | None) -> None:
    """For the invoice of the order NUMBER: reports a fault of what was bought with it."""
    settings = given.settings()
    bought = in_one_unit(settings, lambda unit: unit.sales.of_order(number))
    if not bought:
        raise click.ClickException(f"Nothing is known of an order {number}: aftercare import-sales")
    answer = kept_of(bought[0]) if len(bought) == 1 else f"key::{number}"
    opens(settings, {"product": answer}, file, days, uses)


@qr.command("ticket")
@click.argument("number")
@FILE
@for_a_while
@click.pass_obj
def ticket(given: Given, number: str, file: Path, days: int | None, uses: int | None) -> None:
    """For the ticket NUMBER: shows its customer how it stands, and nobody else."""
    settings = given.settings()
    found = in_one_unit(settings, lambda unit: unit.tickets.numbered(number.upper()))
    if found is None:
        raise click.ClickException(f"There is no ticket {number}.")
    keep(settings, Link(new_token(), ticket=found.ref, expires_at=until(days), most=uses), file)


def opens(settings: Settings, answers: dict[str, str], file: Path, days: int | None, uses: int | None) -> None:
    keep(settings, Link(new_token(), FORM, answers, expires_at=until(days), most=uses), file)


def until(days: int | None) -> datetime | None:
    return now() + timedelta(days=days) if days else None


def keep(settings: Settings, link: Link, file: Path) -> None:
    """Before it is kept, whatever may be out of reach has answered."""
    ways = ways_to(settings, link.token, file)
    in_one_unit(settings, lambda unit: unit.links.add(link))
    draw(ways)


def ways_to(settings: Settings, token: str, file: Path) -> dict[Path, str]:
    """One picture for each way into the chat."""
    ways = {file: f"{settings.url}/#s={token}" if token else f"{settings.url}/"}
    if settings.telegram_token:
        bot = f"https://t.me/{asked(settings).username}"
        ways[file.with_stem(f"{file.stem}-telegram")] = f"{bot}?start={token}" if token else bot
    return ways


def draw(ways: dict[Path, str]) -> None:
    for picture, address in ways.items():
        segno.make(address, error="m").save(str(picture), scale=SCALE)
        click.echo(f"{picture}: {address}")
