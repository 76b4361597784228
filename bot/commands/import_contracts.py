"""`aftercare import-contracts`: the contracts of a day, for the store to look up (ORD-01, ORD-02)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from bot.commands.given import Given, in_one_unit, now, shop_of
from bot.commands.importing import all_or_nothing
from bot.post import Post
from core.casework.contract_files import Unnamed, hand_in_all
from core.desk import Desk
from core.ports import Unit
from core.sales_import.contracts import Contracts, read_contracts
from core.shop import Shop


@click.command("import-contracts")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--seller", default="", help="Name of the colleague who sold them, where the file has no column for it.")
@click.option("--region", default="CN", show_default=True, help="Of telephone numbers without a country code.")
@click.option("--dry-run", is_flag=True, help="Read everything, keep nothing.")
@click.pass_obj
def import_contracts(given: Given, file: Path, seller: str, region: str, *, dry_run: bool) -> None:
    """Hand in the sales contracts of a CSV or XLSX file.

    Needs columns for contract, customer, phone, address, day of the order, product, model, quantity and unit price;
    also knows the day of delivery that is wished for, wishes, category and who sold it. Several lines with the same
    number are one contract. One bad line, and nothing is handed in.
    """
    settings = given.settings()
    shop, at = shop_of(settings), now()
    with all_or_nothing(file):
        found = read_contracts(file.read_bytes(), shop.policy.catalogue, at.astimezone(shop.zone).date(), region)
        if not dry_run:
            in_one_unit(settings, lambda unit: kept(unit, shop, at, found, seller))
    click.echo(summary(found, dry_run=dry_run))


def kept(unit: Unit, shop: Shop, at: datetime, found: Contracts, seller: str) -> None:
    desk = Desk(unit, shop, at, "import")
    try:
        hand_in_all(desk, found.written, seller)
    except Unnamed as nobody:
        raise click.ClickException(f"{nobody} Nothing was imported.") from None
    Post(shop).deliver(unit, desk.notices, at)


def summary(found: Contracts, *, dry_run: bool) -> str:
    done, lines = "Could hand in" if dry_run else "Handed in", sum(len(each.contract.lines) for each in found.written)
    ignored = f"\nColumns not read: {', '.join(found.ignored)}." if found.ignored else ""
    return f"{done} {len(found.written)} contracts with {lines} lines.{ignored}"
