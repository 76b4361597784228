"""When a question applies, judged by the answers that are kept already."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from bot.dialogue.answer import Answers

Condition: TypeAlias = Callable[[Answers], bool]


def always(_: Answers) -> bool:
    return True


def both(one: Condition, other: Condition) -> Condition:
    return lambda answers: one(answers) and other(answers)


def either(*conditions: Condition) -> Condition:
    return lambda answers: any(condition(answers) for condition in conditions)


def no(condition: Condition) -> Condition:
    return lambda answers: not condition(answers)
