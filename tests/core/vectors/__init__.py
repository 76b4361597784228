"""Working-time questions with the answers other desks give, as numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict, cast


class _Vectors(TypedDict):
    calendars: dict[str, dict[str, object]]
    questions: list[dict[str, object]]


_SLA = cast("_Vectors", json.loads(Path(__file__).with_name("sla.json").read_text(encoding="utf-8")))
CALENDARS = _SLA["calendars"]
QUESTIONS = _SLA["questions"]
