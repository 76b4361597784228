"""What is promised whenever somebody goes to a customer (DLV-05, VIS-05, FLT-20, DLV-07, CHN-14, SRV-01, SRV-05)."""

from __future__ import annotations

from core.due import Within, call_ahead, end_of_survey, end_of_visit_window, phone_ahead, time_to_leave
from core.kinds.conditions import asked_for_a_person, survey_is_due
from core.kinds.visit import States, V
from core.phrases import Phrase, say
from core.promises import Promise, Side, Step
from core.tickets import Alert, Ask, Role, Spawn, Tell

C, T, D, U, M = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER
AFTER, START = Side.AFTER_DUE, Side.AFTER_START

PICK_TIME = say("Please choose a new time for {number}, {product}.")


# fmt: off
def human(opened: States) -> Promise:
    """Whoever asked for a person gets one."""
    return Promise("human", say("a person answers"), opened, Within("human_answer"), restarts_on={"ask_human"}, applies=asked_for_a_person,
            steps=(Step(Alert(U, say("{customer}, {phone}, wants to speak to a person. Ticket {number}. {reason}")), START),
                   Step(Alert(M, say("{customer}, {phone}, asked for a person and nobody has answered within {allowed}. Ticket {number}. {reason}"))),
                   Step(Tell(C, say("We are sorry that nobody has answered you yet. {keeper} will call you about {number}."), pressing=True))))


def on_the_day(soon: Phrase) -> tuple[Promise, ...]:
    """`soon` is what the customer is asked to confirm."""
    return (
        Promise("call_ahead", say("call before the visit"), {V.SCHEDULED}, call_ahead,
                reminder=True, steps=(Step(Tell(C, soon, buttons=True, pressing=True), even_late=False),)),
        Promise("phone_ahead", say("phone who has not confirmed"), {V.SCHEDULED, V.ON_THE_WAY}, phone_ahead, until="confirmed_at",
                reminder=True, steps=(Step(Tell(T, say("{customer} has not confirmed {visit} for {number}. Please phone {phone}."), buttons=True),
                                           even_late=False),)),
        Promise("leave_now", say("time to leave"), {V.SCHEDULED}, time_to_leave,
                reminder=True, steps=(Step(Tell(T, say("Time to leave for {number}. {punctual} Take with you:\n{kit}"), buttons=True)),)),
        Promise("arrival", say("arrival as agreed"), {V.SCHEDULED, V.ON_THE_WAY}, end_of_visit_window,
                steps=(Step(Alert(U, say("{technician} has not arrived for {number}. Agreed was {visit}."), urgent=True)),
                       Step(Tell(C, say("We are sorry that nobody has come yet for {number}. We are looking into it."), pressing=True), AFTER, "apology_after"))),
    )


NEW_TIME = Promise("new_time", say("customer chooses a time"), {V.TO_RESCHEDULE}, Within("customer_silence"),
    reminder=True, steps=(Step(Tell(C, PICK_TIME, buttons=True), START, "customer_reminder"),
           Step(Alert(D, say("{number}: the customer has not chosen a new time. Please call {customer}, {phone}.")))))
SURVEY = Promise("survey", say("satisfaction survey"), {V.CLOSED}, end_of_survey, until="rated_at", applies=survey_is_due,
    reminder=True, steps=(Step(Ask(C, "rate_service", say("How was our service for {number}?")), START, "survey_delay"),
           Step(Ask(C, "rate_service", say("One last question about {number}: how was our service?")), START, "survey_reminder"),
           Step(Spawn("callback"))))
# fmt: on
