"""Persons, their roles, and where they can be reached."""

from __future__ import annotations

from dataclasses import field
from datetime import date, datetime
from decimal import Decimal

from core.phrases import Span, say
from core.tickets import PersonId, Role
from core.values import dataclass, replace

ROLE_NAMES = {
    Role.CUSTOMER: say("customer"),
    Role.TECHNICIAN: say("technician"),
    Role.DISPATCHER: say("dispatcher"),
    Role.SUPERVISOR: say("supervisor"),
    Role.MANAGER: say("manager"),
    Role.SALES_CLERK: say("sales clerk"),
    Role.STORE_KEEPER: say("store keeper"),
    Role.FINANCE: say("finance"),
    Role.QUALITY: say("quality"),
    Role.PRODUCTION: say("production"),
    Role.RESEARCH: say("research"),
}
SPECIALISTS = (
    Role.SALES_CLERK, Role.STORE_KEEPER, Role.FINANCE, Role.QUALITY, Role.PRODUCTION, Role.RESEARCH,
)  # fmt: skip
STAFF = frozenset({Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER, *SPECIALISTS})


@dataclass(frozen=True, slots=True)
class Chat:
    """Where a person can be reached: (channel, account, chat) is unique."""

    channel: str
    account: str
    chat: str


@dataclass(frozen=True, slots=True)
class Person:
    """`roles` count only once a supervisor has confirmed them; until then they are `claimed`."""

    id: PersonId
    name: str = ""
    phone: str = ""  # E.164
    language: str = "zh_CN"
    roles: frozenset[Role] = frozenset({Role.CUSTOMER})
    claimed: frozenset[Role] = frozenset()
    badge: str = ""
    skills: frozenset[str] = field(default_factory=frozenset[str])
    zones: frozenset[str] = field(default_factory=frozenset[str])
    crew: str = ""  # the name of the van or crew that he goes with
    phone_is_own: bool = False  # the network vouched for it, or it came with the number of an order sold to it

    @property
    def own_name(self) -> str:
        """As the person gave it: nothing for who asked to be forgotten."""
        return "" if self.name == pseudonym(self.id) else self.name

    def reached_on(self, name: str, phone: str, *, own: bool) -> Person:
        """As he says to be called; `own` if it is proven now that the number is his."""
        return replace(self, name=name, phone=phone, phone_is_own=own or phone == self.own_phone)

    @property
    def own_phone(self) -> str:
        """By which purchases may be shown; a number that was only typed may be anybody's."""
        return self.phone if self.phone_is_own else ""

    @property
    def is_staff(self) -> bool:
        return bool(self.roles & STAFF)


def pseudonym(person: PersonId) -> str:
    """What stands in the history for who asked to be forgotten."""
    return f"customer-{person}"


@dataclass(frozen=True, slots=True)
class Absence:
    """Leave, illness, training: not to be offered a visit then."""

    person: PersonId
    span: Span
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sale:
    """One line of the shop's sales records, from which product and warranty are known."""

    id: int
    order: str
    phone: str
    customer: str
    product: str
    category: str
    model: str
    serial: str
    bought_on: date
    delivered_on: date | None
    address: str
    quantity: int = 1
    price: Decimal | None = None  # of one; None where the records do not say
    made_on: date | None = None
    shipped_on: date | None = None
    started_on: date | None = None  # installed, and put into service
    seller: PersonId | None = None  # the clerk who answers for the account, where one is known


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-time way to join the staff; only the hash of its code is kept."""

    code_hash: str
    role: Role
    made_by: PersonId | None
    expires_at: datetime
    used_by: PersonId | None = None
