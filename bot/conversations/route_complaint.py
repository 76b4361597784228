"""A complaint goes to whoever is responsible, within a working day (CMP-06, CMP-15)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.responsible import uninvolved
from bot.dialogue.staff import id_of
from bot.envelope import Reply
from core.casework.coordinating import Wanted, ask_department
from core.phrases import say
from core.tickets import Ref, Role, Ticket


def departments(occasion: Occasion, answers: Answers) -> Sequence[Choice]:
    known = occasion.desk.shop.policy.complaint.departments.values()
    return [Choice(each.code, each.label) for each in known if each.code != answers.get("unit")]


class RouteComplaint(Form):
    title = say("Route the complaint")
    opened_by = "route"
    roles = frozenset({Role.DISPATCHER, Role.QUALITY, Role.SUPERVISOR, Role.MANAGER})
    summary = False

    unit = ask(say("Which department is responsible?"), accepts=OneOfOffered(departments))
    another = ask(
        say("Does another department have a part in it? Or skip."), accepts=OneOfOffered(departments), optional=True,
        follows=(unit,),
    )  # fmt: skip
    asked = ask(
        say("Who of it is asked what its part is?"), accepts=OneOfOffered(uninvolved, reads=id_of),
        when=another.is_not(None), follows=(another,),
    )  # fmt: skip
    investigator = ask(
        say("Who looks into it, and coordinates the others?"), accepts=OneOfOffered(uninvolved, reads=id_of)
    )

    def submit(self, occasion: Occasion) -> Reply:
        chosen = occasion.desk.person(id_of(self.investigator))
        facts = {"units": [self.unit, *([self.another] if self.another else [])]}
        ticket = occasion.act("route", facts, assignee=chosen.id)
        self.ask_the_other(occasion, ticket)
        return Reply(say("{number} is with {name} now.", number=ticket.number, name=chosen.name), ticket=ticket.number)

    def ask_the_other(self, occasion: Occasion, ticket: Ticket) -> None:
        """Whoever coordinates gets its answer, and the result waits for it (CMP-15)."""
        if self.another and self.asked:
            words = occasion.words(say("What is your part in it? {words}", words=str(ticket.facts.get("words", ""))))
            wanted = Wanted(self.another, id_of(self.asked), words)
            ask_department(occasion.desk, occasion.person, Ref(occasion.about), wanted, answers_to=ticket.assignee)
