"""A sales contract, from the clerk's hands until nothing that was promised is open (销售合同; ORD-01 to ORD-06, FLT-29)."""

from __future__ import annotations

from core.kinds.conditions import customer_is_in_chat
from core.kinds.goods_conditions import everything_is_here, something_is_missing
from core.kinds.kind import Kind, Pledge
from core.kinds.order_promises import BY_LIST, CHECK, NOT_THERE, PICK, PROMISES, TOGETHER
from core.kinds.order_states import IN_STORE, NAMES, OPEN, S
from core.kinds.shared import adds_words, asks_departments, asks_for_a_person, hurries, notes
from core.kinds.visit import closing
from core.phrases import Phrase, say
from core.tickets import Move, Role, SetAside, Tell

C, D, U, M, K = Role.CUSTOMER, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER, Role.CLOCK
L, H = Role.SALES_CLERK, Role.STORE_KEEPER
SELLS, STORES = {L, D, U, M}, {H, D, U, M}

COMPLETE = (SetAside(), Tell(L, TOGETHER, buttons=True), Tell(C, PICK, buttons=True))
COMING = say("{number}, {customer}: {missing_goods} will be here on {goods_due}.")

# fmt: off
MOVES = (
    # -- what the store has (ORD-02, ORD-03)
    Move("check_stock", {S.NEW, S.TO_ORDER}, S.READY, STORES, label=say("Look up in the store"), form="check_stock", stamps="together_at",
         only_if=everything_is_here, effects=COMPLETE),
    Move("check_stock", {S.NEW, S.TO_ORDER}, S.TO_ORDER, STORES, stamps="looked_up_at", effects=(SetAside(), NOT_THERE)),
    Move("check_stock", {S.NEW}, S.READY, {K}, called=say("Looked up in the list of the store"), stamps="together_at", only_if=everything_is_here,
         effects=(*COMPLETE, BY_LIST)),
    Move("check_stock", {S.NEW}, S.TO_ORDER, {K}, stamps="looked_up_at", effects=(SetAside(), NOT_THERE, BY_LIST)),
    Move("correct_stock", {S.READY}, S.TO_ORDER, STORES, label=say("Not there after all"), form="correct_stock", at_will=True, stamps="looked_up_at",
         clears=("together_at",), only_if=something_is_missing, otherwise=say("Then everything of {number} stays as it is."),
         effects=(SetAside(ran_out=True), NOT_THERE, Tell(C, say("We are sorry: {missing_goods} is not in our store after all. You hear from us as soon as it is here. Ticket {number}.")))),
    Move("hand_in_again", {S.UNCLEAR}, S.NEW, SELLS, label=say("Hand in again"), effects=(Tell(H, CHECK, buttons=True),)),
    # -- what comes from the factory (ORD-04, ORD-05)
    Move("order_goods", {S.TO_ORDER}, S.WAITING, STORES, label=say("Ordered from the factory"), form="order_goods", stamps="ordered_at",
         effects=(Tell(L, COMING), Tell(C, say("We have ordered {missing_goods} for you, and expect it on {goods_due}. Ticket {number}.")))),
    Move("goods_in", {S.WAITING}, S.READY, STORES, label=say("Goods have come"), form="goods_in", stamps="together_at",
         only_if=everything_is_here, effects=COMPLETE),
    Move("goods_in", {S.WAITING}, None, STORES, effects=(SetAside(), Tell(L, say("{number}, {customer}: only {missing_goods} is missing now.")))),
    Move("goods_late", {S.WAITING}, None, STORES, label=say("Another day"), form="goods_late", counts="late",
         effects=(Tell(L, COMING), Tell(C, say("We are sorry: {missing_goods} will only be here on {goods_due}. Ticket {number}.")))),
    Move("not_clear", {S.NEW, S.TO_ORDER}, S.UNCLEAR, STORES, label=say("Not clear"), form="not_clear", counts="sent_back",
         effects=(Tell(L, say("{number}, contract {order} of {customer}, comes back to you: {reason}\nPlease correct it, then hand it in again."), buttons=True),)),
    # -- the date (ORD-05, ORD-06)
    Move("agree", {S.READY}, S.AGREED, {C}, label=say("Choose the delivery date"), form="agree_delivery", stamps="agreed_at",
         effects=(Tell(L, say("{number}: {customer} has chosen the date himself. {services}")),)),
    Move("agree", {S.READY}, S.AGREED, {L, D, U, M, K}, label=say("Agree the delivery date"), form="agree_delivery", stamps="agreed_at",
         effects=(Tell(C, say("The delivery of your order is planned. {deliveries}")), Tell(L, say("{number}, {customer}: {services}")))),
    Move("ask_customer", {S.READY}, None, SELLS, label=say("The customer chooses"), stamps="asked_at", shown=customer_is_in_chat,
         effects=(Tell(C, PICK, buttons=True),)),
    # -- the end (FLT-29)
    Move("complete_sale", {S.AGREED}, S.CLOSED, {K}, called=say("Everything promised is done"), stamps="completed_at",
         effects=(Tell(L, say("{number}, {customer}: everything promised is done, the sale is complete.")),)),
    Move("deliver_again", {S.AGREED}, S.READY, {K}, called=say("Not everything was delivered"), clears=("agreed_at",),
         effects=(Tell(L, say("{number}, {customer}: the delivery ended, and not everything was signed for. Please agree a new date."), buttons=True),)),
    Move("amend", IN_STORE, None, SELLS, label=say("Correct the contract"), form="amend_contract", at_will=True,
         effects=(Tell(H, say("The contract of {number} was corrected. {correction}"), buttons=True),)),
    Move("call_off", IN_STORE, S.CANCELLED, {L, U, M}, label=say("Cancel the contract"), form="call_off", at_will=True,
         effects=(SetAside(), Tell(H, say("{number}: the contract was cancelled. {reason}")), Tell(C, say("Your order {order} was cancelled: {reason} Ticket {number}.")))),
    *asks_departments(OPEN, SELLS),  # a training or a visit that was promised with it (FLT-29)
    closing(OPEN, SetAside()),
    # -- at any time
    hurries(OPEN, L),
    adds_words(OPEN, L),
    *asks_for_a_person(OPEN),
    Move("write", OPEN, None, SELLS, label=say("Write to the customer"), form="write_to_customer", stamps="contacted_at",
         clears=("asked_human_at",), shown=customer_is_in_chat, at_will=True, effects=(Tell(C, say("{who} writes about {number}:\n“{note}”"), buttons=True),)),
    Move("recognise", OPEN, None, {K}, called=say("The customer was recognised in chat")),
    notes(OPEN),
)
# fmt: on

ORDER = Kind(
    "order",
    "O",
    say("Contract"),
    NAMES,
    MOVES,
    PROMISES,
    spoken_for=frozenset({S.AGREED}),
    pledge=Pledge(say("We expect the goods in our store by {due}."), ("goods_come",)),
    outline=(
        say("Contract {order} of {ordered_on}"),
        say("{customer}, {phone}, {address}"),
        Phrase("{order_lines}"),
        say("Together {total}"),
        say("Delivery wished for {wished_on}"),
        say("Wishes: {words}"),
        say("Expected from the factory on {goods_due}"),
        Phrase("{deliveries}"),
        say("Sold by {seller}"),
    ),
)
