"""`aftercare report`: what was counted over a period, in words and as a spreadsheet."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import click

from bot.commands.export import DAY, MONTH
from bot.commands.given import Given, in_one_unit, shop_of
from bot.dialogue.words import Words
from bot.printing.chart import chinese_face, picture
from bot.printing.report_sheet import workbook
from core.ledgers.entry import Period
from core.reports.analysing import month_of
from core.reports.complaint_report import Report, summary
from core.reports.report_record import as_report
from core.shop import Shop

Command = TypeVar("Command", bound=Callable[..., None])
OPTIONS = (
    click.option("--month", type=MONTH, help="As 2026-10."),
    click.option("--from", "first", type=DAY, help="First day of any other period, with --to."),
    click.option("--to", "last", type=DAY, help="Last day, itself included."),
    click.option("--folder", type=click.Path(path_type=Path, file_okay=False, exists=True), required=True),
    click.option("--language", type=click.Choice(["zh_CN", "en"]), default="zh_CN", show_default=True),
)


def of_a_period(command: Command) -> Command:
    """The options that every report has."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


@click.group()
def report() -> None:
    """Count what happened over a period."""


@report.command()
@of_a_period
@click.pass_obj
def complaints(
    given: Given, month: datetime | None, first: datetime | None, last: datetime | None, folder: Path, language: str
) -> None:
    """Analyse the complaints of a period: number, types, causes, results and time kept, by product and department.

    Writes a text, a picture, and a spreadsheet with the cases of every figure. The desk may be running meanwhile.
    """
    write(given, "complaints", meant(month, first, last), folder, language)


@report.command()
@of_a_period
@click.pass_obj
def faults(
    given: Given, month: datetime | None, first: datetime | None, last: datetime | None, folder: Path, language: str
) -> None:
    """Analyse the faults of a period for research and production: product, fault, cause, and what came back.

    Writes a text, a picture, and a spreadsheet with the cases of every figure. The desk may be running meanwhile.
    """
    write(given, "faults", meant(month, first, last), folder, language)


def write(given: Given, what: str, period: Period, folder: Path, language: str) -> None:
    settings = given.settings()
    shop = shop_of(settings)
    kept = in_one_unit(settings, lambda unit: unit.reports.kept(period.first, period.last))
    known = as_report(period, kept.body) if kept and what == "complaints" else None
    made = known or asyncio.run(read(settings.database, what, period, shop))
    words = Words(language, shop.zone, shop.policy.shop.currency)
    name = f"{what}-{period.first}-{period.last}"
    workbook(made, words, folder / f"{name}.xlsx")
    drawn(made, words, folder / f"{name}.png")
    text = words(summary(made))
    (folder / f"{name}.txt").write_text(text + "\n", "utf-8")
    click.echo(text)


def meant(month: datetime | None, first: datetime | None, last: datetime | None) -> Period:
    if month and not first and not last:
        return month_of(month.year, month.month)
    if first and last and not month and first <= last:
        return Period(first.date(), last.date())
    raise click.UsageError("Give either --month, or --from and a --to that is no earlier.")


async def read(url: str, what: str, period: Period, shop: Shop) -> Report:
    from core.storage.registers import open_registers  # noqa: PLC0415 - half a second
    from core.storage.reports import complaints_of, faults_of  # noqa: PLC0415

    registers = open_registers(url)
    try:
        count = faults_of if what == "faults" else complaints_of
        return await count(registers, period, shop)
    finally:
        await registers.close()


def drawn(made: Report, words: Words, file: Path) -> None:
    if not words.language.startswith("en") and not chinese_face():
        click.echo(
            "No font with Chinese signs was found (Noto Sans CJK has them): the picture is in English.", err=True
        )
        words = Words("en", words.zone, words.currency)
    picture(made, words).save(file)
