"""What these tests talk about: one shop, a few people, one winter morning."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from core.people import Chat, Person
from core.ports import Conversation, Parcel, Posting, Received, Unit, Weight
from core.tickets import PersonId, Ref, Role, Ticket

NOW = datetime(2026, 1, 18, 9, 30, 0, 123456, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
LI = Chat("web", "shop", "li")
WANG = Chat("web", "shop", "wang")


def message(chat: Chat, message_id: str, raw: str = "{}") -> Received:
    return Received(0, chat, message_id, NOW, NOW, raw)


def someone(unit: Unit, name: str = "王芳", *roles: Role) -> Person:
    held = frozenset(roles or {Role.CUSTOMER})
    return unit.people.add(Person(PersonId(0), name, "+8613800138000", roles=held))


def chat_of(unit: Unit, chat: Chat = LI) -> Conversation:
    return unit.chats.open(chat, "zh_CN")


def ticket(unit: Unit, customer: PersonId, ref: str = "r1", **changes: object) -> Ticket:
    new = Ticket(Ref(ref), "", "fault", "new", customer, NOW, facts={"product": "sofa", "symptom": "leg"})
    return unit.tickets.add(replace(new, **changes), "F", NOW.date())  # type: ignore[arg-type]


def posting(chat_id: int, text: str = "好的", **changes: object) -> Posting:
    return replace(Posting(chat_id, {"text": text}, Weight.ANSWER, NOW), **changes)  # type: ignore[arg-type]


def claim(unit: Unit, at: datetime = NOW, limit: int = 30) -> tuple[Parcel, ...]:
    return unit.outbox.claim(at, at + timedelta(seconds=90), limit)


def texts(parcels: tuple[Parcel, ...]) -> list[str]:
    return [parcel.body["text"] for parcel in parcels]


def put_two(unit: Unit) -> None:
    number = chat_of(unit).id
    unit.outbox.put(posting(number, "first"))
    unit.outbox.put(posting(number, "second"))
