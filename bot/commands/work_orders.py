"""`aftercare work-orders`: the repairs of a day on paper, one sheet for each, to be filled in and signed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from bot.commands.export import DAY
from bot.commands.given import Given, in_one_unit, now, shop_of
from bot.commands.stops import readable
from bot.dialogue.words import Words
from bot.printing.order_sheets import order_sheets
from core.moment import Moment
from core.work_orders import orders_on


@click.command(name="work-orders")
@click.option("--on", "day", type=DAY, required=True, help="As 2026-11-24.")
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False, exists=True), required=True)
@click.option("--language", type=click.Choice(["zh_CN", "en"]), default="zh_CN", show_default=True)
@click.pass_obj
def work_orders(given: Given, day: datetime, folder: Path, language: str) -> None:
    """Print the repairs and installations of a day that somebody goes to, as PDF.

    With names, phone numbers and addresses of customers. The desk may be running meanwhile.
    """
    settings = given.settings()
    shop, at = shop_of(settings), now()
    orders = in_one_unit(settings, lambda unit: orders_on(Moment(unit, shop, at), day.date()))
    if not orders:
        click.echo(f"Nobody goes to a repair on {day.date()}. Nothing was written.")
        return
    words = readable(Words(language, shop.zone, shop.policy.shop.currency))
    file = folder / f"work-orders-{day.date()}.pdf"
    order_sheets(orders, words, words(shop.policy.shop.name), at).save(file)
    click.echo(f"{file}: {len(orders)} work orders.")
