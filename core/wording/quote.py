"""Of a quote: what it is for, its lines, and how it stands."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from core.kinds.quote_conditions import is_agreed, quoted, waits_for_answer
from core.phrases import Phrase, Value, above, say
from core.promises import allowance
from core.wording.scene import Scene
from core.wording.values import Place, fact

LINES = {"labour": say("Labour"), "parts": say("Parts"), "travel": say("Travel")}


def quote_lines(scene: Scene) -> Value:
    """What costs nothing is left out; without a list of prices each is at cost (WAR-09)."""
    at_cost = scene.shop.policy.warranty.after == "actual_cost"
    line = say("– {what}, at cost: {amount}") if at_cost else say("– {what}: {amount}")
    found = [(LINES[name], Decimal(str(amount))) for name, amount in scene.ticket.facts.get("quote", {}).items()]
    return above(Phrase(line.key, {"what": what, "amount": amount}) for what, amount in found if amount)


def quote_until(scene: Scene) -> Value:
    since = scene.ticket.facts.get("quoted_at")
    return scene.shop.reach(datetime.fromisoformat(since), allowance(scene.shop, "quote_expires")) if since else ""


def quote_standing(scene: Scene) -> Value:
    """What is said to an answer that comes too late, or to an earlier quote."""
    total = quoted(scene.ticket)
    if is_agreed(scene.ticket):
        return say("{total} is agreed.", total=total)
    if waits_for_answer(scene.ticket):
        return say("That was an earlier quote. What holds now is {total}: please answer that one.", total=total)
    return say("The quote holds no more. You will hear of it when there is a new one.")


def agreed_cost(scene: Scene) -> Value:
    """What whoever goes must know, once there is a quote; nothing before that."""
    total = quoted(scene.ticket)
    if is_agreed(scene.ticket):
        return agreed_to(total)
    if waits_for_answer(scene.ticket):
        return say("Quoted: {total}. The customer has not agreed yet.", total=total)
    return ""


def agreed_to(total: Decimal) -> Value:
    return say("Agreed with the customer: {total}.", total=total) if total else say("It costs the customer nothing.")


QUOTE: tuple[Place, ...] = (
    ("quote_for", fact("quote_for")),
    ("quote_lines", quote_lines),
    ("quote_total", lambda scene: quoted(scene.ticket)),
    ("quote_until", quote_until),
    ("quote_standing", quote_standing),
)
