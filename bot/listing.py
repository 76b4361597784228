"""Tickets as lines and as a card with their history."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from operator import itemgetter

from bot.calls import how_it_went
from bot.dialogue.occasion import Occasion
from core.facts import Facts
from core.kinds import kind_named
from core.kinds.conditions import others_answer_for_it
from core.outline import may_call, outline
from core.phrases import Phrase, Span, Value, above, say
from core.reach import missing_since
from core.tickets import NOTE, Event, PersonId, Role, Ticket
from core.wording import Scene, fill
from core.wording.values import listed_as, name_of

LINE, LINE_WITHOUT_VISIT = say("{number}, {product}: {state}, {visit}"), say("{number}, {product}: {state}")
STOP = say("{visit}: {customer}, {address} {way} ({number}, {state})")
STOP_UNKNOWN = say("{visit}: {area} ({number}, {state})")
# The facts that say why or what.
WORDS = (
    *(
        "reason",
        "note",
        "statement",
        "finding",
        "motive",
        "body",
        "letter",
        "evidence",
        "task",
        "work_change",
        "agreed",
        "repeat",
        "answer",
        "provisional",
        "plan",
        "result",
        "opinion",
        "measure",
        "corrective",
        "preventive",
        "standard",
    ),
    *("added", "correction", "parts", "cause", "done", "comment", "judged_time", "judged_quality", "judgement"),
)


def line(occasion: Occasion, ticket: Ticket) -> Phrase:
    return fill(LINE if ticket.visit else LINE_WITHOUT_VISIT, scene(occasion, ticket))


def called(occasion: Occasion, ticket: Ticket) -> Phrase:
    """On a button, for whoever does not know his numbers by heart."""
    return fill(say("{number} {product}"), scene(occasion, ticket))


def stop(occasion: Occasion, ticket: Ticket) -> Phrase:
    """A visit as a line of the day; who lives where is known once the job is his."""
    return fill(STOP if may_call(ticket) else STOP_UNKNOWN, scene(occasion, ticket))


def card(occasion: Occasion, ticket: Ticket, role: Role) -> Phrase:
    """Where it stands, and everything that happened to it: the timeline is the audit trail."""
    setting, office = scene(occasion, ticket), role not in {Role.CUSTOMER, Role.TECHNICIAN}
    head = say("{number}: {state}, {technician}") if ticket.assignee else say("{number}: {state}")
    about = outline(setting, contact=role is not Role.TECHNICIAN or may_call(ticket), staff=role is not Role.CUSTOMER)
    events = occasion.desk.unit.tickets.history(ticket.ref)
    others = (
        (fill(say("Answers for the cause: {department}"), setting),) if office and others_answer_for_it(ticket) else ()
    )
    steps = [(e.at, step(setting, e, details=office)) for e in events if office or e.action != NOTE]
    calls = how_it_went(occasion, ticket) if office else ()
    line_by_line = (told for _, told in sorted((*steps, *calls), key=itemgetter(0)))
    return above((fill(head, setting), *unreachable(setting, role), *about, *others, *line_by_line))


def unreachable(setting: Scene, role: Role) -> tuple[Phrase, ...]:
    """For whoever has something to tell the customer."""
    since = missing_since(setting.unit, setting.ticket.customer) if role is not Role.CUSTOMER else None
    return (say("Cannot be reached in chat since {since}: please call.", since=since),) if since else ()


def step(setting: Scene, event: Event, *, details: bool) -> Phrase:
    """One line of the timeline; what was said among the staff is for the office alone."""
    who = name_of(setting, event.who) if event.who else say("the desk")
    told = say("{at} {who}: {action}", at=event.at, who=who, action=deed(setting.ticket, event.action))
    about = detail(setting, event) if details else ()
    return say("{step} ({about})", step=told, about=about) if about else told


def deed(ticket: Ticket, action: str) -> Phrase:
    """What the timeline calls a move."""
    rows = (row for row in kind_named(ticket.kind).moves if row.action == action)
    return next((row.label or row.called for row in rows if row.label or row.called), None) or say("Reported")


def detail(setting: Scene, event: Event) -> tuple[Value, ...]:
    """Who was named, for when, and why."""
    facts = event.facts
    named = tuple(name_of(setting, PersonId(facts[who])) for who in ("assignee", "companion") if facts.get(who))
    visit = (Span(*map(datetime.fromisoformat, facts["visit"])),) if facts.get("visit") else ()
    said = (listed_as(word, facts[word], setting.shop, setting.ticket.kind) for word in WORDS if facts.get(word))
    cost = (Decimal(facts["quote_total"]),) if facts.get("quote_total") else ()
    return (*named, *visit, *cost, *distance(facts), *said)


def distance(facts: Facts) -> tuple[Phrase, ...]:
    """How far from the address somebody was when he had arrived."""
    metres = facts.get("metres_away")
    return () if metres is None else (say("{metres} m from the address", metres=int(metres)),)


def scene(occasion: Occasion, ticket: Ticket) -> Scene:
    return Scene(occasion.desk.unit, occasion.desk.shop, occasion.at, ticket)
