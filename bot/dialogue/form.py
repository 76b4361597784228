"""A conversation, written as the form it fills."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from secrets import token_hex
from typing import Any, ClassVar

from bot.dialogue.answer import Answers
from bot.dialogue.clean import plain
from bot.dialogue.conditions import both, either, no
from bot.dialogue.occasion import Occasion
from bot.dialogue.question import Question, ask
from bot.dialogue.standing import Standing
from bot.envelope import Reply
from core.people import Person
from core.phrases import Phrase, Value
from core.shop import Shop
from core.tickets import Role

__all__ = ["Answers", "AskAgain", "Form", "Question", "ask", "both", "either", "no"]

ENOUGH_FOR_A_SUMMARY = 3
LEAD_IN = re.compile(
    r"(?:please|i want to|i would like to|i need to|can i|我想要|我想|我要|我需要|请帮我|帮我|请|想|要|申请)\s*"
)


class AskAgain(Exception):
    """Raised by `submit`: this answer will not do after all, and `phrase` says why. The others are kept."""

    def __init__(self, question: Question[Any], phrase: Phrase) -> None:
        super().__init__(phrase.key)
        self.question = question
        self.phrase = phrase


class Form(ABC):
    """Subclass it, write the questions in the order they are asked, and say what `submit` does."""

    name: ClassVar[str]  # by which a draft knows its form; the class name in snake_case, unless it is given
    title: ClassVar[Phrase]
    opens_with: ClassVar[tuple[str, ...]] = ()
    roles: ClassVar[frozenset[Role]] = frozenset({Role.CUSTOMER})
    opened_by: ClassVar[str | None] = None  # the action of a ticket whose button opens it; it is then about that ticket
    summary: ClassVar[bool | None] = None  # to be checked before it is sent; None: if it has three questions or more
    menu: ClassVar[bool] = True
    interrupts: ClassVar[bool] = False  # opens over another form, which is kept and goes on afterwards
    hears_anger: ClassVar[bool] = False  # it is about a complaint already: hard words are an answer here
    questions: ClassVar[Mapping[str, Question[Any]]] = {}
    edition: ClassVar[str]  # no other process, and no other class of this name, has the same
    beginning: ClassVar[re.Pattern[str] | None] = None  # of a text that opens it

    def __init_subclass__(cls) -> None:
        fields: dict[str, Question[Any]] = {n: field for n, field in vars(cls).items() if isinstance(field, Question)}
        if clashes := fields.keys() & RESERVED:
            raise TypeError(f"{cls.__name__}: a form has its own {', '.join(clashes)}; call the question otherwise")
        cls.questions = {**cls.questions, **fields}
        cls.beginning = beginning_with(cls.opens_with)
        cls.edition = token_hex(4)
        if "name" not in vars(cls):
            cls.name = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def __init__(self, answers: Answers) -> None:
        self.answers = answers

    @abstractmethod
    def submit(self, occasion: Occasion) -> Reply:
        """Do what the form is for. Runs in the same unit of work as the rest of the turn.

        May raise AskAgain, or Refused, but only before anything was changed: what was done until then stays done.
        """

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:  # noqa: ARG003
        """What can be answered without asking, from the sentence that opened it or from the ticket it is about."""
        return {}

    @classmethod
    def warnings(cls, occasion: Occasion, answers: Answers) -> tuple[Phrase, ...]:  # noqa: ARG003
        """What has to be said before the first question, as it cannot wait for the last one."""
        return ()

    @classmethod
    def in_all(cls, occasion: Occasion, answers: Answers) -> Value:  # noqa: ARG003
        """What the answers come to, read below them before they are sent; nothing for most."""
        return ""

    @classmethod
    def open_to(cls, person: Person) -> bool:
        return not cls.roles.isdisjoint(person.roles)

    @classmethod
    def fits(cls, occasion: Occasion) -> bool:  # noqa: ARG003
        """Its words mean it now; otherwise the next form that they open is meant."""
        return True

    @classmethod
    def offered_by(cls, shop: Shop) -> bool:  # noqa: ARG003
        """Not every shop does everything."""
        return True

    @classmethod
    def in_menu_of(cls, person: Person) -> bool:
        return cls.menu and cls.opened_by is None and cls.open_to(person)

    @classmethod
    def opens(cls, text: str) -> bool:
        """The text is, or begins with, one of the words that open it; a polite beginning does not count."""
        return cls.beginning is not None and cls.beginning.match(plain(text)) is not None

    @classmethod
    def opens_by_itself(cls, text: str) -> bool:
        """The text says nothing more than to open it."""
        said = plain(text)
        words = {plain(word) for word in cls.opens_with}
        return said in words or LEAD_IN.sub("", said, count=1) in words

    @classmethod
    def is_checked(cls, answers: Answers) -> bool:  # noqa: ARG003
        return len(cls.questions) >= ENOUGH_FOR_A_SUMMARY if cls.summary is None else cls.summary

    @classmethod
    def standing(cls, answers: Answers) -> Standing:
        """How far answers have come, all of which are still asked for.

        Whether an open one applies may follow from a later one that is answered already: danger needs no first aid.
        """
        asked = [question for name, question in cls.questions.items() if name in answers or question.applies(answers)]
        unanswered = [place for place, question in enumerate(asked) if question.name not in answers]
        return Standing(answers, tuple(asked), unanswered[0] if unanswered else len(asked))

    @classmethod
    def next_question(cls, answers: Answers) -> Question[Any] | None:
        return cls.standing(answers).next_question()

    @classmethod
    def still_valid(cls, answers: Answers) -> dict[str, str]:
        """The answers today's form still understands and still asks for, in its own order."""
        known = cls.questions
        return cls.still_asked({n: kept for n, kept in answers.items() if n in known and known[n].understands(kept)})

    @classmethod
    def still_asked(cls, answers: Answers) -> dict[str, str]:
        """Those among understood answers whose questions apply after the ones before them, in the form's own order."""
        asked: dict[str, str] = {}
        for name, question in cls.questions.items() if answers else ():
            if name in answers and question.applies(asked):
                asked[name] = answers[name]
        return asked

    @classmethod
    def without_last(cls, answers: Answers) -> dict[str, str]:
        """Take back the answer given just before the open question."""
        last = cls.standing(answers).last
        return {name: kept for name, kept in answers.items() if name != last}

    @classmethod
    def with_answer(cls, answers: Answers, name: str, kept: str) -> Standing:
        """To valid answers. A different answer takes those with it that followed from the earlier one."""
        gone = cls.following(name) if answers.get(name, kept) != kept else frozenset[str]()
        return cls.standing(
            cls.still_asked({other: value for other, value in answers.items() if other not in gone} | {name: kept})
        )

    @classmethod
    def following(cls, name: str) -> frozenset[str]:
        """The questions that follow from this one, directly or not."""
        found = {name}
        for question in cls.questions.values():
            if any(followed.name in found for followed in question.follows):
                found.add(question.name)
        return frozenset(found - {name})


RESERVED = vars(Form).keys() | Form.__annotations__.keys() | {"answers"}


def beginning_with(words: Iterable[str]) -> re.Pattern[str] | None:
    patterns = "|".join(map(pattern_of, map(plain, words)))
    return re.compile(f"(?:{LEAD_IN.pattern})?(?:{patterns})") if patterns else None


def pattern_of(word: str) -> str:
    """A Latin word must end where the word ends, so that "fix" does not open a form for "fixture"."""
    return re.escape(word) + (r"(?![a-z0-9])" if word.isascii() else "")
