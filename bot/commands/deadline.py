"""`aftercare deadline`: questions about working time, in JSON, one a line."""

from __future__ import annotations

import sys

import click

from core.worktime.deadline_questions import answer_line


@click.command()
def deadline() -> None:
    """Answer questions about working time: JSON lines in, JSON lines out."""
    for line in sys.stdin.buffer:
        question = line.decode("utf-8-sig", "replace").strip()
        if question:
            sys.stdout.write(answer_line(question) + "\n")
            sys.stdout.flush()
