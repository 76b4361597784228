"""Writes docs/rulebook.md from docs/rules.toml, the code and the tests: `python -m docs.rulebook`."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "rulebook.md"
AREAS = {
    "CHN": "First contact",
    "FLT": "Fault report and repair",
    "DSP": "Dispatch",
    "VIS": "The visit",
    "ESC": "Escalation",
    "SRV": "Satisfaction",
    "WAR": "Warranty",
    "DLV": "Delivery",
    "INS": "Installation",
    "FEE": "Fees",
    "ORD": "Orders",
    "ARC": "Records",
    "CMP": "Complaints",
    "CAP": "Corrective and preventive action",
    "RTN": "Returns and exchanges",
    "SUG": "Proposals",
}
HEAD = """\
# The rulebook

Which rules of the service department the desk carries out, where, and which tests show it. Written by `make docs` from
`docs/rules.toml`, the rule numbers in the code and the marks of the tests; do not edit.

A rule is carried out by the code that names it, with the numbers that the shop sets in `core/policies/`. *A reminder*
is said to people at the right moment and ticked by nobody. *Not yet* is what is still missing in a rule that is
otherwise carried out; a *note* says how it is meant here. *A matter for people* no program can do; *later* comes with
another kind of ticket.
"""
ID = re.compile(rf"\b((?:{'|'.join(AREAS)})-\d{{2}})\b")
SPAN = re.compile(r"\b([A-Z]{3})-(\d{2})(?:\.\.| to [A-Z]{3}-)(\d{2})\b")
ONLY_NUMBERS = frozenset(
    {"tests/core/test_policy.py", "tests/core/test_policy_files.py"}
)  # that a value is this or that
Found: TypeAlias = "dict[str, set[str]]"


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of rules.toml. Carried out, unless it is a matter for people or comes later."""

    rule: str
    form: str = ""  # the Chinese name of the paper form
    reminder: bool = False
    missing: str = ""
    note: str = ""
    people: str = ""
    later: str = ""

    @property
    def is_carried_out(self) -> bool:
        return not (self.people or self.later)


def rules() -> dict[str, Rule]:
    return {number: Rule(**entry) for number, entry in tomllib.loads((ROOT / "docs/rules.toml").read_text()).items()}


def page() -> str:
    book, code, shown = rules(), modules(), tests()
    counts = [sum(rule.is_carried_out for rule in book.values()), len(book)]
    told = f"Of the {counts[1]} rules listed here {counts[0]} are carried out."
    sections = (section(title, rows(area, book, code, shown)) for area, title in AREAS.items())
    return "\n".join((HEAD, told, "", *sections))


def section(title: str, lines: Iterator[str]) -> str:
    return "\n".join(
        (f"## {title}\n", "| rule | what it says | carried out by | shown by |", "|---|---|---|---|", *lines, "")
    )


def rows(area: str, book: dict[str, Rule], code: Found, shown: Found) -> Iterator[str]:
    for number, rule in book.items():
        if number.startswith(area):
            said = f"{rule.rule} ({rule.form})" if rule.form else rule.rule
            yield f"| {number} | {said} | {how(rule, code[number])} | {names(shown[number])} |"


def how(rule: Rule, code: set[str]) -> str:
    if rule.people:
        return f"*A matter for people.* {rule.people}"
    if rule.later:
        return f"*Later.* {rule.later}"
    carried_out = names(path for path in code if path.endswith(".py"))
    reminder = "*A reminder.* " if rule.reminder else ""
    missing = f" *Not yet:* {rule.missing}" if rule.missing else ""
    return reminder + carried_out + missing + (f" *Note:* {rule.note}" if rule.note else "")


def names(found: Iterator[str] | set[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(found))


def modules() -> Found:
    """The files that name a rule, by rule."""
    found: Found = defaultdict(set)
    for folder in ("bot", "core", "scheduler"):
        for path in (ROOT / folder).rglob("*.*"):
            if path.suffix in {".py", ".toml"}:
                for number in mentioned(path.read_text("utf-8")):
                    found[number].add(str(path.relative_to(ROOT)))
    return found


def mentioned(text: str) -> Iterator[str]:
    yield from ID.findall(text)
    for area, first, last in SPAN.findall(text):
        yield from (f"{area}-{number:02}" for number in range(int(first), int(last) + 1))


def tests() -> Found:
    """The test files with a mark for a rule, by rule."""
    found: Found = defaultdict(set)
    for path in (ROOT / "tests").rglob("test_*.py"):
        for number in marks(ast.parse(path.read_text("utf-8"))):
            found[number].add(str(path.relative_to(ROOT)))
    return found


def marks(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="rule"), args=[ast.Constant(value=str(number))]):
                yield number
            case _:
                pass


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
