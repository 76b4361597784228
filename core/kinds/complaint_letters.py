"""Letters to and from bodies outside: authorities, consumer bodies, who examines something (CMP-10, CMP-24)."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from core.due import Within
from core.kinds.conditions import extension_is_asked
from core.phrases import say
from core.policy import Policy
from core.promises import Promise, Side, Step
from core.tickets import Act, Alert, Move, Role, Tell, Ticket

C, T, D, Q, U, M = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.QUALITY, Role.SUPERVISOR, Role.MANAGER
PARTIES = {
    "examiner": say("Who examines it"),
    "authority": say("An authority"),
    "consumer": say("A consumer body"),
    "contractor": say("A contractor"),
    "property": say("Property management"),
}
SIDES = {"ours": say("We have written"), "theirs": say("They have written")}

WRITTEN = say("{number}, {body}: {letter}")
EXAMINED = say(
    "{body} is to look into {number} as well, with a report by {letter_due}.\nMay we have until {extension} for our answer?"
)


def asks_for_time(ticket: Ticket, act: Act, _: Policy) -> bool:
    """The report comes later than our answer was promised for."""
    return "extension_asked" in act.facts and not extension_is_asked(ticket)


def asks_for_an_answer(_: Ticket, act: Act, __: Policy) -> bool:
    return bool(act.facts.get("letter_due"))


def is_to_be_answered(ticket: Ticket) -> bool:
    return bool(ticket.facts.get("letter_due"))


# fmt: off
def exchanges_letters(states: AbstractSet[str]) -> tuple[Move, ...]:
    """Each is a line of the timeline; the last one that asks for an answer has a date."""
    told = (Tell(T, WRITTEN, buttons=True), Tell(U, WRITTEN))
    row = Move("letter", states, None, {T, D, Q, U, M}, label=say("Letters outside"), form="exchange_letter", at_will=True, counts="letters",
               only_if=asks_for_time, effects=(*told, Tell(C, EXAMINED, buttons=True, pictures=False)))
    return (
        row,
        Move("letter", states, None, row.by, counts="letters", only_if=asks_for_an_answer, effects=told),
        Move("letter", states, None, row.by, counts="letters", clears=("letter_due",), effects=told),
    )


def letter_answered(states: AbstractSet[str]) -> Promise:
    return Promise("letter", say("a letter is answered"), states, Within("task_answer", "letter_due"), applies=is_to_be_answered, restarts_on={"letter"},
                   reminder=True,
                   steps=(Step(Tell(T, say("{number}: the letter with {body} is to be answered by {due}."), buttons=True), Side.BEFORE_DUE, "task_reminder",
                               even_late=False),
                          Step(Alert(U, say("{number}: the letter with {body} was to be answered by {due}. {letter}")))))
# fmt: on
