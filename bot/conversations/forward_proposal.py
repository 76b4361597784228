"""A proposal is passed to whoever can judge it (SUG-02)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.staff import called, everybody_of, id_of
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Ref, Role


def judges(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    author = occasion.desk.ticket(Ref(occasion.about)).customer
    return [Choice(str(each.id), called(each)) for each in everybody_of(occasion.desk.unit) if each.id != author]


class ForwardProposal(Form):
    title = say("Pass on")
    opened_by = "forward"
    roles = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})

    judge = ask(say("Who can judge it?"), accepts=OneOfOffered(judges, reads=id_of))

    def submit(self, occasion: Occasion) -> Reply:
        chosen = occasion.desk.person(id_of(self.judge))
        ticket = occasion.act("forward", assignee=chosen.id)
        return Reply(say("{number} is with {name} now.", number=ticket.number, name=chosen.name), ticket=ticket.number)
