"""Corrective and preventive action: asked for, proposed, sent back, its effect checked (CAP-01..07)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.conversations.decide_proposal import days
from bot.dialogue.answers import Answers, Choice, FreeText, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.responsible import causes, uninvolved
from bot.dialogue.staff import id_of
from bot.dialogue.words import Words
from bot.envelope import Reply
from core.casework.correcting import approve_measures, reply_drafted, request_action
from core.people import STAFF
from core.phrases import Phrase, say
from core.tickets import Ref, Role

AS_DRAFTED = "draft"
QUALITY = frozenset({Role.QUALITY, Role.SUPERVISOR, Role.MANAGER})


class RequestAction(Form):
    title = say("Corrective action")
    opened_by = "request_capa"
    roles = QUALITY

    words = ask(say("What must not happen again?"), accepts=FreeText(longest=1000), label=say("What happened"))
    owner = ask(say("Who finds the cause and the measures?"), accepts=OneOfOffered(uninvolved, reads=id_of))

    def submit(self, occasion: Occasion) -> Reply:
        capa = request_action(occasion.desk, occasion.person, Ref(occasion.about), id_of(self.owner), self.words)
        return Reply(say("{number} is requested.", number=capa.number), ticket=capa.number)


class ProposeMeasures(Form):
    title = say("Cause and measures")
    opened_by = "propose_measures"
    roles = STAFF

    cause = ask(say("What was the cause?"), accepts=OneOfOffered(causes, or_words=True), label=say("Cause"))
    corrective = ask(say("What puts it right?"), accepts=FreeText(longest=1000), label=say("Corrective measure"))
    preventive = ask(say("What keeps it from happening again?"), accepts=FreeText(longest=1000),
                     label=say("Preventive measure"))  # fmt: skip
    until = ask(say("By when?"), accepts=OneOfOffered(days, reads=datetime.fromisoformat), label=say("By when"))

    def submit(self, occasion: Occasion) -> Reply:
        facts = {
            "cause": str(self.cause), "corrective": self.corrective, "preventive": self.preventive,
            "measures_by": datetime.fromisoformat(self.until).isoformat(),
        }  # fmt: skip
        ticket = occasion.act("propose_measures", facts)
        return Reply(say("{number} is with the supervisor for approval.", number=ticket.number), ticket=ticket.number)


def draft(occasion: Occasion) -> str:
    """In the words of whoever reads it: the customer's language."""
    desk, ref = occasion.desk, Ref(occasion.about)
    parent = desk.ticket(ref).parent
    customer = desk.person(desk.ticket(parent).customer) if parent else occasion.person
    words = Words(customer.language, occasion.words.zone, occasion.words.currency)
    return words(reply_drafted(desk, ref))


def shall_we_write(occasion: Occasion, _: Answers) -> Phrase:
    question = say("The customer would read:\n“{draft}”\nSend it so, write it otherwise, or skip.")
    return Phrase(question.key, {"draft": draft(occasion)})


def as_drafted(_: Occasion, __: Answers) -> Sequence[Choice]:
    return [Choice(AS_DRAFTED, say("Send it so"))]


class ApproveMeasures(Form):
    title = say("Approve")
    opened_by = "approve_measures"
    roles = QUALITY
    summary = False

    reply = ask(shall_we_write, accepts=OneOfOffered(as_drafted, or_words=True, longest=1000), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        reply = draft(occasion) if self.reply == AS_DRAFTED else str(self.reply or "")
        capa = approve_measures(occasion.desk, occasion.person, Ref(occasion.about), reply)
        return Reply(say("The measures of {number} are approved.", number=capa.number), ticket=capa.number)


class SendBackMeasures(Form):
    title = say("Send back")
    opened_by = "send_back_measures"
    roles = QUALITY

    reason = ask(say("Why is it not approved?"), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"reason": self.reason}
        ticket = occasion.act("send_back_measures", facts)
        return Reply(say("{number} went back.", number=ticket.number), ticket=ticket.number)


class ConfirmEffect(Form):
    title = say("Effective")
    opened_by = "effective"
    roles = QUALITY

    standard = ask(say("Which standard was revised, and what is its new version?"), accepts=FreeText(longest=200))

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"standard": self.standard}
        ticket = occasion.act("effective", facts)
        return Reply(say("{number} is closed.", number=ticket.number), ticket=ticket.number)


class NotEffective(Form):
    title = say("Not effective")
    opened_by = "not_effective"
    roles = QUALITY

    reason = ask(say("How does it show?"), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("not_effective", {"reason": self.reason})
        return Reply(say("{number} goes round again.", number=ticket.number), ticket=ticket.number)
