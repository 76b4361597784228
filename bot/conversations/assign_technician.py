"""A dispatcher or supervisor names who goes (DSP-03)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.dispatch import describe, who_could_go
from core.phrases import say
from core.tickets import PersonId, Ref, Role


def candidates(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    found = who_could_go(occasion.desk, occasion.desk.ticket(Ref(occasion.about)))
    return [Choice(str(each.person.id), describe(each)) for each in found]


class AssignTechnician(Form):
    title = say("Assign a technician")
    opened_by = "assign"
    roles = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})

    technician = ask(say("Who goes?"), accepts=OneOfOffered(candidates, nothing=say("There is no technician yet.")))

    def submit(self, occasion: Occasion) -> Reply:
        chosen = PersonId(int(self.technician))
        ticket = occasion.desk.act_as(occasion.person, Ref(occasion.about), "assign", assignee=chosen)
        name = occasion.desk.person(chosen).name
        return Reply(say("{number} is offered to {name}.", number=ticket.number, name=name), ticket=ticket.number)
