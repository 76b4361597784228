"""Is it still under warranty, until when, by which rule, and what it costs (WAR-01, WAR-05, WAR-07, WAR-08, FEE-01)."""

from __future__ import annotations

from datetime import date

from core.people import Sale
from core.phrases import Phrase, Value, say
from core.policy import Policy
from core.policy.warranty import Fee
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Cover:
    free: bool | None  # None: nobody can say yet
    why: Phrase
    in_short: Phrase  # for somebody who may not be the buyer: no day from which the purchase could be known
    contract: str = ""  # the number of the service contract that covers it


def cover(sale: Sale | None, policy: Policy, on: date) -> Cover:
    """What the customer is told: covered or not, and by which rule."""
    if sale is None:
        unknown = say("We could not find the purchase. Please keep the receipt at hand; it decides about the cost.")
        return Cover(None, unknown, unknown)
    rules = policy.warranty
    years = rules.years_for(sale.category)
    end = ends_on(sale, policy).isoformat()
    rule = say("{years} years {start}", years=years, start=rules.start_text)
    if on.isoformat() <= end:
        why = say("It is under warranty until {end} ({rule}), so the repair is free.", end=end, rule=rule)
        return Cover(True, why, say("By our records it is under warranty ({rule}), so the repair is free.", rule=rule))
    fee = rules.visit_fee
    text = say("The warranty ended on {end} ({rule}). A visit costs {fee}. {after}")
    short = say("By our records the warranty is over ({rule}). A visit costs {fee}. {after}")
    values: dict[str, Value] = {"rule": rule, "fee": fee, "after": rules.after_text}
    return Cover(False, Phrase(text.key, values | {"end": end}), Phrase(short.key, values))


def under_contract(number: str, until: str) -> Cover:
    """What goes on where the warranty ends (FLT-27)."""
    why = say("Your service contract {number} runs until {until}, so the repair is free.", number=number, until=until)
    return Cover(True, why, say("By our records a service contract runs, so the repair is free."), number)


def ends_on(sale: Sale, policy: Policy) -> date:
    """The last day on which it is covered."""
    rules = policy.warranty
    start = rules.starts_on(sale.bought_on, sale.delivered_on, sale.shipped_on, sale.started_on)
    return last_day(start, rules.years_for(sale.category))


def charge(chargeable: bool | None, policy: Policy) -> Phrase:
    """What whoever goes must know: free, charged by which list (FEE-01), or to be decided by the receipt (DSP-09)."""
    if chargeable is None:
        return say("Warranty unknown: please look at the receipt.")
    if not chargeable:
        return say("Under warranty: free of charge.")
    fees = tuple(each_fee(fee) for fee in policy.warranty.tariff.values())
    visit = say("visit {price}", price=policy.warranty.visit_fee)
    return say("Chargeable: {fees}.", fees=(visit, *fees))


def each_fee(fee: Fee) -> Phrase:
    if fee.price is None:
        return say("{what} {unit}", what=fee.label, unit=fee.unit)
    return say("{what} {price} a {unit}", what=fee.label, price=fee.price, unit=fee.unit)


def last_day(start: date, years: int) -> date:
    """The same day so many years later still counts; 29 February becomes the 28th where there is none."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return start.replace(year=start.year + years, day=28)
