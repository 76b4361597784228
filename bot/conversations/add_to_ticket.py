"""Words or photos for a ticket that is open already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.dialogue.answers import Answers, Choice, FreeText, OneOfOffered, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.people import STAFF
from core.phrases import say
from core.tickets import Ref, Role
from core.wording import Scene, fill


def own(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    desk = occasion.desk
    line = say("{number} {product}")
    return [
        Choice(ticket.ref, fill(line, Scene(desk.unit, desk.shop, desk.at, ticket)))
        for ticket in desk.open_tickets(occasion.person)
    ]


class AddToTicket(Form):
    title = say("Add to my ticket")
    opened_by = "add_words"
    roles = STAFF | {Role.CUSTOMER}
    summary = True

    ticket = ask(say("Which ticket is it about?"), accepts=OneOfOffered(own), label=say("Ticket"))
    note = ask(
        say("What would you like to add? Or skip."), accepts=FreeText(longest=1000), optional=True, label=say("Text")
    )
    photos = ask(say("Photos, then Done; or skip."), accepts=Photos(6), optional=True, label=say("Photos"))

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:
        about = occasion.about
        if not about:
            listed = own(occasion, {})
            about = listed[0].value if len(listed) == 1 else ""
        return {k: v for k, v in {"ticket": about, "note": text[:1000]}.items() if v}

    def submit(self, occasion: Occasion) -> Reply:
        photos = self.photos.photos if self.photos else ()
        note = self.note or ""
        said = say("{note} ({n} photos)", note=note, n=len(photos)) if photos else note
        seen = occasion.desk.seen_by(occasion.person, Ref(self.ticket))
        facts = {
            "added": occasion.words(said),
            "notes": [*seen.facts.get("notes", []), *([note] if note else [])],
            "photos": [*seen.facts.get("photos", []), *photos],
        }
        ticket = occasion.desk.act_as(occasion.person, Ref(self.ticket), "add_words", facts)
        return Reply(say("Added to {number}.", number=ticket.number), ticket=ticket.number)
