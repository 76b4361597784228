"""An analysis as it is kept: the same period gives the same figures, whatever becomes of its tickets (CMP-13)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from core.ledgers.entry import Period
from core.phrases import Phrase, Value
from core.policy.bilingual import Bilingual
from core.ports import Json
from core.reports.analysing import Case
from core.reports.complaint_report import Compared, Greeted, Report
from core.tickets import PersonId


def as_json(report: Report) -> Json:
    return {
        "greeted": [report.greeted.number, report.greeted.in_time],
        "earlier": [report.earlier.first.isoformat(), report.earlier.last.isoformat()],
        "lines": [
            {
                "section": line.section.key,
                "label": worded(line.label),
                "cases": listed(line.cases),
                "before": listed(line.cases_before),
            }
            for line in report.lines
        ],
    }


def as_report(period: Period, body: Mapping[str, Any]) -> Report:
    lines = (
        Compared(Phrase(line["section"]), said(line["label"]), cases(line["cases"]), cases(line["before"]))
        for line in body["lines"]
    )
    first, last = (datetime.fromisoformat(day).date() for day in body["earlier"])
    return Report(period, Period(first, last), tuple(lines), Greeted(*body["greeted"]))


def worded(label: Value) -> Json | str:
    """As it is said in each language, should the policy name it otherwise later."""
    if isinstance(label, Phrase):
        return {"key": label.key}
    if isinstance(label, Bilingual):
        return {"zh": label.zh, "en": label.en}
    return str(label)


def said(label: Mapping[str, str] | str) -> Value:
    if isinstance(label, str):
        return label
    return Phrase(label["key"]) if "key" in label else Bilingual(zh=label["zh"], en=label["en"])


def listed(found: Iterable[Case]) -> list[list[Any]]:
    return [[case.number, case.at.isoformat(), case.product, case.about] for case in found]


def cases(written: Iterable[tuple[str, str, str, int | None]]) -> tuple[Case, ...]:
    return tuple(
        Case(number, datetime.fromisoformat(at), product, PersonId(about) if about else None)
        for number, at, product, about in written
    )
