"""What is promised about a shipment, by when, and what happens around that moment (ORD-07 to ORD-10)."""

from __future__ import annotations

from core.due import Within
from core.kinds.shipment_states import OPEN, S, is_with_both
from core.kinds.visit_promises import human
from core.phrases import say
from core.promises import Promise, Side, Step
from core.tickets import Alert, Role, Tell

C, D, U, M = Role.CUSTOMER, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER
START = Side.AFTER_START

# fmt: off
PROMISES = (
    Promise("payment", say("finance confirms the payment"), {S.REQUESTED}, Within("shipment_payment"),
            steps=(Step(Tell(Role.FINANCE, say("Shipping request {number}, order {order}: {product} for {customer}. Has the payment arrived?"),
                             buttons=True), START),
                   Step(Alert(U, say("{number}: nobody has said within {allowed} whether order {order} is paid."))))),
    Promise("logistics_ack", say("logistics has the shipping order"), {S.RELEASED}, Within("shipping_order"), until="logistics_ack_at",
            steps=(Step(Tell(D, say("Shipping order {number} for logistics: {to_ship} to {customer}, {phone}, {address}. Please acknowledge."),
                             buttons=True), START),
                   Step(Alert(U, say("{number}: logistics has not acknowledged the shipping order within {allowed}."))))),
    Promise("store_ack", say("the store has the shipping order"), {S.RELEASED}, Within("shipping_order"), until="store_ack_at",
            steps=(Step(Tell(Role.STORE_KEEPER, say("Shipping order {number} for the store: {to_ship}. Please acknowledge and have it ready."),
                             buttons=True), START),
                   Step(Alert(U, say("{number}: the store has not acknowledged the shipping order within {allowed}."))))),
    Promise("shipping", say("the goods leave"), {S.RELEASED}, Within("shipping"), applies=is_with_both,
            steps=(Step(Tell(Role.STORE_KEEPER, say("{number} is with logistics and with the store. Please hand {to_ship} to the carrier, then tap Shipped."),
                             buttons=True), START),
                   Step(Alert(D, say("{number}: {to_ship} has not left within {allowed}."))))),
    Promise("tracking", say("the goods arrive"), {S.ON_THE_ROAD}, Within("shipment_arrival"),
            steps=(Step(Tell(D, say("Where is {number} now? {carrier}, waybill {waybill}. Last heard: {whereabouts}"), buttons=True),
                        START, "shipment_tracking", repeats=True),
                   Step(Alert(D, say("{number} has not arrived within {allowed}: {carrier}, waybill {waybill}."))),
                   Step(Tell(C, say("{product}, {number}, takes longer than we said. We are looking into it. Has it come after all?"), buttons=True)))),
    Promise("receipt", say("customer confirms the receipt"), {S.ARRIVED}, Within("receipt_confirmed"), reminder=True,
            steps=(Step(Tell(C, say("Is everything in order with {to_ship}? Ticket {number}."), buttons=True), START, "receipt_reminder"),
                   Step(Alert(D, say("{number}: the customer has not confirmed the receipt. Please call {customer}, {phone}."))))),
    Promise("shortage", say("what is missing or damaged is settled"), {S.INCOMPLETE}, Within("shortage"),
            steps=(Step(Alert(M, say("{number}: nothing is settled within {allowed}. {what_is_short}. {reason}"))),)),
    human(OPEN),
)
# fmt: on
