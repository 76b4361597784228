"""What is known to be wrong is told to the owners before they complain, and a date for the repair is fixed (FLT-31)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from core.casework.reporting import Report, facts_of, whereabouts
from core.desk import Desk, role_for
from core.diary import read_diary
from core.dispatch import Need, has_room, room_left, those_able
from core.errors import Refused, SlotTaken
from core.kinds import kind_named
from core.kinds.recall import OPEN, TOLD
from core.news import wants_news
from core.notices import Choosing, Notice
from core.people import Person, Sale
from core.phrases import Phrase, Span, say
from core.reach import missing_since
from core.tickets import Dispatch, PersonId, Ref, Role, Ticket
from core.values import dataclass
from core.warranty import Cover
from core.wording import Scene, fill

MOST = 500  # owners that are told at once
LINES = 2000  # of the sales records
REMEMBERED = timedelta(days=366)  # so long nobody is told the same again
DAYS_SHOWN = 5  # as buttons; the others are chosen in the form
FREE = say("It is free of charge.")


@dataclass(frozen=True, slots=True)
class Found:
    """What is wrong, with whose purchases, and when it can be mended; "" stands for any."""

    product: str
    address: str
    since: date
    until: date
    words: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Owner:
    """`person`: whose own number it is; without one, or not `in_chat`, he is phoned."""

    sales: tuple[Sale, ...]
    person: Person | None
    in_chat: bool


@dataclass(frozen=True, slots=True)
class Owners:
    in_chat: tuple[Owner, ...]
    to_phone: tuple[Owner, ...]
    told: int  # how many know it already

    @property
    def all(self) -> tuple[Owner, ...]:
        return (*self.in_chat, *self.to_phone)


def owners(desk: Desk, found: Found) -> Owners:
    """Each number once, whatever was sold to it. Raises Refused if they are too many."""
    told, homes = told_of(desk, found.words), homes_of(those(desk, found))
    left = [sales for sales in homes if not told.issuperset(sale.id for sale in sales)]
    if len(left) > MOST:
        raise too_many(MOST)
    known = [owner_of(desk, sales) for sales in left]
    return Owners(
        tuple(owner for owner in known if owner.in_chat),
        tuple(owner for owner in known if not owner.in_chat),
        len(homes) - len(left),
    )


def those(desk: Desk, found: Found) -> tuple[Sale, ...]:
    sales = desk.unit.sales.those(found.product, found.address, found.since, found.until, LINES + 1)
    if len(sales) > LINES:
        raise too_many(MOST)
    return sales


def too_many(most: int) -> Refused:
    return Refused(say("These are more than {n} owners. Please say more exactly which ones.", n=most))


def homes_of(sales: Iterable[Sale]) -> list[tuple[Sale, ...]]:
    """By number; of whom there is none, because he asked to be forgotten, nothing is known."""
    homes: dict[str, tuple[Sale, ...]] = {}
    for sale in sales:
        if sale.phone:
            homes[sale.phone] = (*homes.get(sale.phone, ()), sale)
    return list(homes.values())


def told_of(desk: Desk, words: str) -> set[int]:
    """The purchases whose owners are being told of something, or have been told this."""
    today = desk.at.astimezone(desk.shop.zone).date()
    notices = desk.unit.tickets.of_days(kind_named("recall").letter, today - REMEMBERED, today)
    same = (each for each in notices if each.state in OPEN or each.facts.get("words") == words)
    return {sale for each in same for sale in each.facts["sales"]}


def owner_of(desk: Desk, sales: tuple[Sale, ...]) -> Owner:
    found = desk.unit.people.with_phone(sales[0].phone)
    person = found[-1] if found else None
    return Owner(sales, person, person is not None and can_be_told(desk, person))


def can_be_told(desk: Desk, person: Person) -> bool:
    there = desk.unit.chats.of(person.id) and missing_since(desk.unit, person.id) is None
    return bool(there) and wants_news(desk, person)


def tell_owners(desk: Desk, by: Person, found: Found) -> Owners:
    """A ticket for each: whoever is in chat is asked for a date there, the others are for the office to phone."""
    told = owners(desk, found)
    for owner in told.all:
        tell(desk, by, found, owner)
    return told


def tell(desk: Desk, by: Person, found: Found, owner: Owner) -> None:
    latest = owner.sales[-1]
    person = owner.person or desk.unit.people.add(Person(PersonId(0), latest.customer, latest.phone))
    role = Role.SUPERVISOR if Role.SUPERVISOR in by.roles else Role.MANAGER
    place = whereabouts(latest.address, desk.shop.policy)
    ticket = desk.open("recall", person.id, known_of(found, owner) | place, by=(role, by.id))
    if not owner.in_chat:
        desk.act(ticket.ref, "cannot_reach", Role.CLOCK)
        return
    text = fill(TOLD, Scene(desk.unit, desk.shop, desk.at, ticket))
    days = tuple(Choosing(Phrase("{day}", {"day": day}), pressing(ticket, day)) for day in days_for(desk, ticket))
    calm = desk.not_in_quiet_hours(desk.at)
    desk.notices.append(Notice(person, text, ticket, buttons=True, extra=days[:DAYS_SHOWN], not_before=calm))


def pressing(ticket: Ticket, day: date) -> str:
    return f"m:{ticket.ref}:agree_repair:{day:%Y%m%d}"


def known_of(found: Found, owner: Owner) -> dict[str, Any]:
    latest = owner.sales[-1]
    return {
        "product": ", ".join(dict.fromkeys(f"{sale.product} {sale.model}".strip() for sale in owner.sales)),
        "sales": [sale.id for sale in owner.sales],
        "order": latest.order,
        "name": latest.customer,
        "phone": latest.phone,
        "address": latest.address,
        "words": found.words,
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
    }


def days_for(desk: Desk, ticket: Ticket) -> tuple[date, ...]:
    """The days of the notice on which somebody is free."""
    return tuple(dict.fromkeys(window.start.astimezone(desk.shop.zone).date() for window in times_for(desk, ticket)))


def times_for(desk: Desk, ticket: Ticket) -> tuple[Span, ...]:
    """The free visit windows of the days that the notice names."""
    first, last = (midnight(desk, date.fromisoformat(ticket.facts[end])) for end in ("first", "last"))
    earliest = desk.at + desk.shop.policy.visit.notice.time
    windows = [span for span in desk.shop.visit_windows(max(first, desk.at), last) if span.start >= earliest]
    if not windows:
        return ()
    diary, need = read_diary(desk.unit, Span(windows[0].start, windows[-1].end)), Need()
    able = those_able(desk, diary, need)
    return tuple(window for window in windows if has_room(diary, able, window, need))


def midnight(desk: Desk, day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), desk.shop.zone)


def agree(desk: Desk, by: Person, ref: Ref, window: Span) -> Ticket:
    """The repair, with all that is known. Raises SlotTaken, NotAllowed, NotFound."""
    if not room_left(desk, Need(), window):
        raise SlotTaken
    role = role_for(by, desk.seen_by(by, ref), "agree_repair")
    notice = desk.act_as(by, ref, "agree_repair", visit=window)
    repair = desk.open(
        "fault", notice.customer, repair_of(desk, notice, window), visit=window, parent=ref, by=(role, by.id)
    )
    desk.carry_out(Dispatch(), Scene(desk.unit, desk.shop, desk.at, repair))
    return desk.ticket(repair.ref)


def repair_of(desk: Desk, notice: Ticket, window: Span) -> dict[str, Any]:
    facts, sale = notice.facts, desk.unit.sales.get(notice.facts["sales"][-1])
    report = Report(
        product=str(facts["product"]), category=sale.category if sale else "", symptom="", words=str(facts["words"]),
        name=str(facts["name"]), phone=str(facts["phone"]), address=str(facts["address"]), urgent=False, sale=sale,
        proven=True, visit=window,
    )  # fmt: skip
    return facts_of(report, Cover(True, FREE, FREE), desk.shop.policy)
