"""A service contract: offered before the warranty ends, signed, and offered again before it ends (保养合同, FLT-27, WAR-16).

It stands beside the repairs: the customer is asked, and otherwise sees nothing of it.
"""

from __future__ import annotations

from enum import StrEnum, auto

from core.due import Within, before_the_contract_ends
from core.kinds.kind import Kind
from core.kinds.shared import notes
from core.phrases import Phrase, say
from core.promises import Promise, Side, Step
from core.tickets import Alert, Do, Move, Role, Tell

C, L, D, U, M, K = Role.CUSTOMER, Role.SALES_CLERK, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER, Role.CLOCK


class S(StrEnum):
    ASKED = auto()
    WANTED = auto()  # sales is to call
    RUNNING = auto()
    CLOSED = auto()


NAMES = {
    S.ASKED: say("offered to the customer"),
    S.WANTED: say("with sales"),
    S.RUNNING: say("service contract runs"),
    S.CLOSED: say("no service contract"),
}
OPEN = frozenset({S.ASKED, S.WANTED, S.RUNNING})
SALES = frozenset({L, D, U, M})

OFFER = say(
    "The warranty of your {product} ends on {covered_until}. Shall our sales call you about a service contract?"
)
AGAIN = say(
    "The service contract for your {product} ends on {covered_until}. Shall our sales call you about the next one?"
)
CALL = say("Please call {customer}, {phone}, about a service contract for {product} by {due}. Ticket {number}.")

# fmt: off
MOVES = (
    Move("want_contract", {S.ASKED}, S.WANTED, {C}, label=say("Yes, call me"), stamps="wanted_at",
         effects=(Tell(C, say("Thank you. Our sales will call you about it.")),)),
    Move("no_contract", {S.ASKED}, S.CLOSED, {C}, label=say("No, thank you"),
         effects=(Tell(C, say("Good. Say “unsubscribe” if you want no such messages.")),)),
    Move("lapse", {S.ASKED}, S.CLOSED, {K}, called=say("Not answered in time")),
    Move("to_sales", {S.ASKED}, S.WANTED, {K}, called=say("Passed to sales")),
    Move("sign_contract", {S.WANTED}, S.RUNNING, SALES, label=say("Contract signed"), form="sign_contract",
         effects=(Tell(C, say("Your service contract for {product} runs until {covered_until}. Thank you.")),)),
    Move("not_signed", {S.WANTED}, S.CLOSED, SALES, label=say("No contract")),
    Move("offer_again", {S.RUNNING}, S.ASKED, {K}, called=say("Offered again"), effects=(Tell(C, AGAIN, buttons=True),)),
    Move("end_contract", {S.RUNNING}, S.CLOSED, SALES, label=say("Contract has ended")),
    Move("drop", OPEN, S.CLOSED, {K}, called=say("Not needed any more")),  # the customer asked to be forgotten
    notes(OPEN, L),
)

PROMISES = (
    Promise("contract_answer", say("an answer to the offer"), {S.ASKED}, Within("contract_answer"), reminder=True, steps=(Step(Do("lapse")),)),
    Promise("contract_call", say("sales calls about a service contract"), {S.WANTED}, Within("contract_call"),
            steps=(Step(Tell(L, CALL, buttons=True), Side.AFTER_START),
                   Step(Alert(U, say("{number}: sales has not called {customer}, {phone}, about a service contract within {allowed}."))))),
    Promise("contract_again", say("the next service contract is offered"), {S.RUNNING}, before_the_contract_ends,
            reminder=True, steps=(Step(Do("offer_again")),)),
)
# fmt: on

SERVICE_CONTRACT = Kind(
    "service_contract",
    "V",
    say("Service contract"),
    NAMES,
    MOVES,
    PROMISES,
    internal=True,
    gathers=False,
    outline=(
        say("{customer}, {phone}"),
        Phrase("{address}"),
        say("For: {product}"),
        say("Until: {covered_until}"),
    ),
)
