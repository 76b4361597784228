"""`aftercare export`: a ledger of the service department as a spreadsheet."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import click
from typing_extensions import override

from bot.commands.given import Given, now, set_up, shop_of
from bot.dialogue.words import Words
from core.ledgers import LEDGERS, ledger_named
from core.ledgers.entry import Entry, Ledger, Period
from core.ledgers.workbook import Book, Plain
from core.phrases import Value
from core.reports.complaint_file import REGION
from core.shop import Shop
from core.telephone import dialled, e164
from core.worktime.intervals import FIRST_YEAR, LAST_YEAR

BEGINNING = datetime(2000, 1, 1)  # noqa: DTZ001 - a day, no moment


class Day(click.DateTime):
    """Of the years for which calendars are kept."""

    @override
    def convert(self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        day: datetime = super().convert(value, param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"calendars are kept for the years {FIRST_YEAR} to {LAST_YEAR}", param, ctx)
        return day


DAY, MONTH = Day(["%Y-%m-%d"]), Day(["%Y-%m"])


@click.command()
@click.argument("ledger", type=click.Choice([ledger.name for ledger in LEDGERS]))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--from", "first", type=DAY, help="First day, as 2026-10-01. Otherwise that of this month.")
@click.option("--to", "last", type=DAY, help="Last day, itself included. Otherwise today.")
@click.option(
    "--of", "customer", default="", help="Only the tickets of one customer: his phone number, or one of the numbers."
)
@click.option("--language", type=click.Choice(["zh_CN", "en"]), default="zh_CN", show_default=True)
@click.option("--overwrite", is_flag=True, help="Replace FILE if there is one.")
@click.pass_obj
def export(
    given: Given, ledger: str, file: Path, first: datetime | None, last: datetime | None, customer: str,
    language: str, *, overwrite: bool,
) -> None:  # fmt: skip
    """Write LEDGER as a spreadsheet, FILE.xlsx: the tickets that were opened from one day to another.

    It holds names, numbers and addresses: only you may read the file. The desk may be running meanwhile.
    """
    settings = given.settings()
    shop = shop_of(settings)
    period = days(first or (BEGINNING if customer else None), last, shop)
    if file.suffix.lower() != ".xlsx":
        raise click.ClickException(f"{file}: its name must end in .xlsx. Nothing was written.")
    if file.exists() and not overwrite:
        raise click.ClickException(f"{file} is there already. Use --overwrite to replace it.")
    set_up(settings)
    chosen = ledger_named(ledger)
    words = Words(language, shop.zone, shop.policy.shop.currency)
    count = asyncio.run(exported(settings.database, chosen, period, shop, words, file, customer))
    click.echo(f"{file}: {count} lines of {chosen.title.zh} ({ledger}), {period.first} to {period.last}.")


def days(first: datetime | None, last: datetime | None, shop: Shop) -> Period:
    today = now().astimezone(shop.zone).date()
    period = Period(first.date() if first else today.replace(day=1), last.date() if last else today)
    if period.last < period.first:
        raise click.ClickException(f"{period.last} is before {period.first}. Nothing was written.")
    return period


async def exported(
    url: str, ledger: Ledger, period: Period, shop: Shop, words: Words, file: Path, customer: str = ""
) -> int:
    from core.storage.registers import open_registers  # noqa: PLC0415 - half a second

    registers = open_registers(url)
    try:
        entries = registers.entries(ledger.letter, period)
        return await written(of(customer, entries) if customer else entries, ledger, shop, words, file)
    finally:
        await registers.close()


async def of(customer: str, entries: AsyncIterator[Entry]) -> AsyncIterator[Entry]:
    """Those of whoever has this phone number, or of the customer of the ticket with this number."""
    phone = dialled(customer, REGION)
    wanted = e164(phone) if phone else ""
    known = [entry async for entry in entries]
    who = {entry.ticket.customer for entry in known if entry.ticket.number == customer.strip().upper()}
    for entry in known:
        if entry.ticket.customer in who or (wanted and entry.ticket.facts.get("phone") == wanted):
            yield entry


async def written(entries: AsyncIterator[Entry], ledger: Ledger, shop: Shop, words: Words, file: Path) -> int:
    """How many lines."""
    count = 0
    with Book() as book:
        sheet = book.sheet(ledger.title.zh, (column.heading for column in ledger.columns))
        async for entry in entries:
            sheet.add(plain(column.read(entry, shop), words) for column in ledger.columns)
            count += 1
        book.save(file)
    return count


def plain(value: Value | None, words: Words) -> Plain:
    """As a spreadsheet can reckon with it: moments and money stay what they are."""
    match value:
        case None | int() | Decimal():
            return value
        case datetime():
            return value.astimezone(words.zone).replace(tzinfo=None)
        case _:
            return words(value)
