"""What is said where a file cannot be taken over."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import click

from core.sales_import import BadLines, NoTable


@contextmanager
def all_or_nothing(file: Path) -> Generator[None]:
    """One bad line, and nothing is imported. Raises click.ClickException."""
    try:
        yield
    except NoTable as no:
        raise click.ClickException(f"{file}: {no}. Nothing was imported.") from None
    except BadLines as bad:
        for each in bad.bad:
            click.echo(f"{file}: {each}", err=True)
        raise click.ClickException(f"{len(bad.bad)} values are wrong. Nothing was imported.") from None
