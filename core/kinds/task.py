"""A task for one department, with a name and a date (部门协调单, FLT-13, FLT-30).

Its customer is the colleague who asks; whoever is asked has it as a technician has his job.
"""

from __future__ import annotations

from enum import StrEnum, auto

from core.due import Within
from core.kinds.conditions import names_somebody
from core.kinds.kind import Kind
from core.kinds.shared import notes
from core.phrases import say
from core.policy import Policy
from core.promises import Promise, Side, Step
from core.tickets import Act, Alert, Do, Move, Role, Tell, Ticket, Upwards

C, T, U, M, K = Role.CUSTOMER, Role.TECHNICIAN, Role.SUPERVISOR, Role.MANAGER, Role.CLOCK


class S(StrEnum):
    ASKED = auto()
    ANSWERED = auto()
    CLOSED = auto()
    CANCELLED = auto()


NAMES = {
    S.ASKED: say("with the department"),
    S.ANSWERED: say("answered by the department"),
    S.CLOSED: say("closed"),
    S.CANCELLED: say("called off"),
}
ASKED = say("Task {number} for {units}, about {parent}: {words}\nPlease answer by {task_due}.")
REVIEW = say(
    "Conduct review {number} about {parent}: {review}\n{words}\nPlease find out whether somebody passed the customer around "
    "without good reason, and answer by {task_due}."
)
DONE = (Upwards("note_answer", ("answer",)),)


def is_a_review(ticket: Ticket, _: Act, __: Policy) -> bool:
    return "review" in ticket.facts


# fmt: off
MOVES = (
    notes({S.ASKED, S.ANSWERED}),
    Move("hand_to", {S.ASKED}, None, {C}, called=say("Handed over"), only_if=is_a_review, effects=(Tell(T, REVIEW, buttons=True),)),
    Move("hand_to", {S.ASKED}, None, {C}, called=say("Handed over"), only_if=names_somebody, effects=(Tell(T, ASKED, buttons=True),)),
    Move("answer_task", {S.ASKED}, S.ANSWERED, {T}, label=say("Answer"), form="answer_task",
         effects=(Tell(C, say("{units} ({technician}) answers {number}, about {parent}: {answer}"), buttons=True),)),
    Move("enough", {S.ANSWERED}, S.CLOSED, {C, U, M}, label=say("That is enough"), effects=DONE),
    Move("enough", {S.ANSWERED}, S.CLOSED, {K}, called=say("Not asked again"), effects=DONE),
    Move("ask_once_more", {S.ANSWERED}, S.ASKED, {C, U, M}, label=say("Ask once more"), form="ask_once_more", clears=("wanted_by", "answer"),
         effects=(Tell(T, say("{number}, about {parent}, once more: {reason}\nPlease answer by {task_due}."), buttons=True),)),
    Move("call_off", {S.ASKED}, S.CANCELLED, {C, U, M}, label=say("Withdraw the task"),
         effects=(Tell(T, say("Task {number} is withdrawn.")), Upwards("note_answer"))),
)

PROMISES = (
    Promise("task", say("the department answers"), {S.ASKED}, Within("task_answer", "wanted_by"),
            steps=(Step(Tell(T, say("{number}: your answer is wanted by {due}."), buttons=True), Side.BEFORE_DUE, "task_reminder", even_late=False),
                   Step(Tell(C, say("{number}: {technician} ({units}) has not answered. It was wanted by {due}."), buttons=True)),
                   Step(Alert(U, say("{number}, about {parent}: {technician} ({units}) has not answered. It was wanted by {due}."))))),
    Promise("task_settled", say("the answer is enough"), {S.ANSWERED}, Within("task_answer"), reminder=True, steps=(Step(Do("enough")),)),
)
# fmt: on

TASK = Kind(
    "task",
    "K",
    say("Task for a department"),
    NAMES,
    MOVES,
    PROMISES,
    internal=True,
    gathers=False,
    outline=(
        say("About: {parent}"),
        say("For: {units}"),
        say("Conduct review: {review}"),
        say("Task: {words}"),
        say("Answer: {answer}"),
    ),
)
