"""The service report: without it no job is finished (FLT-22)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.dialogue.answers import Answers, Choice, FreeText, Minutes, OneOfOffered, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.errors import Refused
from core.kinds.invasive import PROTECT_FIRST, SEEN_FIRST, lacks_protection, waits_for_companion
from core.kinds.quote import QUOTE_FIRST
from core.kinds.quote_conditions import is_released
from core.phrases import Phrase, say
from core.tickets import Act, Ref, Role


def causes(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return [Choice(each.code, each.label) for each in occasion.desk.shop.policy.catalogue.causes.values()]


def actions(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return [Choice(each.code, each.label) for each in occasion.desk.shop.policy.catalogue.actions.values()]


def findings(occasion: Occasion, cause: str, done: str, parts: str | None) -> dict[str, Any]:
    """Raises Refused if the customer must agree to a quote first (FEE-01): the report is kept until then."""
    known = occasion.desk.shop.policy.catalogue.causes.get(str(cause))
    facts = {
        "not_covered": known is not None and not known.covered,
        "department": known is not None and known.goes_to is not None,
        "cause": str(cause), "done": str(done), "parts": parts or "",
    }  # fmt: skip
    ticket = occasion.desk.ticket(Ref(occasion.about))
    act = Act("finish", Role.TECHNICIAN, occasion.at, occasion.person.id, facts)
    if not is_released(ticket, act, occasion.desk.shop.policy):
        raise Refused(Phrase(QUOTE_FIRST.key, {"number": ticket.number}))
    return facts


def refuse_unaccompanied(occasion: Occasion, facts: dict[str, Any]) -> None:
    """Raises Refused where something was opened without protection or company (VIS-21): the report is kept."""
    ticket = occasion.desk.ticket(Ref(occasion.about))
    act = Act("finish", Role.TECHNICIAN, occasion.at, occasion.person.id, facts)
    if lacks_protection(ticket, act, occasion.desk.shop.policy):
        raise Refused(Phrase(PROTECT_FIRST.key, {"number": ticket.number}))
    if waits_for_companion(ticket):
        companion = occasion.desk.person(ticket.facts["companion"]).name
        raise Refused(Phrase(SEEN_FIRST.key, {"number": ticket.number, "companion": companion}))


class FinishVisit(Form):
    title = say("Finish the visit")
    opened_by = "finish"
    roles = frozenset({Role.TECHNICIAN})

    cause = ask(say("What was the cause?"), accepts=OneOfOffered(causes, or_words=True), label=say("Cause"))
    done = ask(say("What was done?"), accepts=OneOfOffered(actions, or_words=True), label=say("Work done"))
    minutes = ask(say("How many minutes did it take?"), accepts=Minutes(), label=say("Minutes"))
    parts = ask(
        say("Which parts were used? Or skip."), accepts=FreeText(longest=300), optional=True, label=say("Parts")
    )
    photos = ask(say("Photos of the finished work, then Done; or skip."), accepts=Photos(6), optional=True,
                 label=say("Photos"))  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        photos = list(self.photos.photos) if self.photos else []
        facts = findings(occasion, self.cause, self.done, self.parts)
        refuse_unaccompanied(occasion, facts)
        facts |= {"work_minutes": self.minutes, "done_photos": photos}
        ticket = occasion.act("finish", facts)
        return Reply(say("The report is in. The customer is asked to accept the work."), ticket=ticket.number)
