"""Tickets as lines and as a card with their history."""

from __future__ import annotations

from bot.dialogue.occasion import Occasion
from core.kinds import kind_named
from core.phrases import Phrase, above, say
from core.tickets import Ticket
from core.wording import Scene, fill, name_of

LINE = say("{number}, {product}: {state}. {visit}.")
HEAD = say("{number}: {product}, {symptom}\n{state}\n{visit}\n{technician}\n{words}")


def line(occasion: Occasion, ticket: Ticket) -> Phrase:
    return fill(LINE, scene(occasion, ticket))


def card(occasion: Occasion, ticket: Ticket) -> Phrase:
    """Where it stands, and everything that happened to it: the timeline is the audit trail."""
    events = occasion.desk.unit.tickets.history(ticket.ref)
    setting = scene(occasion, ticket)
    steps = (
        say(
            "{at} {who}: {action}",
            at=e.at,
            who=name_of(setting, e.who) if e.who else say("the desk"),
            action=deed(ticket, e.action),
        )
        for e in events
    )
    return above((fill(HEAD, setting), *steps))


def deed(ticket: Ticket, action: str) -> Phrase:
    """What the timeline calls a move."""
    rows = (row for row in kind_named(ticket.kind).moves if row.action == action)
    return next((row.label or row.called for row in rows if row.label or row.called), None) or say("Reported")


def scene(occasion: Occasion, ticket: Ticket) -> Scene:
    return Scene(occasion.desk.unit, occasion.desk.shop, occasion.at, ticket)
