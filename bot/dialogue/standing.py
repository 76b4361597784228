"""How far a form has been filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.dialogue.question import Question
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """The answers that are still asked for, all questions that apply, and how many are answered before the open one."""

    answers: Mapping[str, str]
    asked: tuple[Question[Any], ...]
    done: int

    def next_question(self) -> Question[Any] | None:
        """The first one without an answer. The draft stores no position."""
        return self.asked[self.done] if self.done < len(self.asked) else None

    @property
    def last(self) -> str | None:
        """What was answered just before the open question, or before the summary is shown."""
        return self.asked[self.done - 1].name if self.done else None

    @property
    def step(self) -> tuple[int, int]:
        """Where the open question stands: (2, 7) is the second of seven."""
        return min(self.done + 1, len(self.asked)), len(self.asked)
