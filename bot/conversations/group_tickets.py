"""Reports of several households that have one cause are followed together (FLT-28)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue.answers import Answers, Choice, FreeText, OneOfOffered
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.grouping import accepts, group, silent
from core.desk import roles_in
from core.errors import NotAllowed
from core.people import STAFF
from core.phrases import say
from core.tickets import Ref, Role, Ticket

NUMBER = re.compile(r"F-\d{6}-\d{4,}", re.IGNORECASE)


class GroupTickets(Form):
    title = say("Several households")
    opened_by = "group"
    roles = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})
    summary = True

    others = ask(
        say("The numbers of the other households' tickets that have the same cause, please."),
        accepts=FreeText(longest=500), label=say("Tickets"),
    )  # fmt: skip
    words = ask(
        say("What happened, in short? All of these households read it."), accepts=FreeText(longest=200),
        label=say("What happened"),
    )  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        others = self.tickets(occasion)
        try:
            incident = group(occasion.desk, occasion.person, Ref(occasion.about), others, self.words)
        except NotAllowed as refused:
            raise AskAgain(type(self).others, refused.phrase) from None
        text = say("{number} follows them together. All households have been told.", number=incident.number)
        return Reply(text, ticket=incident.number)

    def tickets(self, occasion: Occasion) -> list[Ticket]:
        """Raises AskAgain for what is none, or none that this person may see."""
        numbers = dict.fromkeys(number.upper() for number in NUMBER.findall(self.others))
        found = [occasion.desk.unit.tickets.numbered(number) for number in numbers]
        seen = [ticket for ticket in found if ticket and roles_in(occasion.person, ticket)]
        if not seen or len(seen) < len(found):
            raise AskAgain(type(self).others, say("Please write the numbers of tickets, such as F-261123-0001."))
        return seen


class TellHouseholds(Form):
    title = say("Write to all households")
    opened_by = "tell_households"
    roles = STAFF

    note = ask(say("What shall all of these households read?"), accepts=FreeText(longest=1000))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("tell_households", {"note": self.note})
        return Reply(say("Sent to all households of {number}.", number=ticket.number), ticket=ticket.number)


class NoteAgreement(Form):
    title = say("What was agreed")
    opened_by = "note_agreement"
    roles = STAFF

    agreed = ask(
        say("What have the households agreed, with whom, and by when? All of them read it."),
        accepts=FreeText(longest=1000),
    )

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("note_agreement", {"agreed": self.agreed})
        return Reply(say("Noted, and sent to all households of {number}.", number=ticket.number), ticket=ticket.number)


def without_a_word(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return [
        Choice(each.number, each.number) for each in silent(occasion.desk, occasion.desk.ticket(Ref(occasion.about)))
    ]


class HouseholdAccepts(Form):
    title = say("A household accepts")
    opened_by = "household_accepts"
    roles = STAFF

    which = ask(
        say("Which one?"),
        accepts=OneOfOffered(
            without_a_word, nothing=say("Each household whose repair is over has accepted it.")
        ),
        label=say("Ticket"),
    )  # fmt: skip
    reason = ask(say("Who said so, and when?"), accepts=FreeText(longest=300), label=say("Reason"))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = accepts(occasion.desk, occasion.person, Ref(occasion.about), self.which, self.reason)
        return Reply(say("Noted: {which} is accepted.", which=self.which), ticket=ticket.number)
