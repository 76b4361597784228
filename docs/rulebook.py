"""Writes docs/rulebook.md from docs/rules.toml, the code and the tests: `python -m docs.rulebook`."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "rulebook.md"
RULES: dict[str, dict[str, str]] = tomllib.loads((ROOT / "docs" / "rules.toml").read_text("utf-8"))
AREAS = {
    "CHN": "First contact",
    "FLT": "Fault report and repair",
    "DSP": "Dispatch",
    "VIS": "The visit",
    "ESC": "Escalation",
    "SRV": "Satisfaction",
    "WAR": "Warranty",
    "ARC": "Records",
}
ID = re.compile(r"\b([A-Z]{3}-\d{2})\b")
SPAN = re.compile(r"\b([A-Z]{3})-(\d{2})(?:\.\.| to [A-Z]{3}-)(\d{2})\b")


def page() -> str:
    code, shown = modules(), tests()
    head = (
        "# The rulebook\n\nWhich rules of the service department the desk carries out, where, and which tests show it. "
        "Written by `make docs` from `docs/rules.toml`, the rule numbers in the code and the marks of the tests.\n"
    )
    return "\n".join((head, *(section(area, title, code, shown) for area, title in AREAS.items())))


def section(area: str, title: str, code: dict[str, set[str]], shown: dict[str, set[str]]) -> str:
    lines = [f"## {title}\n", "| rule | what it says | how it is carried out | shown by |", "|---|---|---|---|"]
    for number, rule in RULES.items():
        if number.startswith(area):
            said = rule["rule"] + (f" ({rule['form']})" if "form" in rule else "")
            lines.append(f"| {number} | {said} | {how(rule, code[number])} | {names(shown[number])} |")
    return "\n".join((*lines, ""))


def how(rule: dict[str, str], code: set[str]) -> str:
    if reason := rule.get("people"):
        return f"A matter for people. {reason}"
    return f"Later. {rule['later']}" if "later" in rule else names(code)


def names(found: set[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(found))


def is_carried_out(number: str) -> bool:
    return not {"people", "later"} & RULES[number].keys()


def modules() -> dict[str, set[str]]:
    """The files that name a rule, by rule."""
    found: dict[str, set[str]] = defaultdict(set)
    for folder in ("bot", "core", "scheduler"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".toml"):
                for number in mentioned(path.read_text("utf-8")):
                    found[number].add(str(path.relative_to(ROOT)))
    return found


def mentioned(text: str) -> Iterator[str]:
    yield from ID.findall(text)
    for area, first, last in SPAN.findall(text):
        yield from (f"{area}-{number:02}" for number in range(int(first), int(last) + 1))


def tests() -> dict[str, set[str]]:
    """The test files with a mark for a rule, by rule."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for number in marks(ast.parse(path.read_text("utf-8"))):
            found[number].add(path.stem)
    return found


def marks(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="rule"), args=[ast.Constant(value=str(number))]):
                yield number
            case _:
                pass


def unknown(found: dict[str, Any]) -> set[str]:
    return {number for number in found if number[:3] in ("FLT", "DSP", "VIS", "ESC") and number not in RULES}


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
