"""A dispatcher or supervisor names who goes (DSP-03)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.staff import id_of
from bot.envelope import Reply
from core.dispatch import describe, who_could_go
from core.errors import NotFound
from core.phrases import say
from core.tickets import Ref, Role


def candidates(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    found = who_could_go(occasion.desk, occasion.desk.ticket(Ref(occasion.about)))
    return [Choice(str(each.person.id), describe(each)) for each in found]


class AssignTechnician(Form):
    title = say("Assign a technician")
    opened_by = "assign"
    roles = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})

    technician = ask(
        say("Who goes?"),
        accepts=OneOfOffered(candidates, nothing=say("There is no technician yet."), reads=id_of),
    )

    def submit(self, occasion: Occasion) -> Reply:
        chosen = occasion.desk.person(id_of(self.technician))
        if Role.TECHNICIAN not in chosen.roles:
            raise NotFound
        ticket = occasion.act("assign", assignee=chosen.id)
        offered = say("{number} is offered to {name}.", number=ticket.number, name=chosen.name)
        return Reply(offered, ticket=ticket.number)
