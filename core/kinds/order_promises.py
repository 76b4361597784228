"""What is promised about a sales contract, by when, and what happens around that moment (ORD-03 to ORD-05, FLT-29)."""

from __future__ import annotations

from core.due import Within, goods_expected
from core.kinds.order_states import OPEN, S
from core.kinds.visit_promises import human
from core.phrases import say
from core.promises import Promise, Side, Step
from core.tickets import Alert, Role, Tell

C, U = Role.CUSTOMER, Role.SUPERVISOR
L, H = Role.SALES_CLERK, Role.STORE_KEEPER
START, AFTER = Side.AFTER_START, Side.AFTER_DUE

CHECK = say(
    "Contract {order}, {number}. What of it is in the store?\n{order_lines}\nDelivery wished for {wished_on}. {words}"
)
BY_LIST = Tell(H, say("Contract {order}, {number}, was looked up in your list.\n{order_lines}\nIf that is not so, "
                      "please correct it."), buttons=True)  # fmt: skip
NOT_THERE = Tell(L, say("{number}, {customer}: not in the store: {missing_goods}. It is ordered from the factory."))
TOGETHER = say("{number}, contract {order}: everything is together. Please agree with {customer}, {phone}, a date about {ahead} from now.")  # fmt: skip
PICK = say("Everything of your order {order} is in our store: {product}. When may we bring it? Ticket {number}.")

# fmt: off
PROMISES = (
    Promise("stock_check", say("the store says what it has"), {S.NEW}, Within("stock_check"),
            steps=(Step(Alert(U, say("{number}: the store has not looked up contract {order} within {allowed}."))),)),
    Promise("contract_complete", say("the contract is completed"), {S.UNCLEAR}, Within("contract_complete"),
            steps=(Step(Tell(L, say("{number}, contract {order}, still waits for you: {reason}"), buttons=True)),
                   Step(Alert(U, say("{number}: contract {order} is still not complete. {reason}")), AFTER, "escalate_after"))),
    Promise("factory_order", say("missing goods are ordered"), {S.TO_ORDER}, Within("factory_order"),
            steps=(Step(Tell(H, say("{number}: please order today: {missing_goods}."), buttons=True), START, "factory_reminder"),
                   Step(Alert(U, say("{number}: {missing_goods} is not ordered from the factory within {allowed}."))))),
    Promise("goods_come", say("the goods come from the factory"), {S.WAITING}, goods_expected,
            steps=(Step(Tell(H, say("{number}: {missing_goods} was expected on {goods_due}. Has it come? If not: which day?"), buttons=True)),
                   Step(Alert(U, say("{number}: {missing_goods} was expected on {goods_due}, and nobody has said what became of it.")), AFTER, "escalate_after"))),
    Promise("date_agreed", say("a delivery date is agreed"), {S.READY}, Within("date_agreed"),
            steps=(Step(Tell(L, say("{number}: no date yet. Please call {customer}, {phone}."), buttons=True), START, "date_reminder"),
                   Step(Alert(U, say("{number}: everything is together, and {customer}, {phone}, has no delivery date within {allowed}."))))),
    Promise("sale_complete", say("everything promised is done"), {S.AGREED}, Within("sale_complete"),
            steps=(Step(Tell(L, say("{number}, {customer}: not complete yet. {services}")), START, "services_listed", repeats=True),
                   Step(Alert(U, say("{number}, {customer}: the sale is not complete within {allowed}. {services}"))))),
    human(OPEN),
)
# fmt: on
