"""A customer or a colleague proposes something (提案, SUG-01, SUG-07, SUG-10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.cards import moves_as_buttons
from bot.dialogue.answers import Album, Answers, Choice, FreeText, OneOfOffered, PersonName, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.proposing import propose
from core.people import STAFF
from core.phrases import above, say
from core.tickets import Role

TERMS = say(
    "What do you propose? If we develop it ourselves, what comes of it belongs to the shop; if we do it together with "
    "you, we agree on that with you first."
)


def subjects(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return [Choice(each.code, each.label) for each in occasion.desk.shop.policy.proposal.subjects.values()]


class MakeProposal(Form):
    title = say("Propose something")
    opens_with = (
        *("建议", "提建议", "提案", "提个建议", "我有建议"),
        *("suggestion", "proposal", "make a suggestion", "i have a suggestion"),
    )
    roles = STAFF | {Role.CUSTOMER}

    subject = ask(say("What is your proposal about?"), accepts=OneOfOffered(subjects), label=say("About"))
    words = ask(TERMS, accepts=FreeText(longest=2000), label=say("Proposal"))
    photos = ask(say("Photos or drawings, then Done; or skip."), accepts=Photos(6), optional=True, label=say("Photos"))
    contact = ask(say("What is your name?"), accepts=PersonName(), label=say("Name"))

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:
        words = text[:2000] if text and not cls.opens_by_itself(text) else ""
        return {k: v for k, v in {"words": words, "contact": occasion.person.own_name}.items() if v}

    def submit(self, occasion: Occasion) -> Reply:
        desk, album = occasion.desk, self.photos or Album()
        words = "\n".join((self.words, *album.words))
        ticket = propose(desk, occasion.person, self.subject, words, self.contact, album.photos)
        due = desk.due(ticket, "decision") or ""
        thanks = say("Thank you! Your proposal is {number}.", number=ticket.number)
        buttons = moves_as_buttons(ticket, Role.CUSTOMER, occasion.person.id)
        return Reply(above((thanks, say("You hear by {due} what becomes of it.", due=due))), buttons, ticket.number)
