"""What a person is to be told, before it is drawn for him and put into the outbox."""

from __future__ import annotations

from datetime import datetime

from core.people import Person
from core.phrases import Phrase
from core.ports import Weight
from core.tickets import Role, Ticket
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Choosing:
    """A button beyond the moves of the ticket: a technician to assign, an alert to claim."""

    label: Phrase | str
    token: str


@dataclass(frozen=True, slots=True)
class Notice:
    """`text` has its values already; buttons are drawn from the ticket and the role at that moment."""

    to: Person
    text: Phrase
    ticket: Ticket | None = None
    role: Role = Role.CUSTOMER
    buttons: bool = False
    extra: tuple[Choosing, ...] = ()
    weight: Weight = Weight.NOTICE
    not_before: datetime | None = None
    expires_at: datetime | None = None
    dedupe: str | None = None
    form: str = ""  # open this conversation with the notice as its first question
    cause: str = ""
    photos: tuple[str, ...] = ()
