"""The date of a delivery is agreed, by the clerk on the phone or by the customer himself (ORD-05, ORD-06)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversations.book_delivery import booked
from bot.dialogue.answers import Answers, Choice, FreeText, OneOf, OneOfOffered, YesNo
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.products import as_window, span_of
from bot.envelope import Reply
from core.casework.booking import Wish, book_delivery, to_deliver
from core.casework.ordering import SELLERS, part_of
from core.dispatch import crew_need, free_windows
from core.errors import NotAllowed, SlotTaken
from core.freight import ACCESS, Access, freight
from core.phrases import Phrase, above, say
from core.tickets import NOT_NOW, Ref, Role, Ticket

MOST_LOOKED_AT, SOONEST, ABOUT_THEN = 60, 4, 6


def contract(occasion: Occasion) -> Ticket:
    return occasion.desk.ticket(Ref(occasion.about))


def windows(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    """The soonest, and those about when the goods are wished for, or else the policy's days ahead (ORD-05)."""
    desk, facts = occasion.desk, contract(occasion).facts
    free = free_windows(desk, crew_need(desk, suburb=bool(facts.get("suburb"))), MOST_LOOKED_AT)
    ahead = (occasion.at + desk.shop.policy.order.date_ahead.time).astimezone(desk.shop.zone).date()
    about = max(str(facts.get("wished_on", "")), ahead.isoformat())
    later = [span for span in free if span.start.astimezone(desk.shop.zone).date().isoformat() >= about]
    those = dict.fromkeys((*free[:SOONEST], *later[:ABOUT_THEN])) if later else free[: SOONEST + ABOUT_THEN]
    return [as_window(span) for span in those]


def when_and_for_what(occasion: Occasion, _: Answers) -> Phrase:
    """What it costs is said before anything is confirmed (DLV-02)."""
    facts, desk = contract(occasion).facts, occasion.desk
    sales = to_deliver(desk, str(facts["order"]))
    cost = freight(sales, desk.shop.policy, suburb=bool(facts.get("suburb")))
    return above((cost.why, say("When may our crew come?")))


class AgreeDelivery(Form):
    title = say("Agree the delivery date")
    opened_by = "agree"
    roles = frozenset({Role.CUSTOMER, *SELLERS})

    visit = ask(
        when_and_for_what,
        accepts=OneOfOffered(
            windows, nothing=say("No crew is free in the coming days. Skip, and we will call you."), reads=span_of
        ),
        optional=True, label=say("Delivery"),
    )  # fmt: skip
    access = ask(say("How do the goods get up?"), accepts=OneOf({each: ACCESS[each] for each in Access}),
                 label=say("Access"))  # fmt: skip
    installation = ask(say("Shall we put it together as well?"), accepts=YesNo(), label=say("Assembly"))
    requirements = ask(
        say("What shall we know about it: wall, sockets, wishes? Or skip."), accepts=FreeText(longest=500),
        optional=True, when=installation.is_(True), label=say("Wishes for the assembly"),
    )  # fmt: skip
    words = ask(say("Anything about the way: narrow stairs, parking? Or skip."), accepts=FreeText(longest=500),
                optional=True, label=say("Remarks"))  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        desk, person, ticket = occasion.desk, occasion.person, contract(occasion)
        own = person.id == ticket.customer
        if not own and not person.is_staff:
            raise NotAllowed(NOT_NOW)
        by = None if own else (part_of(person, SELLERS), person.id)
        try:
            delivery, cost = book_delivery(desk, desk.person(ticket.customer), self.wish(ticket), by)
        except SlotTaken as taken:
            raise AskAgain(type(self).visit, taken.phrase) from None
        return Reply(booked(delivery, cost), ticket=delivery.number)

    def wish(self, ticket: Ticket) -> Wish:
        facts = ticket.facts
        return Wish(
            str(facts["order"]), str(facts["name"]), str(facts["phone"]), str(facts["address"]), self.access,
            "\n".join(filter(None, (str(facts.get("words", "")), self.words))),
            installation=self.installation, requirements=self.requirements or "",
            visit=span_of(self.visit) if self.visit else None,
        )  # fmt: skip
