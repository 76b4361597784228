"""A small repair shop and two forms of it, to try the dialogue with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum, auto

from typing_extensions import override

from bot.dialogue.answers import Answers, Choice, FreeText, OneOf, OneOfOffered, Pattern, Phone, Photos
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.errors import Refused
from core.phrases import Phrase, Span
from core.tickets import Role
from tests.conversations.transcript import Chat, occasion, play

MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
SLOTS = {
    "mon": Span(MONDAY, MONDAY + timedelta(hours=3)),
    "tue": Span(MONDAY + timedelta(days=1), MONDAY + timedelta(hours=28)),
}


def said(text: str) -> Phrase:
    """A sentence of the tests, which nobody needs to translate."""
    return Phrase(text)


@dataclass
class RepairShop:
    repairs: list[tuple[object, ...]] = field(default_factory=list[tuple[object, ...]])
    free: dict[str, Span] = field(default_factory=SLOTS.copy)
    closed: str = ""  # why it takes no repairs today


class Fault(StrEnum):
    LEAK = auto()
    NOISE = auto()
    OTHER = auto()


def shop(occasion: Occasion) -> RepairShop:
    assert isinstance(occasion.desk, RepairShop)
    return occasion.desk


def free_visits(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return [Choice(name, span) for name, span in shop(occasion).free.items()]


class BookRepair(Form):
    title = said("Book a repair")
    opens_with = ("/repair", "repair", "报修")

    serial = ask(
        said("What is the serial number?"),
        accepts=Pattern(r"[A-Z]{2}\d{6}", said("A serial number looks like AB123456.")),
        why=said("It tells us the model."),
        label=said("Serial number"),
    )
    fault = ask(
        said("What is wrong?"),
        accepts=OneOf({Fault.LEAK: said("Leak"), Fault.NOISE: said("Noise"), Fault.OTHER: said("Something else")}),
        label=said("Fault"),
    )
    details = ask(
        said("Please describe it."), accepts=FreeText(5, 300), when=fault.is_(Fault.OTHER), label=said("Details")
    )
    photos = ask(said("Please send photos."), accepts=Photos(3), optional=True, label=said("Photos"))
    visit = ask(
        said("When may we come?"),
        accepts=OneOfOffered(free_visits, nothing=said("No visit is free.")),
        follows=(fault,),
        label=said("Visit"),
    )
    phone = ask(said("Which number may we call?"), accepts=Phone(), optional=True, label=said("Phone"))

    @override
    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:
        return ({"fault": Fault.LEAK} if "leak" in text else {}) | ({"visit": "mon"} if "Monday" in text else {})

    def submit(self, occasion: Occasion) -> Reply:
        here = shop(occasion)
        if here.closed:
            raise Refused(said(here.closed))
        if self.visit not in here.free:
            raise AskAgain(BookRepair.visit, said("That visit has just been taken."))
        photos = self.photos.photos if self.photos else ()
        here.repairs.append((self.serial, self.fault, self.details, photos, self.visit, self.phone))
        return Reply(said("Booked."))


class Rate(Form):
    """Short, so that it is sent without a summary."""

    title = said("Rate our work")
    roles = frozenset({Role.CUSTOMER})

    stars = ask(
        lambda occasion, _: Phrase("{name}, how many stars?", {"name": occasion.person.name}),
        accepts=Pattern(r"[0-5]", said("From 0 to 5.")),
        label=said("Stars"),
    )
    comment = ask(said("Anything else?"), accepts=FreeText(2, 20), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        if shop(occasion).closed:
            raise Refused(said(shop(occasion).closed))
        shop(occasion).repairs.append((self.stars, self.comment, occasion.about, occasion.said))
        return Reply(said("Thank you."))


TO_SUMMARY = "> AB123456\n> 1\n> [Skip]\n> 2\n> skip\nPlease check before I send it:\n"


def in_shop(
    form: type[Form], script: str, language: str = "en", opening: str = "", about: str = ""
) -> tuple[Chat, RepairShop]:
    shop = RepairShop()
    return play(form, script, occasion(shop, language=language, about=about), opening), shop
