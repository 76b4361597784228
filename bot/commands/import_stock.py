"""`aftercare import-stock`: what the store has, so that contracts are looked up by themselves (ORD-03)."""

from __future__ import annotations

from pathlib import Path

import click

from bot.commands.given import Given, in_one_unit, now
from core.sales_import import BadLines, NoTable
from core.sales_import.stock import Counted, read_stock


@click.command("import-stock")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Read everything, keep nothing.")
@click.pass_obj
def import_stock(given: Given, file: Path, *, dry_run: bool) -> None:
    """Take over a count of the store from a CSV or XLSX file.

    Needs columns for model and quantity; also knows the product. Count all that is in the house or on a van, also what
    is set aside for contracts. What the file does not name stays as it was. One bad line, and nothing is taken over.
    """
    settings = given.settings()
    try:
        found = read_stock(file.read_bytes(), now())
    except NoTable as no:
        raise click.ClickException(f"{file}: {no}. Nothing was imported.") from None
    except BadLines as bad:
        for each in bad.bad:
            click.echo(f"{file}: {each}", err=True)
        raise click.ClickException(f"{len(bad.bad)} values are wrong. Nothing was imported.") from None
    if not dry_run:
        in_one_unit(settings, lambda unit: unit.stock.count(found.stock))
    click.echo(summary(found, dry_run=dry_run))


def summary(found: Counted, *, dry_run: bool) -> str:
    done, pieces = "Could import" if dry_run else "Imported", sum(each.there for each in found.stock)
    ignored = f"\nColumns not read: {', '.join(found.ignored)}." if found.ignored else ""
    return f"{done} {len(found.stock)} models, {pieces} pieces.{ignored}"
