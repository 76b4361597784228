"""Who goes with which van: those with the same name for it are a crew (DLV-13)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice, FreeText, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.staff import id_of
from bot.envelope import Reply
from core.errors import NotFound
from core.people import Person
from core.phrases import Phrase, say
from core.shop import Shop
from core.tickets import Role
from core.values import replace


def technicians(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return [Choice(str(each.id), with_crew(each)) for each in occasion.desk.unit.people.with_role(Role.TECHNICIAN)]


def with_crew(person: Person) -> Phrase:
    return say("{name}: {reasons}", name=person.name, reasons=person.crew or say("no crew"))


class NameCrew(Form):
    title = say("Crews")
    opens_with = ("班组", "车组", "crew", "crews")
    roles = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})
    summary = False

    person = ask(
        say("Whose van or crew?"),
        accepts=OneOfOffered(technicians, nothing=say("There is no technician yet."), reads=id_of),
    )
    crew = ask(
        say("Which van or crew does he go with? The same name makes a crew. Skip for none."),
        accepts=FreeText(longest=20), optional=True,
    )  # fmt: skip

    @classmethod
    def offered_by(cls, shop: Shop) -> bool:
        return shop.policy.delivery.offered

    def submit(self, occasion: Occasion) -> Reply:
        person = occasion.desk.person(id_of(self.person))
        if Role.TECHNICIAN not in person.roles:
            raise NotFound
        changed = replace(person, crew=self.crew or "")
        occasion.desk.know(changed)
        mates = occasion.desk.unit.people.with_role(Role.TECHNICIAN)
        names = tuple(each.name for each in mates if changed.crew and each.crew == changed.crew)
        if not names:
            return Reply(say("{name} goes with no crew.", name=person.name))
        return Reply(say("{crew}: {names}.", crew=changed.crew, names=names))
