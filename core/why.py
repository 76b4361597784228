"""Why this deadline: the answer to a question that every promise must be able to answer."""

from __future__ import annotations

from datetime import datetime

from core.due import Within, WithinByPlace
from core.phrases import Phrase, Span, Value, above, say
from core.promises import Promise, Run, allowance
from core.shop import Shop
from core.tickets import Ticket
from core.wording.values import length

LISTED = 4  # windows that are written out, besides the last


def why(promise: Promise, run: Run, ticket: Ticket, shop: Shop) -> Phrase:
    """When it is due, by which key of the policy, since when it runs, what was counted and which pauses were not."""
    due = promise.due(ticket, run, shop)
    rule = promise.due
    if isinstance(rule, Within) and ticket.facts.get(rule.extended_by):
        return say("{promise}: {due}, as the customer agreed.", promise=promise.title, due=due or "–")
    if not isinstance(rule, Within | WithinByPlace) or (ticket.visit and due == ticket.visit.end):
        return say("{promise}: {due}, the agreed visit.", promise=promise.title, due=due or "–")
    key = rule.key_for(ticket)
    allowed = say("Policy {key} = {allowed}, since {start}.", key=key, allowed=allowed_by(key, shop), start=run.start)
    pauses = tuple(Span(pause.start, pause.end) for pause in run.pauses)
    taken_off = (say("Without these pauses: {pauses}.", pauses=pauses),) if pauses else ()
    if run.paused_at:
        head = say("{promise}: paused since {paused}.", promise=promise.title, paused=run.paused_at)
        return above((head, allowed, *taken_off))
    head = say("{promise}: {due}.", promise=promise.title, due=due or "–")
    return above((head, allowed, counted(run.start, due, key, shop), *taken_off))


def allowed_by(key: str, shop: Shop) -> Value:
    return length(allowance(shop, key))


def counted(start: datetime, due: datetime | None, key: str, shop: Shop) -> Phrase:
    """The office hours in between, public holidays and closed days left out."""
    if due is None or not allowance(shop, key).working:
        return say("Counted by the clock.")
    spans = tuple(Span(window.start, window.end) for window in shop.office.windows(start, due))
    if len(spans) > LISTED + 1:
        return say("Counted in office hours: {first}, … {last}.", first=spans[:LISTED], last=spans[-1])
    return say("Counted in office hours: {windows}.", windows=spans)
