"""`aftercare import-sales`: the shop's sales records, from which product and warranty are known."""

from __future__ import annotations

from pathlib import Path

import click

from bot.commands.given import Given, in_one_unit, now, shop_of
from bot.commands.importing import all_or_nothing
from core.sales_import import Found, read_sales


@click.command("import-sales")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--region", default="CN", show_default=True, help="Of telephone numbers without a country code.")
@click.option("--dry-run", is_flag=True, help="Read everything, keep nothing.")
@click.pass_obj
def import_sales(given: Given, file: Path, region: str, *, dry_run: bool) -> None:
    """Take over sales records from a CSV or XLSX file.

    Needs columns for order, product, category and day of purchase; also knows phone, customer, model, serial number,
    day of delivery, address, quantity and unit price, in Chinese or English. One bad line, and nothing is taken over.
    """
    settings = given.settings()
    shop = shop_of(settings)
    with all_or_nothing(file):
        found = read_sales(file.read_bytes(), shop.policy.catalogue, now().astimezone(shop.zone).date(), region)
    if not dry_run:
        in_one_unit(settings, lambda unit: unit.sales.add(found.sales))
    click.echo(summary(found, dry_run=dry_run))


def summary(found: Found, *, dry_run: bool) -> str:
    sales, done = found.sales, "Could import" if dry_run else "Imported"
    orders, days = {sale.order for sale in sales}, sorted(sale.bought_on for sale in sales)
    lines = [f"{done} {len(sales)} sales of {len(orders)} orders, bought from {days[0]} to {days[-1]}."]
    if unreachable := sum(not sale.phone for sale in sales):
        lines.append(f"{unreachable} have no telephone number: they are found by their order number only.")
    if found.repeated:
        lines.append(f"{found.repeated} lines said what an earlier one had said.")
    if found.ignored:
        lines.append(f"Columns not read: {', '.join(found.ignored)}.")
    return "\n".join(lines)
