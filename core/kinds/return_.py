"""Goods come back: judged by the rule, collected, checked, paid back or replaced (退换货, RTN-07..11)."""

from __future__ import annotations

from enum import StrEnum, auto

from core.due import Within
from core.kinds.kind import Kind, Pledge
from core.kinds.shared import adds_words, asks_departments, asks_for_a_person, hurries, notes, writes
from core.kinds.signing import both_sign, is_joint, signed_by_both
from core.kinds.visit_promises import human
from core.phrases import say
from core.promises import Promise, Side, Step
from core.tickets import Alert, Move, Role, Tell, Ticket

C, D, Q, U, M = Role.CUSTOMER, Role.DISPATCHER, Role.QUALITY, Role.SUPERVISOR, Role.MANAGER
STORE, FINANCE = Role.STORE_KEEPER, Role.FINANCE
START = Side.AFTER_START


class S(StrEnum):
    NEW = auto()
    SIGNING = auto()  # decided, and another one is to sign
    COLLECTING = auto()
    CHECKING = auto()
    SETTLING = auto()
    CLOSED = auto()
    CANCELLED = auto()


NAMES = {
    S.NEW: say("return being judged"),
    S.SIGNING: say("decided, to be signed"),
    S.COLLECTING: say("goods being collected"),
    S.CHECKING: say("goods in the warehouse, being checked"),
    S.SETTLING: say("refund or replacement under way"),
    S.CLOSED: say("closed"),
    S.CANCELLED: say("withdrawn"),
}
OPEN = frozenset(S) - {S.CLOSED, S.CANCELLED}
WANTS = {"money": say("the money back"), "another": say("another one")}
PRICE_CASES = {
    "paid": say("the price that was paid, with its discount"),
    "today": say("the price of today, as it is seasonal and late"),
    "original": say("the original price, as it was our fault"),
}


def wants_money(ticket: Ticket) -> bool:
    return ticket.facts.get("wants") == "money"


def quality_chooses(ticket: Ticket) -> bool:
    """The table of defects leaves it open, as with hammers that come unglued (WAR-13)."""
    return ticket.facts.get("rule") == "defects" and ticket.facts.get("by_the_rule") is None


def is_for_the_store(ticket: Ticket) -> bool:
    return ticket.state in {S.CHECKING, S.SETTLING} and (ticket.state == S.CHECKING or wants_another(ticket))


def is_for_finance(ticket: Ticket) -> bool:
    return ticket.state == S.SETTLING and wants_money(ticket)


def wants_another(ticket: Ticket) -> bool:
    return not wants_money(ticket)


SETTLE = say("Return {number} is as described. {customer} gets {wants}. {refund} Due {due}.")
APPROVED = (
    Tell(C, say("Your return {number}, {product}, is approved. Rule: {rule}. You get {wants}. {refund}\nWe collect it by {collect_by}.")),
)  # fmt: skip
REFUSED = (
    Tell(C, say("We cannot take {product} back ({number}): {reason}\nRule: {rule}. We gladly repair it: say “repair”. "
                "Or say “person”, and somebody talks it over with you.")),
)  # fmt: skip
LATE = say("Return {number}: not settled within {allowed}.")

# fmt: off
MOVES = (
    # -- judged (RTN-01..06, RTN-09)
    Move("approve_return", {S.NEW}, S.SIGNING, {Q, U, M}, label=say("Approve"), form="approve_return", only_if=is_joint),
    Move("approve_return", {S.NEW}, S.COLLECTING, {Q, U, M}, effects=APPROVED),
    Move("refuse_return", {S.NEW}, S.SIGNING, {Q, U, M}, label=say("Refuse"), form="refuse_return", only_if=is_joint),
    Move("refuse_return", {S.NEW}, S.CLOSED, {Q, U, M}, effects=REFUSED),
    *signed_by_both(S.SIGNING, S.COLLECTING, S.CLOSED, APPROVED, REFUSED),
    Move("ask_report", {S.NEW}, None, {U, M}, label=say("Ask for the report"),
         effects=(Tell(C, say("For {number} we need the quality inspection report. Please send a photo of it.\nRule: {rule}."), buttons=True),)),
    # -- warehouse, transport and finance do their part (RTN-07)
    Move("collected", {S.COLLECTING}, S.CHECKING, {D, U, M}, label=say("Collected"), stamps="collected_at",
         effects=(Tell(C, say("We have {product} now ({number}). It is checked, then you get {wants}.")),)),
    Move("as_described", {S.CHECKING}, S.SETTLING, {STORE, D, U, M}, label=say("As described"), stamps="checked_at"),
    Move("not_as_described", {S.CHECKING}, S.NEW, {STORE, D, U, M}, label=say("Not as described"), form="not_as_described", counts="sent_back",
         effects=(Alert(U, say("{number}: {product} is not as described: {reason} Please judge it again and talk to {customer}, {phone}.")),
                  Tell(C, say("We have checked {product} ({number}): {reason} The supervisor talks to you.")))),
    Move("paid_back", {S.SETTLING}, S.CLOSED, {FINANCE, U, M}, label=say("Paid back"), shown=wants_money, stamps="settled_at",
         effects=(Tell(C, say("{refund} are paid back for {product}. {number} is closed. Thank you for your patience.")),)),
    Move("replaced", {S.SETTLING}, S.CLOSED, {STORE, D, U, M}, label=say("Replaced"), shown=wants_another, stamps="settled_at",
         effects=(Tell(C, say("{product} is replaced. {number} is closed. Thank you for your patience.")),)),
    Move("withdraw", {S.NEW, S.SIGNING, S.COLLECTING}, S.CANCELLED, {C}, label=say("Withdraw"), form="withdraw",
         effects=(Tell(U, say("Return {number} was taken back. {reason}")), Tell(D, say("Return {number} was taken back. {reason}")))),
    # -- others help, and nobody passes the customer around (RTN-07, RTN-08)
    *asks_departments(OPEN, {D, Q, U, M}, Tell(U, say("{number}: a department has answered, and nobody asked on. {answer}"), buttons=True)),
    Move("pass_on", OPEN, None, {Role.CLOCK}, called=say("Handed on to somebody else"), counts="transfers"),
    # -- at any time
    *asks_for_a_person(OPEN),
    *writes(OPEN),
    notes(OPEN),
    hurries(OPEN, U),
    adds_words(OPEN, U),
)

PROMISES = (
    Promise("judged", say("the return is judged"), {S.NEW}, Within("return_decision"),
            steps=(Step(Tell(U, say("Return {number} of {customer}, {phone}: {product}, wants {wants}. {words}\nRule: {rule}. Price: {price_case}."),
                             buttons=True), START),
                   Step(Alert(M, say("Return {number} is not judged within {allowed}."))))),
    Promise("chosen", say("quality chooses what the defect entitles to"), {S.NEW}, Within("return_decision"), applies=quality_chooses, reminder=True,
            steps=(Step(Tell(Q, say("Return {number} of {customer}: {product}, {defect}, wants {wants}. {words}\nPlease choose by {due}: approve it, or "
                                    "refuse it and have it repaired."), buttons=True, beside=U), START),)),
    both_sign(S.SIGNING),
    Promise("collection", say("the goods are collected"), {S.COLLECTING}, Within("return_task"),
            steps=(Step(Tell(D, say("Please have {product} collected from {customer}, {phone}, by {due}. Return {number}."), buttons=True), START),
                   Step(Alert(U, say("Return {number}: nothing collected within {allowed}."))))),
    Promise("warehouse", say("the goods are checked"), {S.CHECKING}, Within("return_task"),
            steps=(Step(Tell(STORE, say("Please check {product} of return {number} by {due}. Told was: {words}"), buttons=True), START),
                   Step(Alert(U, say("Return {number}: not checked within {allowed}."))))),
    Promise("settlement", say("paid back"), {S.SETTLING}, Within("return_task"), applies=wants_money,
            steps=(Step(Tell(FINANCE, SETTLE, buttons=True), START), Step(Alert(M, LATE)))),
    Promise("replacement", say("replaced"), {S.SETTLING}, Within("return_task"), applies=wants_another,
            steps=(Step(Tell(STORE, SETTLE, buttons=True), START), Step(Tell(U, SETTLE, buttons=True, beside=STORE), START), Step(Alert(M, LATE)))),
    human(OPEN),
)
# fmt: on

RETURN = Kind(
    "return",
    "R",
    say("Return"),
    NAMES,
    MOVES,
    PROMISES,
    limits={Q: quality_chooses, STORE: is_for_the_store, FINANCE: is_for_finance},
    pledge=Pledge(
        say("The next step is due {due}."), ("judged", "signed", "collection", "warehouse", "settlement", "replacement")
    ),
    outline=(
        say("{customer}, {phone}"),
        say("{product}: {words}"),
        say("Wants: {wants}"),
        say("Defect: {defect}"),
        say("Rule: {rule}"),
        say("Price: {price_case}"),
        say("Refund: {refund}"),
        say("Responsible: {units}"),
        say("Office: {office}"),
    ),
)
