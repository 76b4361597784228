"""One line of a form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Literal, Protocol, Self, TypeAlias, TypeVar, cast, overload

from bot.dialogue.answer import Answer, Answers
from bot.dialogue.conditions import Condition, always
from bot.dialogue.occasion import Occasion
from core.phrases import Value

T = TypeVar("T")
Prompt: TypeAlias = "Value | Callable[[Occasion, Answers], Value]"
Followed: TypeAlias = "tuple[Question[Any], ...]"


class Filled(Protocol):
    """A form with its answers."""

    answers: Answers


class Question(Generic[T]):
    """On the class it is the question; on a filled form it is the answer."""

    name: str

    def __init__(
        self,
        prompt: Prompt,
        accepts: Answer[Any],
        when: Condition | None,
        optional: bool,
        why: Value | None,
        label: Value | None,
        follows: Followed,
    ) -> None:
        self.prompt = prompt
        self.accepts = accepts
        self.applies: Condition = when or always
        self.optional = optional
        self.why = why
        self.label = label
        self.follows = follows

    def __set_name__(self, owner: type[object], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, form: None, owner: type[object]) -> Self: ...
    @overload
    def __get__(self, form: Filled, owner: type[object]) -> T: ...
    def __get__(self, form: Filled | None, owner: type[object]) -> Self | T:
        if form is None:
            return self
        kept = form.answers.get(self.name)
        return self.accepts.recall(kept) if kept else cast("T", None)

    def is_(self, value: T) -> Condition:
        """For `when=`: this question was answered with `value`; None means skipped or not asked."""
        kept = self.kept(value)
        return lambda answers: answers.get(self.name, "") == kept

    def is_not(self, value: T) -> Condition:
        kept = self.kept(value)
        return lambda answers: answers.get(self.name, "") != kept

    def is_in(self, *values: T) -> Condition:
        kept = [self.kept(value) for value in values]
        return lambda answers: answers.get(self.name, "") in kept

    def kept(self, value: T) -> str:
        return "" if value is None else self.accepts.keep(value)

    def understands(self, kept: str) -> bool:
        if not kept:
            return self.optional
        try:
            self.accepts.recall(kept)
        except ValueError:
            return False
        return True

    def put(self, occasion: Occasion, answers: Answers) -> str:
        """The question in words."""
        return occasion.words(self.prompt(occasion, answers) if callable(self.prompt) else self.prompt)

    def called(self, occasion: Occasion, answers: Answers) -> str:
        """Its short name in the summary."""
        return occasion.words(self.label) if self.label else self.put(occasion, answers)


@overload
def ask(
    prompt: Prompt,
    *,
    accepts: Answer[T],
    why: Value | None = None,
    label: Value | None = None,
    follows: Followed = (),
) -> Question[T]: ...
@overload
def ask(
    prompt: Prompt,
    *,
    accepts: Answer[T],
    when: Condition,
    optional: bool = False,
    why: Value | None = None,
    label: Value | None = None,
    follows: Followed = (),
) -> Question[T | None]: ...
@overload
def ask(
    prompt: Prompt,
    *,
    accepts: Answer[T],
    optional: Literal[True],
    why: Value | None = None,
    label: Value | None = None,
    follows: Followed = (),
) -> Question[T | None]: ...
def ask(
    prompt: Prompt,
    *,
    accepts: Answer[Any],
    when: Condition | None = None,
    optional: bool = False,
    why: Value | None = None,
    label: Value | None = None,
    follows: Followed = (),
) -> Question[Any]:
    """A question of a form.

    `when`: it is asked only if this holds for the answers before it. `why`: told to whom asks why. `label`: its name
    in the summary. `follows`: the questions on whose answers its menu depends; when one of them is answered
    differently, this is asked again.
    """
    return Question(prompt, accepts, when, optional, why, label, follows)
