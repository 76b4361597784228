"""What is promised about a delivery, by when, and what happens around that moment (DLV)."""

from __future__ import annotations

from core.due import Within, call_ahead, day_before, late_for_the_list, pick_list_time, stops_seen_time
from core.kinds.delivery_states import OPEN, S
from core.kinds.goods_conditions import goods_are_unchecked
from core.kinds.visit_promises import NEW_TIME, SURVEY, human, on_the_day
from core.phrases import say
from core.promises import Promise, Side, Step
from core.tickets import Alert, Plan, Role, Tell

C, T, D, U, M = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER
START = Side.AFTER_START
LISTED = OPEN - {S.NEW, S.TO_RESCHEDULE}  # a time is agreed, and a crew

SOON = say("{technician} bring your {product} {visit} to {address}: {customer}, {phone}. Please confirm, or choose another time. Ticket {number}.")  # fmt: skip
TOMORROW = say("Your delivery {number} is planned: {product}, {visit}. Your crew: {technician} (badge {badge}), {crew_phone}. "
               "They call you 1–2 hours before.")  # fmt: skip

# fmt: off
PROMISES = (
    Promise("crew_named", say("a crew is named"), {S.NEW}, Within("crew_named"),
            steps=(Step(Alert(U, say("{number} still has no crew: {product}, {visit}."))),)),
    Promise("instruction", say("instruction for the crew"), {S.BLOCKED}, Within("instruction"),
            steps=(Step(Alert(U, say("{number}: the crew still waits for an instruction. {reason}"))),)),
    # -- the day before (DLV-06, DLV-13, DLV-14)
    Promise("pick_list", say("the store prepares the goods"), {S.SCHEDULED}, pick_list_time,
            reminder=True, steps=(Step(Plan(Role.STORE_KEEPER, say("Please have these goods ready in the loading area:")), even_late=False),)),
    Promise("late_addition", say("the store hears of what comes late"), LISTED, late_for_the_list, restarts_on={"move_visit"}, reminder=True,
            steps=(Step(Tell(Role.STORE_KEEPER, say("Late addition to your list, {visit}: {number}, {product}. Please have it ready in the loading area."), buttons=True)),)),
    Promise("day_before", say("crew and customer hear of tomorrow"), {S.SCHEDULED}, day_before,
            reminder=True, steps=(Step(Tell(C, TOMORROW, buttons=True, pressing=True), even_late=False),
                                  Step(Plan(T, say("Your stops, in this order:")), even_late=False))),
    Promise("stops_seen", say("crew has read its stops"), {S.SCHEDULED}, stops_seen_time, until="stops_seen_at", applies=goods_are_unchecked,
            reminder=True, steps=(Step(Tell(D, say("{technician} have not said that they have read their stops: {number}, {visit}.")), even_late=False),)),
    Promise("signed_out", say("the store signs the hand-over"), {S.ON_THE_WAY}, Within("signed_out"), until="signed_out_at",
            reminder=True, steps=(Step(Tell(Role.STORE_KEEPER, say("{number} has left with {technician}. Please sign that it was handed over."), buttons=True), START),
                                  Step(Tell(U, say("{number} has left, and nobody has signed that it was handed over."))))),
    # -- on the day (DLV-03, DLV-04, DLV-05, DLV-07)
    Promise("exact_time", say("crew tells the exact time"), {S.SCHEDULED}, call_ahead, until="expected_at",
            reminder=True, steps=(Step(Tell(T, say("Please call {customer}, {phone}, and tap Tell the exact time for {number}."), buttons=True), even_late=False),)),
    *on_the_day(SOON),
    Promise("unloading", say("delivery carried out"), {S.ON_SITE}, Within("unloading"),
            steps=(Step(Alert(D, say("{number}: the crew has been at the door for {allowed}."))),)),
    Promise("choice", say("customer chooses about the flaw"), {S.FLAWED}, Within("signature"),
            reminder=True, steps=(Step(Tell(C, say("What would you like about the flaw? Ticket {number}."), buttons=True), START, "signature_reminder"),
                                  Step(Alert(U, say("{number}: the customer has not chosen about a flaw. Please call {customer}, {phone}."))))),
    Promise("signature", say("customer signs"), {S.FINISHED}, Within("signature"),
            reminder=True, steps=(Step(Tell(C, say("Please sign for {product}, or tell us what is not right. Ticket {number}."), buttons=True), START, "signature_reminder"),
                                  Step(Alert(U, say("{number}: the customer has not signed. Please call {customer}, {phone}, then close with a reason."))))),
    Promise("goods_back", say("goods are in the store again"), {S.GOING_BACK}, Within("goods_back"),
            steps=(Step(Alert(U, say("{number}: the goods are not back in the store within {allowed}."))),)),
    Promise("damage", say("the damage is settled"), {S.DAMAGED}, Within("damage"),
            steps=(Step(Tell(Role.STORE_KEEPER, say("{number} is back with damage from the way: {reason}\nPlease say what becomes of it."), buttons=True), START),
                   Step(Alert(U, say("{number}: nobody has said within {allowed} what becomes of the goods that were damaged on the way."))))),
    NEW_TIME,
    human(OPEN),
    SURVEY,
)
# fmt: on
