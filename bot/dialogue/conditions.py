"""When a question applies, judged by the answers that are kept already."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from bot.dialogue.answer import Answers

Condition: TypeAlias = Callable[[Answers], bool]


def both(*conditions: Condition) -> Condition:
    return lambda answers: all(condition(answers) for condition in conditions)


def either(*conditions: Condition) -> Condition:
    return lambda answers: any(condition(answers) for condition in conditions)


def no(condition: Condition) -> Condition:
    return lambda answers: not condition(answers)
