"""The store keeper says what of a contract is there (ORD-03), and what has come since (ORD-05)."""

from __future__ import annotations

from bot.cards import moves_as_buttons
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.some_lines import SomeLines, every_line, missing_lines, models
from bot.envelope import Reply
from bot.listing import line
from core.casework.ordering import STORES, part_of
from core.phrases import above, say
from core.tickets import Ref, Ticket
from core.wording import Scene, fill


class CheckStock(Form):
    title = say("Look up in the store")
    opened_by = "check_stock"
    roles = frozenset(STORES)

    missing = ask(
        say("What is missing in the store? Choose one, or type the numbers of several, such as 1 3."),
        accepts=SomeLines(every_line, say("Nothing is missing"), say("All of it is missing")), label=say("Missing"),
    )  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        ref = Ref(occasion.about)
        missing = models(every_line(occasion.desk.ticket(ref)), self.missing)
        ticket = occasion.desk.act_as(occasion.person, ref, self.opened_by or "", {"missing": missing})
        return after_a_look(occasion, ticket)


class CorrectStock(CheckStock):
    """What the list said is there, and is not."""

    title = say("Not there after all")
    opened_by = "correct_stock"


class GoodsIn(Form):
    title = say("Goods have come")
    opened_by = "goods_in"
    roles = frozenset(STORES)

    come = ask(
        say("What has come? Choose one, or type the numbers of several, such as 1 3."),
        accepts=SomeLines(missing_lines, say("Nothing has come"), say("All of it has come")), label=say("Has come"),
    )  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        ref = Ref(occasion.about)
        waiting = missing_lines(occasion.desk.ticket(ref))
        come = models(waiting, self.come)
        missing = [each.model for each in waiting if each.model not in come]
        return after_a_look(
            occasion, occasion.desk.act_as(occasion.person, ref, "goods_in", {"missing": missing, "come": come})
        )


def after_a_look(occasion: Occasion, ticket: Ticket) -> Reply:
    """What is to be done next stands underneath."""
    desk = occasion.desk
    scene = Scene(desk.unit, desk.shop, occasion.at, ticket)
    missing = (fill(say("Missing: {missing_goods}"), scene),) if ticket.facts["missing"] else ()
    buttons = moves_as_buttons(ticket, part_of(occasion.person, STORES), occasion.person.id)
    return Reply(above((line(occasion, ticket), *missing)), buttons, ticket.number)
