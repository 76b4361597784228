"""A delivery, from the booking to the signature (送货派车, 送货签收单; DLV, INS-01, INS-03, INS-05)."""

from __future__ import annotations

from core.kinds.delivery_promises import PROMISES
from core.kinds.delivery_states import BEFORE_VISIT, KNOWN, NAMES, OPEN, S
from core.kinds.goods_conditions import (
    crew_and_time,
    goods_are_checked,
    goods_are_unchecked,
    is_damaged,
    is_refused,
    is_to_be_loaded,
    is_to_be_signed_out,
    needs_fitters,
    old_item_is_here,
    settles_fault,
    time_is_untold,
)
from core.kinds.kind import Kind
from core.kinds.visit import AT_THE_DOOR, RATING, agreeing, at_any_time, closing, going
from core.phrases import say
from core.tickets import Alert, Dated, Dispatch, Move, Role, Spawn, Tell, Upwards

C, T, D, U, M, K = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER, Role.CLOCK
STORE = Role.STORE_KEEPER

COMING = say("{technician} (badge {badge}) will bring your {product} {visit}. Phone of the crew: {crew_phone}. They call 1–2 hours before. "
             "Ticket {number}.")  # fmt: skip
AGAIN = ("order", "sales", "product", "category", "categories", "to_fit", "sales_to_fit", "name", "phone", "address", "area", "suburb", "access", "words", "installation", "requirements",
         "delivery_fee", "delivery_free")  # fmt: skip
WRONG = say("{number}: {what_is_wrong}. {reason}")
REPLACED = (Tell(C, say("Your replacement is {number}: {product}, {visit}."), buttons=True), Dispatch())
NEW_ONE = Spawn("delivery", AGAIN, {"replaces": True, "delivery_free": True}, REPLACED)
SIGNED = (Dated("delivered_on"), Tell(C, say("Thank you, {signed_by}. You have received: {product}. {remarks}\nThis is your receipt for {number}.")),
          Tell(T, say("{signed_by} has signed for {number}. Well done.")))  # fmt: skip
FITTED = Spawn("installation", ("order", "sales", "product", "category", "categories", "name", "phone", "address", "area", "suburb", "access", "requirements"),
               {"installation": True}, (Tell(C, say("Your goods are there. When may our fitters come? Ticket {number}."), buttons=True),),
               {"to_fit": "product", "sales_to_fit": "sales"})  # fmt: skip
MADE_UP = Spawn("delivery", AGAIN, {"replaces": True, "delivery_free": True, "installation": False, "sales": []},
                (Tell(STORE, say("Part missing at the customer's: {product}. Please get it ready for {number}, or order it today."), buttons=True),
                 Tell(C, say("A part is missing: {product}. We are sorry, and bring it to you. When does it suit you? Ticket {number}."), buttons=True)),
                {"part": "product"})  # fmt: skip
EXCHANGED = Spawn("delivery", AGAIN, {"replaces": True, "delivery_free": True, "exchange": True}, REPLACED)

# fmt: off
MOVES = (
    # -- who goes, and with what (DLV-08, DLV-13, DLV-15)
    Move("assign", {S.NEW, S.SCHEDULED, S.ON_THE_WAY}, S.SCHEDULED, {D, U, M, K}, label=say("Assign"), form="assign_technician",
         only_if=crew_and_time, otherwise=say("Please agree a time first, then name the crew."), clears=("confirmed_at", "expected_at", "set_off_at", "eta", "stops_seen_at", "loaded_at", "signed_out_at"),
         effects=(Tell(C, COMING, buttons=True), Tell(T, say("Delivery {number} is yours."), buttons=True),
                  Tell(D, say("{number}: {technician} delivers {product} {visit}.")),
                  Tell(T, say("{number} has been given to somebody else."), former=True))),
    Move("see_stops", {S.SCHEDULED}, None, {T}, called=say("Read the list of stops"), stamps="stops_seen_at"),
    Move("check_goods", {S.SCHEDULED}, None, {T, STORE, D}, label=say("Goods checked"), form="check_goods", shown=goods_are_unchecked, stamps="goods_checked_at",
         effects=(Tell(T, say("{number}: the goods are checked and ready to go."), buttons=True),)),
    Move("load", {S.SCHEDULED}, None, {T}, label=say("Loaded"), form="load_goods", shown=is_to_be_loaded, stamps="loaded_at",
         only_if=goods_are_checked, otherwise=say("The goods of {number} are not checked yet.")),
    Move("sign_out", {S.SCHEDULED, S.ON_THE_WAY}, None, {STORE, D, U, M}, label=say("Handed over to the crew"), shown=is_to_be_signed_out,
         only_if=goods_are_checked, otherwise=say("The goods of {number} are not checked yet."), stamps="signed_out_at",
         effects=(Tell(T, say("{number}: the store has handed the goods over to you."), buttons=True),)),
    Move("report_goods", {S.SCHEDULED}, S.BLOCKED, {T, STORE, D}, label=say("Goods missing or damaged"), form="report_goods", clears=("goods_checked_at", "loaded_at", "signed_out_at"),
         effects=(Alert(D, say("{number} cannot leave: {reason} Please instruct the crew."), while_here=True),
                  Tell(T, say("Reported. Please leave {number} in the store until you are told what to do.")))),
    Move("instruct", {S.BLOCKED}, S.SCHEDULED, {D, U, M}, label=say("Instruct the crew"), form="instruct_crew",
         effects=(Tell(T, say("Instruction for {number}: {note}"), buttons=True),)),
    # -- when (DLV-03..07)
    Move("tell_time", {S.SCHEDULED, S.ON_THE_WAY}, None, {T}, label=say("Tell the exact time"), form="tell_time", shown=time_is_untold,
         effects=(Tell(C, say("{technician} will be at your door at {expected}. Ticket {number}."), buttons=True),
                  Tell(T, say("The customer of {number} expects you at {expected}."), buttons=True))),
    *agreeing(BEFORE_VISIT, BEFORE_VISIT, COMING, say("Cancel the delivery")),
    *going(goods_are_checked, say("Please unpack, check and pack the goods again first, and tap Goods checked.")),
    # -- at the customer's (DLV-09..12, DLV-17..20)
    Move("hand_over", {S.ON_SITE}, S.FINISHED, {T}, label=say("Unpacked and inspected"), form="hand_over", stamps="finished_at", only_if=old_item_is_here,
         otherwise=say("Please collect the old item first: {number} is an exchange."),
         effects=(Tell(C, say("Your {product} is in its place, unpacked and inspected with you. Please sign for it. Ticket {number}."), buttons=True),
                  Tell(T, say("Thank you. {number} waits for the signature. Before you leave:\n{leaving}"), buttons=True))),
    Move("small_flaw", {S.ON_SITE, S.FINISHED}, S.FLAWED, {T}, label=say("Small flaw"), form="small_flaw",
         effects=(Tell(C, say("There is a small flaw: {reason}\nOur crew has done what can be done here. What would you like?"), buttons=True),
                  Tell(T, say("The customer of {number} chooses. Please wait.")))),
    Move("flaw_mended", {S.FLAWED}, S.ON_SITE, {C}, label=say("It is mended, fine"), stamps="flaw_mended_at",
         effects=(Tell(T, say("{number}: mended on the spot, the customer is content. Please go on."), buttons=True),)),
    Move("flaw_accepted", {S.FLAWED}, S.ON_SITE, {C}, label=say("I take it as it is"), stamps="flaw_accepted_at",
         effects=(Tell(T, say("{number}: the customer takes it as it is. Please go on."), buttons=True),)),
    Move("want_replacement", {S.FLAWED}, S.CLOSED, {C}, label=say("I want a replacement"), form="want_replacement",
         effects=(EXCHANGED, Alert(U, say("{number}: the customer wants a replacement. {reason}")),
                  Tell(T, say("{number}: the customer wants a replacement and keeps this one until then.")))),
    Move("take_back", {S.ON_SITE, S.FINISHED, S.FLAWED}, S.GOING_BACK, {T}, label=say("Goods go back"), form="take_back", only_if=is_refused,
         effects=(Alert(U, WRONG), Tell(D, WRONG), Tell(STORE, WRONG, beside=D), Tell(C, say("We take your {product} back. Somebody calls you about {number}.")),
                  Tell(T, say("Noted. Please bring the goods of {number} back to the store."), buttons=True))),
    Move("take_back", {S.ON_SITE, S.FINISHED, S.FLAWED}, S.GOING_BACK, {T},
         effects=(Tell(C, say("We are sorry: {what_is_wrong}. We take your {product} back and bring you a new one. Ticket {number}.")),
                  NEW_ONE, Alert(U, WRONG), Tell(D, WRONG), Tell(STORE, WRONG, beside=D),
                  Tell(T, say("Noted. Please bring the goods of {number} back to the store."), buttons=True))),
    Move("goods_back", {S.GOING_BACK}, S.DAMAGED, {STORE, D, U, M}, label=say("Goods are back"), stamps="goods_back_at", only_if=is_damaged),
    Move("goods_back", {S.GOING_BACK}, S.CLOSED, {STORE, D, U, M}, stamps="goods_back_at"),
    Move("settle_damage", {S.DAMAGED}, S.CLOSED, {STORE, D, U, M}, label=say("Settle the damage"), form="settle_damage", stamps="damage_settled_at",
         effects=(Tell(U, say("{number}: the damage from the way is settled. {became_of_it}")),)),
    Move("part_missing", {S.ON_SITE}, None, {T}, label=say("A part is missing"), form="part_missing", counts="parts_missing",
         effects=(MADE_UP, Tell(U, say("{number}: a part is missing: {missing_part}")),
                  Tell(T, say("Noted: {missing_part} is sent after. Please go on with {number}."), buttons=True))),
    *AT_THE_DOOR,
    Move("need_help", {S.SCHEDULED, S.ON_THE_WAY, S.ON_SITE}, None, {T}, label=say("Need help"), form="need_help",
         effects=(Alert(U, say("{technician} cannot keep to the plan for {number}: {reason}"), urgent=True),)),
    Move("sign", {S.FINISHED}, S.CLOSED, {C}, label=say("Sign for the goods"), form="sign_receipt", stamps="accepted_at", only_if=needs_fitters,
         effects=(*SIGNED, FITTED)),
    Move("sign", {S.FINISHED}, S.CLOSED, {C}, stamps="accepted_at", only_if=settles_fault, effects=(*SIGNED, Upwards("exchanged"))),
    Move("sign", {S.FINISHED}, S.CLOSED, {C}, stamps="accepted_at", effects=SIGNED),
    closing(OPEN),
    *at_any_time(OPEN, KNOWN, {S.NEW}),
    *RATING,
)
# fmt: on

DELIVERY = Kind("delivery", "S", say("Delivery"), NAMES, MOVES, PROMISES, by_crew=True, known_to=KNOWN)
