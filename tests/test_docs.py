"""What is written about the code is true of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs import rulebook, states

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


def test_the_rulebook_page_says_what_the_code_and_the_tests_say() -> None:
    assert rulebook.PAGE.read_text("utf-8") == rulebook.page(), "run `make docs`"


def test_every_rule_that_is_carried_out_has_a_module_and_a_test() -> None:
    """A number in a policy is not enough, nor a test that the number is that."""
    code, shown = rulebook.modules(), rulebook.tests()
    kept = [number for number, rule in rulebook.rules().items() if rule.is_carried_out]
    assert [number for number in kept if not any(path.endswith(".py") for path in code[number])] == []
    assert [number for number in kept if not shown[number] - rulebook.ONLY_NUMBERS] == []


def test_no_mark_and_no_mention_is_of_a_rule_that_the_page_does_not_have() -> None:
    assert rulebook.tests().keys() | rulebook.modules().keys() <= rulebook.rules().keys()


def test_the_systems_of_faults_and_complaints_are_there_as_a_whole() -> None:
    whole = {
        "FLT": range(1, 32),
        "DSP": (*range(1, 10), 14),
        "VIS": range(1, 26),
        "ESC": range(1, 8),
        "CMP": range(1, 26),
        "CAP": range(1, 10),
        "RTN": range(1, 12),
        "SUG": range(1, 11),
    }
    wanted = {f"{area}-{number:02}" for area, numbers in whole.items() for number in numbers}
    assert {number for number in rulebook.rules() if number[:3] in whole} == wanted


def test_a_rule_is_carried_out_or_says_why_not() -> None:
    for number, rule in rulebook.rules().items():
        assert rule.rule, number
        assert not (rule.people and rule.later), number
        assert rule.is_carried_out or not (rule.missing or rule.reminder), number
