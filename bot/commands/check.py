"""`aftercare check`: whether everything is there that the desk needs."""

from __future__ import annotations

from collections.abc import Iterable

import click

from bot.commands.findings import ESSENTIAL, Finding, examine
from bot.commands.given import Given


@click.command()
@click.pass_obj
def check(given: Given) -> None:
    """Look at everything the desk needs, one line each."""
    report(examine(given, ESSENTIAL))


def report(findings: Iterable[Finding]) -> None:
    """Ends with exit code 1 if anything is wrong."""
    well = True
    for each in findings:
        click.echo(str(each))
        well = well and each.well
    if not well:
        raise click.exceptions.Exit(1)
