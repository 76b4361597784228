"""Copies of a PostgreSQL database, by the programs that come with it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from sqlalchemy.engine import URL

from core.errors import StorageTrouble


def dump(url: URL, target: Path) -> None:
    """One moment of the database, compressed. Raises StorageTrouble."""
    call("pg_dump", url, "--format=custom", f"--file={target}")
    call("pg_restore", None, "--list", str(target))


def load(source: Path, url: URL) -> None:
    """All of it or nothing, in place of whatever is there. Raises StorageTrouble."""
    call("pg_restore", url, "--clean", "--if-exists", "--no-owner", "--single-transaction", str(source))


def revision_in_dump(source: Path) -> str | None:
    """How far the tables in it are. Raises StorageTrouble."""
    said = call("pg_restore", None, "--data-only", "--table=alembic_version", "--file=-", str(source))
    found = re.search(r"^COPY .*alembic_version .*\n(\w+)$", said, re.MULTILINE)
    return found[1] if found else None


def call(program: str, url: URL | None, *arguments: str) -> str:
    """The password goes by the environment: everybody on the machine can read a command line."""
    found = shutil.which(program)
    if found is None:
        raise StorageTrouble(f"{program} is not installed here; it comes with PostgreSQL's client programs.")
    target = [f"--dbname={address(url)}"] if url else []
    secret = {"PGPASSWORD": url.password} if url and url.password else {}
    done = subprocess.run(  # noqa: S603 - a program of PostgreSQL's, with our own arguments
        [found, *target, *arguments], env=os.environ | secret, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = done.stderr.strip().partition("\n")[0] or f"it ended with {done.returncode}"
        raise StorageTrouble(f"{program} could not do it with {arguments[-1]}: {said}")
    return done.stdout


def address(url: URL) -> str:
    return url.set(drivername="postgresql", password=None).render_as_string()
