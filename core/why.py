"""Why this deadline: the answer to a question that every promise must be able to answer."""

from __future__ import annotations

from core.phrases import Phrase, Span, Value, say
from core.promises import Promise, Run, Within, allowance
from core.shop import Shop
from core.tickets import Ticket
from core.wording import length


def why(promise: Promise, run: Run, ticket: Ticket, shop: Shop) -> Phrase:
    """Since when it runs, by which key of the policy, which pauses were taken off, and when it is due."""
    due = promise.due(ticket, run, shop)
    key = promise.due.key if isinstance(promise.due, Within) else promise.name
    values: dict[str, Value] = {"promise": promise.title, "start": run.start, "due": due or "–"}
    if isinstance(promise.due, Within) and promise.due.extended_by and ticket.facts.get(promise.due.extended_by):
        return Phrase(say("{promise}: {due}, as the customer agreed.").key, values)
    allowed = length(allowance(shop, key)) if isinstance(promise.due, Within) else say("the agreed visit")
    pauses = tuple(Span(p.start, p.end) for p in run.pauses)
    if run.paused_at:
        text = say("{promise}: paused since {paused}. Policy {key} = {allowed}, running since {start}.")
        return Phrase(text.key, values | {"paused": run.paused_at, "key": key, "allowed": allowed})
    text = say("{promise}: due {due}. Policy {key} = {allowed}, from {start}, without these pauses: {pauses}.")
    return Phrase(text.key, values | {"key": key, "allowed": allowed, "pauses": pauses or "–"})
