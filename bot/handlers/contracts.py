"""Said by whoever sells or keeps the store: today's contracts, what waits for goods, what is not agreed yet."""

from __future__ import annotations

from bot.dialogue.occasion import Occasion
from bot.envelope import Button, Reply
from bot.handlers.handler import OFFICE, Handler
from core.casework.ordering import says_nothing_sold, silent_clerks
from core.kinds import kind_named
from core.phrases import Phrase, above, say
from core.tickets import Role, Ticket
from core.values import replace
from core.wording import Scene, fill

CLERK, KEEPER = frozenset({Role.SALES_CLERK}), frozenset({Role.STORE_KEEPER})
CONCERNED = OFFICE | CLERK | KEEPER
LONGEST = 20  # lines of a list
NOTHING_SOLD = ("今天没有合同", "今天没有销售", "没有合同", "nothing sold", "no contract today")
LINE = say("{number}, {customer}, {product}: {state}")
TO_COME = say("{number}, {customer}: {missing_goods}, expected {goods_due}")
TO_ORDER = say("{number}, {customer}: {missing_goods}, not ordered yet")
TO_CALL = say("{number}, {customer}, {phone}: {product}")


def today(occasion: Occasion, _: str) -> Reply:
    """A clerk's own contracts of today; for the store all of them, and who has sent none."""
    desk, person = occasion.desk, occasion.person
    day = occasion.at.astimezone(desk.shop.zone).date()
    found = desk.unit.tickets.of_day(kind_named("order").letter, day)
    keeps = Role.STORE_KEEPER in person.roles
    his = [ticket for ticket in found if keeps or ticket.facts.get("seller") == person.id]
    answer = listed(occasion, [(LINE, ticket) for ticket in his], say("No contract was handed in today."))
    silent = tuple(clerk.name for clerk in silent_clerks(desk, day, found)) if keeps else ()
    more = (say("Nothing yet from: {names}", names=silent),) if silent else ()
    return replace(answer, text=above((answer.text, *more)))


def waiting_for_goods(occasion: Occasion, _: str) -> Reply:
    to_order = [(TO_ORDER, ticket) for ticket in standing(occasion, "to_order")]
    to_come = [(TO_COME, ticket) for ticket in standing(occasion, "waiting")]
    return listed(occasion, [*to_order, *to_come], say("No contract waits for goods."))


def not_agreed(occasion: Occasion, _: str) -> Reply:
    found = [(TO_CALL, ticket) for ticket in standing(occasion, "ready")]
    return listed(occasion, found, say("Every contract that is together has its delivery date."))


def standing(occasion: Occasion, state: str) -> tuple[Ticket, ...]:
    return occasion.desk.unit.tickets.standing("order", state, LONGEST)


def listed(occasion: Occasion, found: list[tuple[Phrase, Ticket]], nothing: Phrase) -> Reply:
    if not found:
        return Reply(nothing)
    desk = occasion.desk
    lines = (fill(phrase, Scene(desk.unit, desk.shop, occasion.at, ticket)) for phrase, ticket in found)
    return Reply(above(lines), tuple(Button(ticket.number, f"t:{ticket.ref}:show") for _, ticket in found))


def nothing_sold(occasion: Occasion, _: str) -> Reply:
    """No sales is an answer too (ORD-01)."""
    says_nothing_sold(occasion.desk, occasion.person)
    return Reply(say("Thank you. Nothing from you today, then."))


HANDLERS = (
    Handler(("今天", "今日", "today"), today, CLERK | KEEPER, say("Today's contracts")),
    Handler(("待货", "等货", "waiting"), waiting_for_goods, CONCERNED, say("Waiting for goods")),
    Handler(("待约", "unagreed"), not_agreed, CONCERNED, say("Not yet agreed")),
    Handler(NOTHING_SOLD, nothing_sold, CLERK),
)
