"""A kind of ticket: what a paper form of the service department is here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import field
from typing import Any

from core.phrases import Phrase
from core.promises import Promise
from core.tickets import Move, Role, Ticket
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Pledge:
    """What a customer who asks is told of the promises: the words with {due}, and the promises that may be meant."""

    words: Phrase
    promises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    letter: str  # begins the number, as F in F-260118-0042
    title: Phrase
    states: Mapping[Any, Phrase]  # every state and what people call it, the first one first
    moves: tuple[Move, ...]
    promises: tuple[Promise, ...]
    internal: bool = False  # for the office alone: customers do not see it among their tickets
    by_crew: bool = False  # several people go together, rather than one technician
    known_to: AbstractSet[str] = frozenset()  # states in which the technician may see phone and address
    limits: Mapping[Role, Callable[[Ticket], bool]] = field(default_factory=dict[Any, Any])  # a role's part in it
    spoken_for: AbstractSet[str] = frozenset()  # states in which its customer is shown the linked tickets instead
    gathers: bool = True  # what its customer says without a question is added to it
    pledge: Pledge | None = None
    outline: tuple[Phrase, ...] = ()  # the lines of its card, each if all its {places} have something; () is a visit's

    @property
    def first(self) -> str:
        return str(next(iter(self.states)))

    def concerns(self, role: Role, ticket: Ticket) -> bool:
        """Whether this ticket has anything for this role to do."""
        limit = self.limits.get(role)
        return any(role in move.by for move in self.moves) and (limit is None or limit(ticket))
