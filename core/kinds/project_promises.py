"""What is promised about a project, by when, and what happens around that moment (INS-09, INS-10, INS-12)."""

from __future__ import annotations

from core.due import Within, on_the_day_of_milestone, on_the_last_day
from core.kinds.project_states import OPEN, S, has_milestone_ahead
from core.kinds.visit_promises import human
from core.phrases import say
from core.promises import Promise, Side, Step
from core.tickets import Alert, Role, Tell

C, D, U, M = Role.CUSTOMER, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER
START, BEFORE = Side.AFTER_START, Side.BEFORE_DUE

ASKED = say(
    "Labour request {number}: {product}, {quantity}, at {address}, done by {complete_by}. {requirements}\nDo you approve?"
)
LATE = say("{number}: “{milestone}” was due on {milestone_day} and is not done.")

# fmt: off
PROMISES = (
    Promise("first_approval", say("first approval"), {S.ASKED}, Within("project_approval"),
            steps=(Step(Tell(D, ASKED, buttons=True), START), Step(Alert(U, say("{number}: the labour request still waits for its first approval."))))),
    Promise("second_approval", say("second approval"), {S.SECOND}, Within("project_approval"),
            steps=(Step(Tell(U, ASKED, buttons=True), START), Step(Alert(M, say("{number}: the labour request still waits for its second approval."))))),
    Promise("last_approval", say("last approval"), {S.THIRD}, Within("project_approval"),
            steps=(Step(Tell(M, ASKED, buttons=True), START), Step(Alert(M, say("{number}: the labour request still waits for your approval."))))),
    Promise("schedule", say("the schedule is drawn up"), {S.PLANNING}, Within("project_plan"),
            steps=(Step(Tell(D, say("{number} is approved. Please study the drawings with the team and draw up the schedule by {due}."), buttons=True), START),
                   Step(Alert(U, say("{number}: there is no schedule within {allowed}."))))),
    Promise("milestone", say("the next milestone is reached"), {S.RUNNING}, on_the_day_of_milestone, applies=has_milestone_ahead,
            restarts_on={"plan_project", "replan_project", "reach_milestone"},
            steps=(Step(Tell(D, say("{number}: “{milestone}” is due on {milestone_day}."), buttons=True), BEFORE, "milestone_warn", even_late=False),
                   Step(Alert(U, LATE)),
                   Step(Tell(C, say("Your project {number} is behind its schedule: “{milestone}” was planned for {milestone_day}. "
                                    "We tell you soon when it will be done."))))),
    Promise("completion", say("the project is done as agreed"), {S.RUNNING}, on_the_last_day,
            steps=(Step(Tell(D, say("{number} is to be done by {complete_by}. Still open: {still_open}"), buttons=True), BEFORE, "project_warn", even_late=False),
                   Step(Alert(M, say("{number} was to be done by {complete_by}. Still open: {still_open}"))))),
    Promise("project_acceptance", say("customer accepts the project"), {S.FINISHED}, Within("project_acceptance"), reminder=True,
            steps=(Step(Alert(U, say("{number}: the customer has not accepted the project. Please call {customer}, {phone}."))),)),
    human(OPEN),
)
# fmt: on
