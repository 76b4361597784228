"""Walls or floors are opened: what was covered is shown, and somebody of the office goes along (VIS-21)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards import what_is_next
from bot.dialogue.answers import Answers, Choice, FreeText, OneOfOffered, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.staff import called, id_of
from bot.envelope import Reply
from core.alerts import holders
from core.errors import NotFound
from core.phrases import say
from core.tickets import Ref, Role

OFFICE = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})


def companions(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    """Who dispatches and who supervises, or whoever stands in for them: they hear of it."""
    ticket = occasion.desk.ticket(Ref(occasion.about))
    found = [each for role in (Role.SUPERVISOR, Role.DISPATCHER) for each in holders(occasion.desk, role, ticket)[1]]
    return [Choice(str(each.id), called(each)) for each in {each.id: each for each in found}.values()]


class ProtectHome(Form):
    title = say("Invasive work")
    opened_by = "protect"
    roles = frozenset({Role.TECHNICIAN})
    summary = False
    interrupts = True  # the report on the visit, which is refused without it, goes on afterwards

    photos = ask(
        say("Wrap the furniture in new thick plastic and cover the floor. Then send photos of it, and Done."),
        accepts=Photos(6),
        label=say("Photos"),
    )
    companion = ask(
        say("Who of the office accompanies the work and settles changes with the customer?"),
        accepts=OneOfOffered(companions, nothing=say("Nobody of the office is there yet."), reads=id_of),
        label=say("Accompanied by"),
    )

    def submit(self, occasion: Occasion) -> Reply:
        chosen = occasion.desk.person(id_of(self.companion))
        if not chosen.roles & OFFICE:
            raise NotFound
        facts = {"protection_photos": list(self.photos.photos), "companion": chosen.id}
        ticket = occasion.act("protect", facts)
        return Reply(say("{name} hears of it.", name=chosen.name), ticket=ticket.number)


class ChangeWork(Form):
    title = say("Change the work")
    opened_by = "change_work"
    roles = OFFICE

    change = ask(say("What did you agree with the customer? Both sides read it."), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("change_work", {"work_change": self.change})
        return Reply(say("Customer and technician have it."), what_is_next(ticket, occasion.person), ticket.number)
