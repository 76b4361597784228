"""What a project must have before it is handed in (INS-10, INS-11, INS-13, INS-14, DLV-21)."""

from __future__ import annotations

from bot.cards import what_is_next
from bot.conversations.plan_project import OFFICE, ticket_of
from bot.dialogue.answers import Album, Answers, FreeText, Photos, YesNo
from bot.dialogue.form import Form, ask, either
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import Phrase, say
from core.tickets import Facts, Ref


def filed(occasion: Occasion, action: str, facts: Facts) -> Reply:
    ticket = occasion.desk.act_as(occasion.person, Ref(occasion.about), action, facts)
    text = say("{number}: it is filed.", number=ticket.number)
    return Reply(text, what_is_next(ticket, occasion.person), ticket.number)


def papers(occasion: Occasion, album: Album | None) -> list[str]:
    """Those that are there already, and the new ones."""
    before: list[str] = ticket_of(occasion).facts.get("paper_photos", [])
    return [*before, *(album.photos if album else ())]


class FileAgreement(Form):
    title = say("Signed agreement")
    opened_by = "file_agreement"
    roles = OFFICE

    photos = ask(say("Photos of the signed agreement, then Done."), accepts=Photos(6))

    def submit(self, occasion: Occasion) -> Reply:
        return filed(occasion, "file_agreement", {"agreement_photos": list(self.photos.photos)})


def asked_for(occasion: Occasion, _: Answers) -> Phrase:
    tender = str(ticket_of(occasion).facts.get("tender", ""))
    return say("The tender asked for: {tender}\nIs the style as it asked?", tender=tender)


class CheckTender(Form):
    title = say("Check against the tender")
    opened_by = "check_tender"
    roles = OFFICE

    style = ask(asked_for, accepts=YesNo(), label=say("Style"))
    material = ask(say("Is the material as it asked?"), accepts=YesNo(), label=say("Material"))
    environment = ask(say("Are the environmental requirements met?"), accepts=YesNo(), label=say("Environment"))
    differs = ask(say("What differs?"), accepts=FreeText(longest=500), label=say("Differs"),
                  when=either(style.is_(False), material.is_(False), environment.is_(False)))  # fmt: skip
    photos = ask(say("Photos of the certificates, then Done; or skip."), accepts=Photos(6), optional=True,
                 label=say("Certificates"))  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        facts: Facts = {
            "as_tendered": self.style and self.material and self.environment,
            "note": self.differs or "",
            "paper_photos": papers(occasion, self.photos),
        }
        return filed(occasion, "check_tender", facts)


class Commission(Form):
    title = say("Commissioned")
    opened_by = "commission"
    roles = OFFICE

    serial = ask(say("Serial number of the device? Or skip."), accepts=FreeText(longest=60), optional=True,
                 label=say("Serial number"))  # fmt: skip
    settings = ask(say("Settings and result of the test run?"), accepts=FreeText(longest=1000), label=say("Test run"))

    def submit(self, occasion: Occasion) -> Reply:
        return filed(occasion, "commission", {"serial": self.serial or "", "done": self.settings})


class TrainUsers(Form):
    title = say("Users trained")
    opened_by = "train_users"
    roles = OFFICE

    attendees = ask(say("Who took part in the training?"), accepts=FreeText(longest=1000), label=say("Took part"))
    photos = ask(say("A photo of the signed list, then Done; or skip."), accepts=Photos(6), optional=True,
                 label=say("Photos"))  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        facts: Facts = {"attendees": self.attendees, "paper_photos": papers(occasion, self.photos)}
        return filed(occasion, "train_users", facts)


class HandInProject(Form):
    title = say("Hand in")
    opened_by = "hand_in_project"
    roles = OFFICE

    photos = ask(say("Photos of the acceptance form and the original papers, then Done."), accepts=Photos(6))
    papers = ask(say("Where are the originals filed?"), accepts=FreeText(longest=300))

    def submit(self, occasion: Occasion) -> Reply:
        facts: Facts = {"papers": self.papers, "paper_photos": papers(occasion, self.photos)}
        return filed(occasion, "hand_in_project", facts)
