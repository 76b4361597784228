"""Is it still under warranty, until when, and by which rule (WAR-01, WAR-02, FEE-01)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.people import Sale
from core.phrases import Phrase, say
from core.policy import Policy


@dataclass(frozen=True, slots=True)
class Cover:
    free: bool | None  # None: nobody can say yet
    why: Phrase


def cover(sale: Sale | None, policy: Policy, on: date) -> Cover:
    """What the customer is told: covered or not, and by which rule."""
    if sale is None:
        return Cover(
            None, say("We could not find the purchase. Please keep the receipt at hand; it decides about the cost.")
        )
    rules = policy.warranty
    end = rules.last_day(sale.category, sale.bought_on, sale.delivered_on).isoformat()
    term = say("{term} from {start}", term=str(rules.term_of(sale.category)), start=rules.start_text)
    if on.isoformat() <= end:
        return Cover(True, say("It is under warranty until {end} ({rule}), so the repair is free.", end=end, rule=term))
    return Cover(
        False, say("The warranty ended on {end} ({rule}). {after}", end=end, rule=term, after=rules.after_text)
    )
