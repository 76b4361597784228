"""Sold goods go to a far customer: paid, got ready, on the road, received (发货申请单, 发货单; ORD-07 to ORD-10, INS-08)."""

from __future__ import annotations

from core.kinds.delivery import FITTED
from core.kinds.kind import Kind, Pledge
from core.kinds.shared import adds_words, asks_for_a_person, hurries, notes, writes
from core.kinds.shipment_promises import PROMISES
from core.kinds.shipment_states import (
    NAMES,
    OPEN,
    S,
    both_have_it,
    is_unpacked_by_fitters,
    is_with_both,
    logistics_lacks_it,
    store_lacks_it,
)
from core.phrases import Phrase, say
from core.tickets import Alert, Dated, Move, Role, TakeOver, Tell

C, D, U, M = Role.CUSTOMER, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER
CLERK, STORE, FINANCE = Role.SALES_CLERK, Role.STORE_KEEPER, Role.FINANCE

THANKS = say("Thank you. You have received: {product}. {number} is closed.")
IS_THERE = (Dated("delivered_on"), Tell(CLERK, say("{number}: {customer} has received {product}.")))
UNDER_WAY = {S.ON_THE_ROAD, S.ARRIVED, S.INCOMPLETE}

# fmt: off
MOVES = (
    # -- paid, and only then released (ORD-07)
    Move("confirm_payment", {S.REQUESTED}, S.RELEASED, {FINANCE, U, M}, label=say("Payment received"), stamps="paid_at",
         effects=(Tell(C, say("Your payment for {product} has arrived. We get it ready to be sent. Ticket {number}.")),
                  Tell(CLERK, say("{number}: the payment has arrived, {product} is being got ready.")))),
    Move("payment_missing", {S.REQUESTED}, None, {FINANCE, U, M}, label=say("Not paid yet"), stamps="payment_missed_at",
         effects=(Tell(CLERK, say("{number}: the payment for {product} has not arrived. Please ask {customer}, {phone}.")),)),
    # -- the shipping order is with logistics and with the store (ORD-08)
    Move("ack_logistics", {S.RELEASED}, None, {D, U, M}, label=say("Logistics has the order"), stamps="logistics_ack_at",
         shown=logistics_lacks_it),
    Move("ack_store", {S.RELEASED}, None, {STORE, D, U, M}, label=say("Store has the order"), stamps="store_ack_at", shown=store_lacks_it),
    # -- on the road (ORD-09, ORD-10)
    Move("ship_goods", {S.RELEASED}, S.ON_THE_ROAD, {STORE, D, U, M}, label=say("Shipped"), form="ship_goods", shown=is_with_both,
         only_if=both_have_it, otherwise=say("Please wait until logistics and store both have the order of {number}."), stamps="left_at",
         effects=(Tell(C, say("{to_ship} is on the road to you: {carrier}, waybill {waybill}. Ticket {number}."), buttons=True),
                  Tell(D, say("{number} is on the road: {carrier}, waybill {waybill}."), buttons=True),
                  Tell(CLERK, say("{number} is on the road: {carrier}, waybill {waybill}.")))),
    Move("track_goods", {S.ON_THE_ROAD}, None, {STORE, D, U, M}, label=say("Where it is"), form="track_goods", stamps="tracked_at",
         effects=(Tell(C, say("{product}, {number}: {whereabouts}")),)),
    Move("there", {S.ON_THE_ROAD}, S.ARRIVED, {STORE, D, U, M}, label=say("Arrived there"), stamps="there_at",
         effects=(Tell(C, say("{carrier} has brought {to_ship}. Please unpack it, look at everything, and tell us whether all is in order. "
                              "Ticket {number}."), buttons=True),)),
    # -- received, by the customer's word (ORD-10); then the installation is arranged (INS-08)
    Move("receive", UNDER_WAY, S.CLOSED, {C}, label=say("Received, all in order"), stamps="received_at", only_if=is_unpacked_by_fitters,
         effects=(Tell(C, THANKS), *IS_THERE, Tell(D, say("{number}: {customer} has received {product}.")), FITTED)),
    Move("receive", UNDER_WAY, S.CLOSED, {C}, stamps="received_at",
         effects=(Tell(C, THANKS), *IS_THERE, Tell(D, say("{number}: {customer} has received {product}.")))),
    Move("receive_by_phone", UNDER_WAY, S.CLOSED, {D, U, M}, label=say("Customer has everything"), stamps="received_at",
         only_if=is_unpacked_by_fitters, effects=(Tell(C, THANKS), *IS_THERE, FITTED)),
    Move("receive_by_phone", UNDER_WAY, S.CLOSED, {D, U, M}, stamps="received_at", effects=(Tell(C, THANKS), *IS_THERE)),
    Move("report_shortage", {S.ON_THE_ROAD, S.ARRIVED}, S.INCOMPLETE, {C, D, U, M}, label=say("Missing or damaged"), form="report_shortage",
         effects=(Alert(U, say("{number}, {product}: {what_is_short}. {reason} Please settle it with {customer}, {phone}."), while_here=True),
                  Tell(C, say("We are sorry about that. Somebody tells you soon what we do about {number}.")))),
    Move("send_rest", {S.INCOMPLETE}, S.RELEASED, {D, U, M}, label=say("Send what is missing"), form="send_rest", counts="sent_again",
         clears=("logistics_ack_at", "store_ack_at", "there_at", "whereabouts"),
         effects=(Tell(C, say("We send you: {to_ship}. Ticket {number}. You hear from us when it leaves.")),)),
    # -- at any time
    Move("call_off", {S.REQUESTED, S.RELEASED}, S.CANCELLED, {CLERK, D, U, M}, label=say("Call off"), form="call_off", at_will=True,
         effects=(Tell(C, say("The shipment {number} is called off: {reason}")), Tell(STORE, say("{number} is called off: {reason}")),
                  Tell(D, say("{number} is called off: {reason}")))),
    Move("close", OPEN, S.CLOSED, {U, M}, label=say("Close"), form="close_ticket",
         effects=(Tell(C, say("{number} was closed by {who}: {reason}"), buttons=True),)),
    hurries(OPEN, D),
    adds_words(OPEN, D),
    *asks_for_a_person(OPEN),
    *writes(OPEN),
    notes(OPEN),
    Move("recognise", OPEN, None, {Role.CLOCK}, called=say("The customer was recognised in chat")),
    Move("take_over", OPEN, None, {U, M}, label=say("Take over"), effects=(TakeOver(), Tell(D, say("{who} has taken over {number}.")))),
)
# fmt: on

SHIPMENT = Kind(
    "shipment",
    "W",
    say("Shipment"),
    NAMES,
    MOVES,
    PROMISES,
    pledge=Pledge(say("It should be there by {due}."), ("tracking",)),
    outline=(
        say("{customer}, {phone}"),
        Phrase("{address}"),
        say("Order {order}: {product}"),
        say("To be sent: {to_send}"),
        say("{carrier}, waybill {waybill}"),
        say("Serial numbers: {serials}"),
        say("Last heard of it: {whereabouts}"),
        say("Remarks: {words}"),
    ),
)
