"""The van is loaded in the order of its stops: what comes off last goes in first (DLV-16)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.kinds.goods_conditions import is_to_be_loaded
from core.phrases import Phrase, above, say
from core.rounds import Stop, rounds_on
from core.tickets import Ref, Role, Ticket


def first_in_first(occasion: Occasion) -> list[Stop]:
    """The stops of his round that day, as they are loaded."""
    ticket, desk = occasion.desk.ticket(Ref(occasion.about)), occasion.desk
    if ticket.visit is None:
        return []
    rounds = rounds_on(desk, ticket.visit.start.astimezone(desk.shop.zone).date())
    return sorted(
        (stop for each in rounds if occasion.person.id in each.going for stop in each.stops), key=lambda each: each.load
    )


def question(occasion: Occasion, _: Answers) -> Phrase:
    lines = (
        say("{n}. {number}: {goods}", n=each.load, number=each.number, goods=each.goods)
        for each in first_in_first(occasion)
    )
    return above((say("Load in this order, tie down and pad:"), *lines, say("Is everything of it in the van?")))


def answers(_: Occasion, __: Answers) -> Sequence[Choice]:
    return [Choice("yes", say("Everything is in"))]


class LoadGoods(Form):
    title = say("Loaded")
    opened_by = "load"
    roles = frozenset({Role.TECHNICIAN})
    summary = False

    loaded = ask(question, accepts=OneOfOffered(answers))

    def submit(self, occasion: Occasion) -> Reply:
        """All of the round at once; what nobody has checked stays to be loaded (DLV-08)."""
        desk = occasion.desk
        found = (desk.unit.tickets.numbered(each.number) for each in first_in_first(occasion))
        stops = [ticket for ticket in found if ticket]
        ready = [ticket for ticket in stops if is_to_be_loaded(ticket)]
        for ticket in ready:
            desk.act_as(occasion.person, ticket.ref, "load")
        unchecked = [ticket.number for ticket in stops if "goods_checked_at" not in ticket.facts]
        return Reply(above((done(ready), *left(unchecked))))


def done(loaded: Sequence[Ticket]) -> Phrase:
    return say("Loaded: {numbers}", numbers=tuple(ticket.number for ticket in loaded))


def left(unchecked: Sequence[str]) -> list[Phrase]:
    return [say("Not checked yet: {numbers}", numbers=tuple(unchecked))] if unchecked else []
