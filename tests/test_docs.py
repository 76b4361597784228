"""What is written about the code is true of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs import states

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "STYLE.md", *sorted((ROOT / "docs").rglob("*.md"))]
NAMED = re.compile(r"`((?:bot|core|scheduler|tests|docs|benchmarks)/[\w./-]*)`|\]\(([\w./-]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    for named, linked in NAMED.findall(page.read_text("utf-8")):
        there = ROOT / named if named else page.parent / linked
        assert there.exists(), f"{page.name} names {named or linked}"


def test_the_readme_can_be_read_in_one_go() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 120


def test_every_decision_is_one_page_and_they_are_numbered_in_order() -> None:
    decisions = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert [int(page.name[:4]) for page in decisions] == list(range(1, len(decisions) + 1))
    assert all(len(page.read_text("utf-8").splitlines()) <= 40 for page in decisions)


def test_the_states_are_drawn_as_the_tables_are_now() -> None:
    assert states.PAGE.read_text("utf-8") == states.page(), "run `make docs`"
