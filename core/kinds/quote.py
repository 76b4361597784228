"""What the customer agrees to pay before anything is done that the warranty does not pay (FEE-01, FEE-06, WAR-02, WAR-09)."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from core.kinds.quote_conditions import (
    a_quote_for_sales_waits,
    a_quote_waits,
    agreed_to_pay,
    answers_this_quote,
    charges_nothing,
    is_to_be_paid,
    may_cost,
    may_go_there,
    may_quote,
    waits_for_answer,
    waits_for_sales,
)
from core.phrases import Phrase, say
from core.policy import Policy
from core.tickets import Act, Alert, Guard, Move, Role, Tell, Ticket
from core.values import replace

C, T, D, U, M, K = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER, Role.CLOCK
L = Role.SALES_CLERK

# fmt: off
NOT_AGREED = say("The customer of {number} has not agreed to a quote yet.")
QUOTE_FIRST = say("{number} is charged, and the customer has not agreed to a quote. Please write one first; if it comes to 0, it costs nothing.")
STANDING = say("{number}: {quote_standing}")
QUOTED = say("Our quote for {number}, {product}:\n{quote_for}\n{quote_lines}\nIn all {quote_total}\nIt holds until {quote_until}. "
             "Nothing is done before you agree.")
ASKS = say("{customer}, {phone}, asks about the quote for {number}: “{reason}”")
ASKED_OF_YOU = say("The customer asks about the quote for {number}: “{reason}”")
DECLINED = say("The customer of {number} does not agree to {quote_total}: “{reason}” Please quote anew, or have the supervisor close it.")
LAPSED = say("{number}: the customer has not answered the quote of {quote_total}, and it has lapsed. Please call {customer}, {phone}.")


def answers_to_quotes(opened: AbstractSet[str], before: AbstractSet[str]) -> tuple[Move, ...]:
    """The customer may take his word back as long as nobody is on the way."""
    return (
        Move("agree_quote", opened, None, {C}, label=say("Agree to the quote"), shown=waits_for_answer, only_if=answers_this_quote,
             otherwise=STANDING, answers="quote_no", keeps=("quote_total",), stamps="quote_agreed_at",
             effects=(Tell(C, say("Thank you. You have agreed to {quote_total} for {number}.")),
                      Tell(T, say("The customer of {number} has agreed to {quote_total}."), buttons=True),
                      Tell(D, say("The customer of {number} has agreed to {quote_total}.")))),
        *calling(DECLINED, Move("decline_quote", opened, None, {C}, label=say("Do not agree"), form="decline_quote", shown=waits_for_answer,
             keeps=("quote_total",), stamps="quote_over_at",
             effects=(Tell(T, say("The customer of {number} does not agree to the quote: “{reason}” Please do nothing that is charged."), buttons=True),))),
        *calling(ASKS, Move("ask_about_quote", opened, None, {C}, label=say("Ask about the quote"), form="ask_about_quote", shown=waits_for_answer,
             effects=(Tell(T, ASKED_OF_YOU, buttons=True),))),
        Move("withdraw_agreement", before, None, {C}, label=say("Take back my consent"), shown=is_to_be_paid, only_if=agreed_to_pay,
             otherwise=STANDING, keeps=("quote_total",), stamps="quoted_at", clears=("quote_agreed_at",),
             effects=(Tell(C, say("You no longer agree to {quote_total} for {number}. You can still change your mind."), buttons=True),
                      Tell(T, say("The customer of {number} no longer agrees to {quote_total}. Please wait."), buttons=True),
                      Alert(D, say("The customer of {number} no longer agrees to {quote_total}.")))),
        *calling(LAPSED, Move("expire_quote", opened, None, {K}, called=say("Quote not answered"), stamps="quote_over_at",
             effects=(Tell(C, say("Our quote for {number} has lapsed. If you still want the repair, write to us here.")),))),
    )


def quoting(opened: AbstractSet[str], on_site: AbstractSet[str]) -> tuple[Move, ...]:
    return (
        *writing(Move("quote", opened, None, {D, U, M}, shown=may_cost, at_will=True)),
        *writing(Move("quote", opened, None, {L}, shown=waits_for_sales)),
        *writing(Move("quote", on_site, None, {T})),
    )


def calling(told: Phrase, row: Move) -> tuple[Move, ...]:
    """Whoever writes quotes must do something about this one."""
    return tuple(replace(row, only_if=waits, otherwise=STANDING, effects=(*row.effects, Alert(role, told)))
                 for role, waits in ((L, a_quote_for_sales_waits), (D, a_quote_waits)))


def writing(row: Move) -> tuple[Move, ...]:
    """A quote takes the place of the one before it. What comes to nothing needs nobody's consent."""
    row = replace(row, label=say("Quote"), form="quote", counts="quote_no", otherwise=say("The office writes the quote for {number}."))
    return (
        replace(row, only_if=charges_nothing, stamps="quote_agreed_at", clears=("quoted_at", "quote_over_at"),
                effects=(Tell(C, say("{number} costs you nothing: {quote_for}")), Tell(T, say("{number} costs the customer nothing."), buttons=True),
                         Tell(U, say("{who} charges nothing for {number}: {quote_for}")))),
        replace(row, only_if=may_quote, stamps="quoted_at", clears=("quote_agreed_at", "quote_over_at"),
                effects=(Tell(C, QUOTED, buttons=True),
                         Tell(T, say("The customer of {number} has a quote of {quote_total}. Please wait for the answer."), buttons=True))),
    )
# fmt: on


def once_agreed(rows: Iterable[Move]) -> tuple[Move, ...]:
    """Nobody goes there without the customer's consent, where the quote comes before the visit (FEE-06)."""
    return tuple(
        replace(row, only_if=also_agreed(row.only_if), otherwise=NOT_AGREED)
        if row.action in {"set_off", "arrive"}
        else row
        for row in rows
    )


def also_agreed(guard: Guard | None) -> Guard:
    def both(ticket: Ticket, act: Act, policy: Policy) -> bool:
        return may_go_there(ticket, act, policy) and (guard is None or guard(ticket, act, policy))

    return both
