"""What the desk needs kept, and how it asks for it. core/storage carries these out; nothing here knows SQL.

Everything is synchronous: a unit of work is pure code and database calls, carried to the database by `Store.run`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum, auto
from typing import Any, Protocol, TypeAlias, TypeVar

from core.links import Link
from core.outcomes import Outcome
from core.people import Absence, Chat, Invitation, Person, Sale
from core.phrases import Span
from core.tickets import Event, PersonId, Ref, Role, Ticket

T = TypeVar("T")
Json: TypeAlias = dict[str, Any]


class Weight(StrEnum):
    """The class of a message: what may be done when nobody knows whether it arrived."""

    ANSWER = auto()  # to what somebody just said; sent at most once more
    CARD = auto()  # replaced by the current card rather than repeated
    NOTICE = auto()  # must be known: sent once more, then shown to the desk
    SURVEY = auto()  # nice to have: never repeated
    ALERT = auto()  # must be known, by staff


@dataclass(frozen=True, slots=True)
class Received:
    """A message in the inbox, as it came."""

    id: int
    chat: Chat
    message_id: str
    sent_at: datetime
    received_at: datetime
    raw: str
    attempts: int = 0
    last: bool = field(default=False, compare=False)  # nothing else of this chat waits behind it


@dataclass(frozen=True, slots=True)
class Conversation:
    """One chat: who is at the other end, and the form being filled in, if any."""

    id: int
    chat: Chat
    person: Person
    draft: Json | None
    gone_at: datetime | None = None  # nobody is there any more: he blocked us, or deleted his account


@dataclass(frozen=True, slots=True)
class Posting:
    """A message to go out. `dedupe` makes the same promise's message unique for ever."""

    chat_id: int
    body: Json  # the drawn Reply: plain words in the person's language
    weight: Weight
    at: datetime
    not_before: datetime | None = None
    expires_at: datetime | None = None
    dedupe: str | None = None
    ticket: Ref | None = None
    cause: str = ""  # correlation id: the inbox row or clock it follows from


@dataclass(frozen=True, slots=True)
class Parcel:
    """A claimed posting on its way out."""

    id: int
    chat_id: int
    chat: Chat
    body: Json
    weight: Weight
    attempt: int  # 1 for the first; also the fence: a late worker's record with an old number changes nothing
    unknown: int  # how many earlier attempts may have arrived
    ticket: Ref | None
    cause: str
    replaces: str  # the network's id of the message whose card this one takes the place of, or ""
    expires_at: datetime | None = None
    stood: Json | None = None  # what that message showed


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that a network holds for us; `source` is the network's name for it, `media` is ours."""

    media: str
    chat_id: int
    chat: Chat
    source: str
    at: datetime
    attempt: int


@dataclass(frozen=True, slots=True)
class Stored:
    """`content` is the hash of what is in the file, and its name."""

    content: str
    mime: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chat as its person sees it after a reload."""

    id: int
    mine: bool
    at: datetime
    body: Json  # a drawn Reply, or for the person's own lines {"raw": ...}
    state: str


@dataclass(frozen=True, slots=True)
class Clock:
    """One step of one promise of one ticket: running towards `due_at`, or paused (due_at None)."""

    promise: str
    step: int
    started_at: datetime
    due_at: datetime | None
    generation: int = 0
    fired_at: datetime | None = None
    ended_at: datetime | None = None  # the promise no longer runs
    kept: bool | None = None  # judged when it ended, by the time of the event
    warning: bool = False  # a step ahead of the due moment: being past it breaks nothing


@dataclass(frozen=True, slots=True)
class DueClock:
    id: int
    ticket: Ref
    clock: Clock


@dataclass(frozen=True, slots=True)
class RaisedAlert:
    """A call for somebody to take care. It climbs a level at `climbs_at` until it is claimed."""

    id: int
    ticket: Ref
    role: Role
    text: Json  # the phrase and its values, so that each reader gets it in his language
    urgent: bool
    level: int
    raised_at: datetime
    climbs_at: datetime | None
    claimed_by: PersonId | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Booking:
    """How many visits the same people (or nobody yet) have at one time; `number` is the ticket of one of them."""

    going: tuple[PersonId, ...]
    kind: str
    span: Span
    visits: int
    number: str


@dataclass(frozen=True, slots=True)
class Taken:
    """How many are going to visits of one kind at one time, each counted once, and how many visits have nobody."""

    kind: str
    span: Span
    leads: int
    waiting: int


class Tickets(Protocol):
    def add(self, ticket: Ticket, letter: str, day: date) -> Ticket:
        """Keep a new ticket and give it its number: `letter`, the day, and the day's running number."""
        ...

    def get(self, ref: Ref) -> Ticket | None: ...
    def numbered(self, number: str) -> Ticket | None: ...

    def save(self, ticket: Ticket) -> Ticket:
        """Keep a changed ticket under the next version. Raises Changed if its version is no longer current."""
        ...

    def note(self, ref: Ref, event: Event) -> None: ...
    def history(self, ref: Ref) -> tuple[Event, ...]: ...
    def open_of(self, customer: PersonId) -> tuple[Ticket, ...]: ...
    def recent_of(self, customer: PersonId, limit: int = 5) -> tuple[Ticket, ...]: ...
    def held_by(self, technician: PersonId) -> tuple[Ticket, ...]:
        """The open tickets to which a technician goes, alone or with others, by visit, then by age."""
        ...

    def visits(self, span: Span) -> tuple[Ticket, ...]:
        """The open tickets whose visit overlaps `span`, with a technician or still without."""
        ...

    def bookings(self, span: Span, but: Ref | None = None) -> tuple[Booking, ...]:
        """The same visits in short, without that of `but`: what a diary shows."""
        ...

    def taken(self, span: Span) -> tuple[Taken, ...]:
        """The same counted by the database, for when there are very many."""
        ...

    def open_now(self, limit: int = 20, after: str = "") -> tuple[Ticket, ...]:
        """Open tickets by number, the page after the number `after`."""
        ...

    def overdue(self, at: datetime, limit: int = 20) -> tuple[Ticket, ...]:
        """Open tickets with a promise broken and not yet kept, longest first."""
        ...

    def similar(self, customer: PersonId, product: str, symptom: str, since: datetime) -> tuple[Ticket, ...]:
        """Tickets of the same customer, product and symptom opened since, newest first (FLT-21)."""
        ...

    def alike(self, product: str, symptom: str, since: datetime, limit: int = 100) -> tuple[Ticket, ...]:
        """Everybody's tickets with this product and symptom opened since, newest first (ESC-06)."""
        ...

    def noted_for_sales(self, since: date, limit: int = 20) -> tuple[Ticket, ...]:
        """Faults of that day or later with a note for sales, the newest first (VIS-25)."""
        ...

    def of_order(self, order: str) -> tuple[Ticket, ...]:
        """All tickets about one sales order, the oldest first."""
        ...

    def opened_since(self, customer: PersonId, since: datetime) -> int: ...


class People(Protocol):
    def get(self, person: PersonId) -> Person | None: ...
    def add(self, person: Person) -> Person:
        """Keep a new person under a new id (the id given is ignored)."""
        ...

    def save(self, person: Person) -> None: ...
    def with_role(self, role: Role) -> tuple[Person, ...]: ...
    def claiming(self) -> tuple[Person, ...]:
        """Those who joined by invitation and wait for a supervisor's confirmation."""
        ...

    def absent(self, span: Span) -> tuple[Absence, ...]: ...
    def add_absence(self, absence: Absence) -> None: ...
    def invite(self, invitation: Invitation) -> None: ...
    def use_invitation(self, code_hash: str, person: PersonId, at: datetime) -> Role | None:
        """The role of an unused, unexpired invitation, which is used up by this; otherwise None."""
        ...

    def erase(self, person: PersonId, pseudonym: str, at: datetime) -> tuple[str, ...]:
        """Forget name, phone, words and pictures of a customer everywhere. Gives the media whose files must go."""
        ...


class Chats(Protocol):
    def open(self, chat: Chat, language: str, *, lock: bool = True) -> Conversation:
        """The conversation at this address; a newcomer becomes a customer. Locked until the unit commits."""
        ...

    def of(self, person: PersonId) -> tuple[Conversation, ...]:
        """Where a person can be reached, the latest used first."""
        ...

    def keep_draft(self, chat_id: int, draft: Json | None, at: datetime) -> None: ...
    def silent(self, since: datetime, limit: int = 100, *, nudged: bool = False) -> tuple[Conversation, ...]:
        """Chats whose draft was last touched before `since`: those with `"nudged": true` in it, or those without."""
        ...

    def bind(self, chat: Chat, person: PersonId) -> None:
        """From now on this address is that person's."""
        ...

    def gone(self, chat_id: int, at: datetime | None) -> bool:
        """Nobody is there any more, or (None) somebody is again. False if that is nothing new."""
        ...

    def move(self, chat: Chat, to: Chat) -> bool:
        """The network calls this chat otherwise now. False if there is no such chat, or one of the new name."""
        ...

    def add_key(self, key_hash: str, chat: Chat, at: datetime) -> None:
        """A secret that lets its holder use a web chat; only its hash is kept."""
        ...

    def by_key(self, key_hash: str) -> Chat | None: ...


class Inbox(Protocol):
    def note(self, messages: Sequence[Received]) -> int:
        """Keep messages (their ids are ignored); repeats change nothing. Gives how many were new."""
        ...

    def waiting(self, limit: int = 500) -> tuple[Chat, ...]:
        """The chats that have an unhandled message, the longest waiting first."""
        ...

    def oldest(self, chat: Chat) -> Received | None: ...
    def handled(self, message: int, at: datetime) -> None:
        """Raises Changed if somebody else has handled it, so that all that was done for it is undone."""
        ...

    def failed(self, message: int, at: datetime, why: str, park_after: int) -> bool:
        """Count a failure. True when the message is parked now, so that the chat can go on."""
        ...


class Outbox(Protocol):
    def put(self, posting: Posting) -> int | None:
        """Queue a message; None when its dedupe key was used before."""
        ...

    def claim(self, at: datetime, lease_until: datetime, limit: int = 30, channel: str = "") -> tuple[Parcel, ...]:
        """Take what is due, in order within each chat; nothing of a chat whose earlier message is still in doubt.

        With `channel` only what goes through that one, so that a channel out of order holds up no other.
        """
        ...

    def record(self, parcel: Parcel, outcome: Outcome, at: datetime, retry_at: datetime | None) -> bool:
        """Write down how an attempt ended. With `retry_at` it is queued again. False if this attempt lost its lease.

        Without: Sent is sent, Absent waits for somebody to come, Unknown stays unknown, the others are given up.
        """
        ...

    def settled(self, parcel: Parcel) -> bool:
        """While this attempt was on its way, the person's page has said that it is shown; or it need not arrive."""
        ...

    def replaced(self, parcel: Parcel, at: datetime) -> None:
        """It was given up, but went out another way: it is not undelivered any more."""
        ...

    def lapsed(self, at: datetime, limit: int = 100) -> tuple[Parcel, ...]:
        """What was claimed and never recorded: attempts whose outcome nobody knows."""
        ...

    def expire(self, at: datetime) -> tuple[Parcel, ...]:
        """Give up what is past its time, and say what that was."""
        ...

    def rest(self, chat: Chat) -> None:
        """Nobody is there: what is queued waits, unless it has its own hour."""
        ...

    def wake(self, chat: Chat) -> None:
        """Somebody is there again: queue what waited for that."""
        ...

    def seen(self, chat: Chat, up_to: int, at: datetime) -> None:
        """The person's page has shown everything up to this id: it is sent."""
        ...

    def lines(self, chat: Chat, after: int, at: datetime, limit: int = 200) -> tuple[Line, ...]:
        """after=0: the latest lines of both sides in order of time. after=n: what the desk said after line n.

        What is to be said only after `at` is not among them.
        """
        ...

    def undelivered(self, limit: int = 50) -> tuple[Parcel, ...]:
        """What was given up or stayed unknown, for the supervisor."""
        ...

    def hold_all(self) -> int:
        """Fence a restored database: nothing leaves until released. Gives how many rows are held."""
        ...

    def release(self, since: datetime | None) -> int: ...


class Clocks(Protocol):
    def of(self, ref: Ref) -> tuple[Clock, ...]: ...
    def keep(self, ref: Ref, clocks: Iterable[Clock]) -> None:
        """Make the stored clocks of a ticket these; a changed due time is a new generation."""
        ...

    def claim(self, at: datetime, limit: int = 100) -> tuple[DueClock, ...]:
        """Clocks that are due, mark none; within the unit no other replica gets them."""
        ...

    def fired(self, clock: DueClock, at: datetime) -> bool:
        """Mark it. False if it has rung or stopped since it was read, or its moment has moved."""
        ...


class Alerts(Protocol):
    def add(self, alert: RaisedAlert) -> RaisedAlert: ...
    def get(self, alert: int) -> RaisedAlert | None: ...
    def save(self, alert: RaisedAlert) -> None: ...
    def climbing(self, at: datetime, limit: int = 100) -> tuple[RaisedAlert, ...]: ...
    def open_of(self, ref: Ref) -> tuple[RaisedAlert, ...]: ...
    def open_now(self, limit: int = 50) -> tuple[RaisedAlert, ...]: ...


class Sales(Protocol):
    def add(self, sales: Sequence[Sale]) -> int:
        """Keep sales (ids are ignored); a line with the same order and model replaces the earlier one."""
        ...

    def get(self, sale: int) -> Sale | None: ...
    def of_phone(self, phone: str, limit: int = 8) -> tuple[Sale, ...]: ...
    def of_order(self, order: str, limit: int = 8) -> tuple[Sale, ...]: ...


class Media(Protocol):
    def add(self, media: str, chat_id: int, mime: str, size: int, at: datetime) -> None:
        """Note that a picture, stored under its content hash, was given in this chat."""
        ...

    def file(self, media: str) -> Stored | None:
        """The file in which it is kept; None if it is not here, or not yet."""
        ...

    def is_kept(self, content: str) -> bool:
        """True if anything needs the file of this name."""
        ...

    def may_see(self, media: str, chat_id: int, person: PersonId) -> bool:
        """True if it was given in this chat, or shown in it, or hangs on a ticket this person may see."""
        ...


class Links(Protocol):
    def add(self, link: Link) -> None: ...
    def get(self, token: str, at: datetime) -> Link | None:
        """The link, while it may be used."""
        ...

    def use(self, token: str, at: datetime) -> Link | None:
        """The same, and one use of it is spent."""
        ...


class Milestones(Protocol):
    def of(self, name: str) -> datetime | None: ...
    def reach(self, name: str, at: datetime) -> None: ...


class Fetches(Protocol):
    def want(self, media: str, chat_id: int, source: str, at: datetime) -> None:
        """Have a file fetched for this chat; one that is here already only becomes known in it."""
        ...

    def claim(self, at: datetime, until: datetime, limit: int) -> tuple[Wanted, ...]:
        """Take what is due. Nobody else gets it before `until`."""
        ...

    def kept(self, wanted: Wanted, file: Stored, size: int, at: datetime) -> bool:
        """It is here. False if nobody wants it any more."""
        ...

    def again(self, wanted: Wanted, due_at: datetime) -> None: ...
    def given_up(self, wanted: Wanted) -> bool:
        """It will never come. False if nobody wants it any more."""
        ...

    def is_coming(self, media: str) -> bool: ...


class Unit(Protocol):
    """One unit of work: everything done through it is kept together, or nothing is."""

    @property
    def tickets(self) -> Tickets: ...
    @property
    def people(self) -> People: ...
    @property
    def chats(self) -> Chats: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def clocks(self) -> Clocks: ...
    @property
    def alerts(self) -> Alerts: ...
    @property
    def sales(self) -> Sales: ...
    @property
    def media(self) -> Media: ...
    @property
    def fetches(self) -> Fetches: ...
    @property
    def links(self) -> Links: ...
    @property
    def milestones(self) -> Milestones: ...


class Store(Protocol):
    """The way to the database."""

    async def run(self, work: Callable[[Unit], T]) -> T:
        """Carry `work` to the database; its result is given out after the commit. What it raises undoes it."""
        ...

    async def close(self) -> None: ...
