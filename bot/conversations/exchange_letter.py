"""A letter to or from somebody outside, kept with the complaint; an examiner gets time for his (CMP-10, CMP-24)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum, auto

from bot.conversations.extend_promise import later
from bot.dialogue.answers import Album, FreeText, OneOf, OneOfOffered, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.kinds.complaint_letters import PARTIES, SIDES
from core.kinds.complaint_states import UNANSWERED
from core.people import STAFF
from core.phrases import say
from core.tickets import Facts, Ref


class Party(StrEnum):
    EXAMINER = auto()
    AUTHORITY = auto()
    CONSUMER = auto()
    CONTRACTOR = auto()
    PROPERTY = auto()


class Side(StrEnum):
    OURS = auto()
    THEIRS = auto()


class ExchangeLetter(Form):
    title = say("Letters outside")
    opened_by = "letter"
    roles = STAFF

    party = ask(
        say("With whom?"), accepts=OneOf({party: PARTIES[party.value] for party in Party}), label=say("With whom")
    )
    body = ask(say("What is it called?"), accepts=FreeText(longest=100), label=say("Name"))
    side = ask(say("Who has written?"), accepts=OneOf({side: SIDES[side.value] for side in Side}), label=say("Letter"))
    letter = ask(say("What does it say?"), accepts=FreeText(longest=1000), label=say("Content"))
    photos = ask(
        say("Please send the letter as photos or a file and tap Done, or skip."), accepts=Photos(6), optional=True,
        label=say("Photos"),
    )  # fmt: skip
    until = ask(
        say("By when is an answer to it wanted? Or skip."),
        accepts=OneOfOffered(later, reads=datetime.fromisoformat), optional=True, label=say("By when"),
    )  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        album = self.photos or Album()
        facts: Facts = {
            "party": str(self.party), "body": self.body, "side": str(self.side),
            "letter": "\n".join((self.letter, *album.words)), "paper_photos": list(album.photos),
        }  # fmt: skip
        ticket = occasion.act("letter", {**facts, **self.dates(occasion)})
        return Reply(say("The letter is kept with {number}.", number=ticket.number), ticket=ticket.number)

    def dates(self, occasion: Occasion) -> Facts:
        """Until when an answer is wanted; after a report of somebody else we need as long as for a plan."""
        if not self.until:
            return {}
        until, desk = datetime.fromisoformat(self.until), occasion.desk
        found: Facts = {"letter_due": until.isoformat()}
        examined = self.party is Party.EXAMINER and self.side is Side.OURS
        if not examined or desk.ticket(Ref(occasion.about)).state not in UNANSWERED:
            return found
        answered = desk.shop.reach(until, desk.shop.policy.promises.complaint_plan)
        return {**found, "extension_asked": answered.isoformat()}
