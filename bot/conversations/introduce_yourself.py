"""Somebody who joins the staff says who he is and what he can repair."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice, FreeText, OneOfOffered, PersonName, YesNo
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.errors import Refused
from core.membership import introduce
from core.people import STAFF
from core.phrases import say
from core.tickets import Role
from core.values import replace

EVERYTHING = "everything"


def trades(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    skills = occasion.desk.shop.policy.catalogue.skills.values()
    return [Choice(EVERYTHING, say("All of them")), *(Choice(skill.code, skill.label) for skill in skills)]


class IntroduceYourself(Form):
    title = say("Introduce yourself")
    opens_with = ("自我介绍", "introduce", "/introduce")
    roles = STAFF | {Role.CUSTOMER}  # who has joined is a customer until he is confirmed
    menu = False
    summary = False

    called = ask(say("What is your name, as customers shall read it?"), accepts=PersonName())
    repairs = ask(say("Are you going to customers as a technician?"), accepts=YesNo())
    badge = ask(say("What is the number of your badge? Or skip."), accepts=FreeText(longest=20), optional=True,
                when=repairs.is_(True))  # fmt: skip
    trade = ask(say("What do you repair? Come back here to add another trade."), accepts=OneOfOffered(trades),
                when=repairs.is_(True))  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        person = occasion.desk.person(occasion.person.id)
        if not person.is_staff and not person.claimed:
            raise Refused(say("That is for colleagues. You can join with an invitation."))
        known = occasion.desk.shop.policy.catalogue.skills
        learned = frozenset(known) if self.trade == EVERYTHING else frozenset({self.trade} if self.trade else ())
        person = replace(person, name=self.called, badge=self.badge or person.badge, skills=person.skills | learned)
        introduce(occasion.desk, person)
        if person.claimed:
            return Reply(say("Thank you, {name}. A supervisor confirms you, then you can start.", name=person.name))
        return Reply(say("Thank you, {name}.", name=person.name))
