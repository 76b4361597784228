"""What is promised about a quote: that it is written, and how long it holds (FEE-01, FEE-06)."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from core.due import Within
from core.kinds.quote_conditions import office_quotes_first, sales_quotes_first, waits_for_answer
from core.phrases import say
from core.promises import Promise, Side, Step
from core.tickets import Alert, Do, Role, Tell

C, D, L = Role.CUSTOMER, Role.DISPATCHER, Role.SALES_CLERK
START = Side.AFTER_START

TO_QUOTE = say(
    "{number}, {product}, {symptom}: the warranty does not pay. Please write the quote by {due}: nobody goes before the customer agrees."
)
NOT_QUOTED = say("{number}: no quote within {allowed}, and nobody can go.")
REMINDER = say("Do you agree to {quote_total} for {number}, {product}? The quote holds until {quote_until}.")


# fmt: off
def of_quotes(before: AbstractSet[str], opened: AbstractSet[str]) -> tuple[Promise, ...]:
    return (
        Promise("quote_by_sales", say("a quote"), before, Within("quote_written"), until="quote_no", applies=sales_quotes_first,
                steps=(Step(Tell(L, TO_QUOTE, buttons=True), START), Step(Alert(L, NOT_QUOTED)))),
        Promise("quote_by_office", say("a quote"), before, Within("quote_written"), until="quote_no", applies=office_quotes_first,
                steps=(Step(Tell(D, TO_QUOTE, buttons=True), START), Step(Alert(D, NOT_QUOTED)))),
        Promise("quote_answer", say("customer answers the quote"), opened, Within("quote_expires"), applies=waits_for_answer,
                restarts_on={"quote", "withdraw_agreement"}, reminder=True,
                steps=(Step(Tell(C, REMINDER, buttons=True), START, "quote_reminder"), Step(Do("expire_quote")))),
    )
# fmt: on
