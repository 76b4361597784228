"""`aftercare stops`: what crews and the store take along on a day, to print."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import Path

import click

from bot.commands.export import DAY
from bot.commands.given import Given, in_one_unit, now, shop_of
from bot.dialogue.words import Words
from bot.printing.chart import chinese_face
from bot.printing.round_sheets import picking_sheet, stop_sheet
from core.moment import Moment
from core.ports import Unit
from core.rounds import Round, rounds_on
from core.shop import Shop


@click.command()
@click.option("--on", "day", type=DAY, required=True, help="As 2026-11-24.")
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False, exists=True), required=True)
@click.option("--language", type=click.Choice(["zh_CN", "en"]), default="zh_CN", show_default=True)
@click.pass_obj
def stops(given: Given, day: datetime, folder: Path, language: str) -> None:
    """Print the stops of each crew on a day, and the goods for the store, as PDF.

    With names, phone numbers and addresses of customers. The desk may be running meanwhile.
    """
    settings = given.settings()
    shop, at = shop_of(settings), now()
    rounds = in_one_unit(settings, partial(planned, shop=shop, at=at, day=day.date()))
    if not rounds:
        click.echo(f"No crew has a delivery on {day.date()}. Nothing was written.")
        return
    words = readable(Words(language, shop.zone, shop.policy.shop.currency))
    name = words(shop.policy.shop.name)
    for number, each in enumerate(rounds, 1):
        stop_sheet(each, words, name, at).save(folder / f"stops-{day.date()}-{number}.pdf")
    picking_sheet(rounds, words, name, at).save(folder / f"goods-{day.date()}.pdf")
    click.echo(f"{folder}: stops {sum(len(each.stops) for each in rounds)}, crews {len(rounds)}.")


def planned(unit: Unit, shop: Shop, at: datetime, day: date) -> tuple[Round, ...]:
    return rounds_on(Moment(unit, shop, at), day)


def readable(words: Words) -> Words:
    if not words.language.startswith("en") and not chinese_face():
        click.echo("No font with Chinese signs was found (Noto Sans CJK has them): the lists are in English.", err=True)
        return Words("en", words.zone, words.currency)
    return words
