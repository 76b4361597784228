"""Said by customers: where is my repair, please hurry, I want a person."""

from __future__ import annotations

from collections.abc import Callable

from bot.cards import moves_as_buttons
from bot.dialogue.occasion import Occasion
from bot.envelope import Button, Reply
from bot.handlers.handler import Handler
from bot.listing import called, line
from core.casework.booking import orders_of
from core.casework.reporting import open_question
from core.errors import Refused
from core.kinds import kind_named
from core.news import resume, stop
from core.outline import may_call
from core.phrases import Phrase, above, apart, say
from core.tickets import Role, Ticket
from core.wording import Scene, fill

CUSTOMER = frozenset({Role.CUSTOMER})
NO_TICKET = say("You have no open ticket.")
AT_THE_DOOR = say("At your door at {expected}.")
CARRIED = say("{carrier}, waybill {waybill}. Last heard of it: {whereabouts}")
REPORT = Button(say("Report a fault"), "w:报修")


def status(occasion: Occasion, _: str) -> Reply:
    """The true state of each of the customer's tickets (FLT-07), and what is still in the store."""
    tickets, waiting = occasion.desk.open_tickets(occasion.person), in_store(occasion)
    if not tickets and not waiting:
        return Reply(NO_TICKET, (REPORT,))
    text = apart((*(stands(occasion, ticket) for ticket in tickets), *waiting))
    booking = (Button(say("Book a delivery"), "f:book_delivery"),) if waiting else ()
    if len(tickets) != 1:
        return Reply(text, (*pick(occasion, tickets, "status"), *booking))
    only = tickets[0]
    buttons = moves_as_buttons(only, Role.CUSTOMER, occasion.person.id)
    return Reply(text, (*buttons, Button(say("Hurry, please"), "w:催单"), *booking), only.number)


def in_store(occasion: Occasion) -> tuple[Phrase, ...]:
    """What was bought and is still in the store is not lost: it can be booked."""
    desk = occasion.desk
    orders = orders_of(desk, occasion.person.own_phone) if desk.shop.policy.delivery.offered else ()
    return (say("Not delivered yet: {orders}. You can book the delivery here.", orders=orders),) if orders else ()


def stands(occasion: Occasion, ticket: Ticket) -> Phrase:
    """Where it stands, who comes, and by when it is promised."""
    scene = Scene(occasion.desk.unit, occasion.desk.shop, occasion.at, ticket)
    pledge = kind_named(ticket.kind).pledge
    due = occasion.desk.due(ticket, *pledge.promises) if pledge else None
    call = occasion.desk.due(ticket, "technician_call")
    coming = (fill(say("{technician} (badge {badge}) comes."), scene),) if may_call(ticket) and ticket.visit else ()
    promised = (Phrase(pledge.words.key, {"due": due}),) if pledge and due else ()
    calling = (fill(say("{technician} will call you by {due} about {number}.", due=call), scene),) if call else ()
    carried = (fill(CARRIED, scene),) if ticket.facts.get("waybill") else ()
    exact = (fill(AT_THE_DOOR, scene),) if ticket.facts.get("expected_at") else ()
    return above((line(occasion, ticket), *coming, *carried, *exact, *calling, *promised))


def pick(occasion: Occasion, tickets: tuple[Ticket, ...], what: str) -> tuple[Button, ...]:
    """With several open tickets, the customer says which one he means."""
    return tuple(Button(called(occasion, ticket), f"t:{ticket.ref}:{what}") for ticket in tickets)


def for_one(occasion: Occasion, what: str, then: Callable[[Ticket], Reply]) -> Reply:
    tickets = occasion.desk.open_tickets(occasion.person)
    match tickets:
        case ():
            return Reply(NO_TICKET, (REPORT,))
        case (only,):
            return then(only)
        case _:
            return Reply(say("Which ticket do you mean?"), pick(occasion, tickets, what))


def nudge(occasion: Occasion, _: str) -> Reply:
    return for_one(occasion, "nudge", lambda ticket: nudge_one(occasion, ticket))


def nudge_one(occasion: Occasion, ticket: Ticket) -> Reply:
    """Passed on once in the policy's time; more often only answered."""
    try:
        moved = occasion.desk.act_as(occasion.person, ticket.ref, "nudge")
    except Refused as refused:
        return Reply(refused.phrase, ticket=ticket.number)
    return Reply(say("We have asked them to hurry with {number}.", number=moved.number), ticket=moved.number)


def human(occasion: Occasion, words: str) -> Reply:
    """Somebody takes over; if there is no ticket yet, one is opened for the question (CHN-14)."""
    desk, person = occasion.desk, occasion.person
    tickets = desk.open_tickets(person)
    ticket = tickets[0] if tickets else open_question(desk, person, occasion.words(say("A question")))
    waits = desk.due(ticket, "human") is not None
    desk.act_as(person, ticket.ref, "ask_again" if waits else "ask_human", {"reason": words})
    due = desk.due(ticket, "human") or ""
    text = say("A colleague will write or call you about {number} by {due}.", number=ticket.number, due=due)
    return Reply(text, ticket=ticket.number)


def no_news(occasion: Occasion, _: str) -> Reply:
    """From now on he hears only of what he has asked for himself."""
    stop(occasion.desk, occasion.person)
    again = Button(say("Write to me again"), "w:subscribe")
    return Reply(say("Good: you hear from us only about your own tickets."), (again,))


def news_again(occasion: Occasion, _: str) -> Reply:
    resume(occasion.desk, occasion.person)
    return Reply(say("Thank you. We write to you again when there is something new for you."))


STATUS = (
    "状态", "进度", "查询", "查进度", "我的工单", "到哪了",
    "status", "my tickets", "where is my", "where are my", "when will my", "when does my",
)  # fmt: skip
ASKING = (
    "到哪了", "到哪里了", "到哪儿了", "什么时候到", "什么时候到货", "什么时候能到", "什么时候来", "什么时候发货",
    "什么时候送", "什么时候送货", "什么时候送到", "什么时候送来", "什么时候能送", "什么时候能送到", "什么时候能送来",
    "还没送", "还没送到", "还没送来", "还没送货", "还没到货", "还没发货",
)  # fmt: skip
A_PERSON = (
    "转人工", "转人工客服", "找人工", "找人工客服", "要人工", "要人工客服", "要真人", "真人客服",
    "speak to a human", "speak to a person", "speak to a real person", "speak to an agent", "speak to someone",
    "talk to a human", "talk to a person", "talk to a real person", "talk to an agent", "talk to someone",
)  # fmt: skip
HURRY = ("催单", "催", "催催", "快点", "hurry", "please hurry", "nudge")
HANDLERS = (
    Handler(STATUS, status, CUSTOMER, say("My tickets"), endings=ASKING),
    Handler(HURRY, nudge, CUSTOMER, endings=("催一下", "催一催")),
    Handler(("退订", "td", "unsubscribe", "no news"), no_news, CUSTOMER),
    Handler(("恢复订阅", "subscribe"), news_again, CUSTOMER),
    Handler(
        ("人工", "转人工", "人工客服", "human", "agent", "person"),
        human,
        CUSTOMER,
        say("Talk to a person"),
        takes_draft=True,
        endings=A_PERSON,
    ),
)
