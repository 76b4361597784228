"""Something that can be said at any time, whatever form is open."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from bot.dialogue.clean import plain
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.people import STAFF
from core.phrases import Phrase
from core.tickets import Role
from core.values import dataclass

Answer: TypeAlias = Callable[[Occasion, str], Reply]

EVERYBODY = STAFF | {Role.CUSTOMER}
OFFICE = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})
WITH_QUALITY = OFFICE | {Role.QUALITY}


@dataclass(frozen=True, slots=True)
class Handler:
    """`words` call it; what follows the word is handed to `answer`."""

    words: tuple[str, ...]
    answer: Answer
    roles: AbstractSet[Role]
    label: Phrase | None = None  # None: not in the menu
    takes_draft: bool = False  # ends an open form, and is handed what was answered in it
    endings: tuple[str, ...] = ()  # a sentence that ends with one of these calls it as well

    def called_by(self, text: str) -> str | None:
        """What was said after the word; None if something else was said."""
        said = plain(text).removeprefix("/")
        if said in self.words:
            return ""
        for word in self.words if " " in said else ():
            if said.startswith(word + " "):
                return text.strip().removeprefix("/")[len(word) :].strip()
        return text if self.endings and without_marks(said).endswith(self.endings) else None


def without_marks(said: str) -> str:
    """As a sentence ends, however it is marked."""
    return said.rstrip("?？!！。. ")
