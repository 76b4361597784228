"""Words or photos for a ticket that is open already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from typing_extensions import override

from bot.dialogue.answers import Album, Answers, Choice, OneOfOffered, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Button, Reply
from core.casework.kept_photos import photos_with
from core.people import STAFF
from core.phrases import Value, say
from core.policy.catalogue import guess
from core.tickets import Ref, Role
from core.wording import Scene, fill

LONGEST = 1000


class WordsOrPhotos(Photos):
    @override
    def shown(self, kept: str) -> Value:
        album = self.recall(kept)
        return super().shown(kept) if album.photos else album.words


ADDED = WordsOrPhotos(6)


def own(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    desk = occasion.desk
    line = say("{number} {product}")
    return [
        Choice(ticket.ref, fill(line, Scene(desk.unit, desk.shop, desk.at, ticket)))
        for ticket in occasion.desk.gathering(occasion.person)
    ]


class AddToTicket(Form):
    """What is said without a question, while one ticket is open, is such an addition and is sent at once."""

    title = say("Add to my ticket")
    opened_by = "add_words"
    roles = STAFF | {Role.CUSTOMER}
    summary = False

    ticket = ask(say("Which ticket is it about?"), accepts=OneOfOffered(own), label=say("Ticket"))
    added = ask(
        say("What would you like to add? Write or send photos, then tap Done."),
        accepts=ADDED, optional=True, label=say("Text"),
    )  # fmt: skip

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:
        words = ADDED.keep(Album((), (text[:LONGEST],))) if text else ""
        return {k: v for k, v in {"ticket": occasion.about or meant(text, occasion), "added": words}.items() if v}

    def submit(self, occasion: Occasion) -> Reply:
        album = self.added or Album()
        if album == Album():
            return Reply(say("Good, everything stays as it was."))
        photos, note = album.photos, "\n".join(album.words)
        seen = occasion.desk.seen_by(occasion.person, Ref(self.ticket))
        facts = {
            "added": note or occasion.words(say("photos: {n}", n=len(photos))),
            "added_photos": list(photos),
            "notes": [*seen.facts.get("notes", []), *([note] if note else [])],
            "photos": photos_with(occasion.desk, seen, photos),
        }
        ticket = occasion.desk.act_as(occasion.person, Ref(self.ticket), "add_words", facts)
        another = (Button(say("Report another fault"), "w:报修"),) if occasion.person.id == ticket.customer else ()
        return Reply(say("Added to {number}.", number=ticket.number), another, ticket.number)


def meant(text: str, occasion: Occasion) -> str:
    """The only open ticket, or the only one about the kind of product that is spoken of."""
    tickets = occasion.desk.gathering(occasion.person)
    spoken_of = guess(text, occasion.desk.shop.policy.catalogue).category
    alike = [t for t in tickets if spoken_of and t.facts.get("category") == spoken_of.code]
    for those in (tickets, alike):
        if len(those) == 1:
            return those[0].ref
    return ""
