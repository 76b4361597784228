"""Somebody of the staff writes down a complaint for a customer: a call, a letter, a visit (CMP-01, CMP-14)."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversations.lodge_complaint import LABELS, Subject
from bot.dialogue.answers import Album, FreeText, OneOf, PersonName, Phone, Photos
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.staff import everybody_of
from bot.envelope import Reply
from core.casework.complaining import Grievance, complain, named_in
from core.desk import OFFICE, roles_in
from core.people import SPECIALISTS, STAFF, Person
from core.phrases import say
from core.tickets import Facts, PersonId, Role, Ticket

UNKNOWN = say("I cannot find that ticket. Please check the number, or skip.")


class LodgeForCustomer(Form):
    title = say("Complaint of a customer")
    opens_with = ("投诉", "complaint", "complain", "/complain")
    roles = STAFF

    ticket = ask(
        say("The number of a ticket of this customer, if there is one; or skip."),
        accepts=FreeText(longest=30), optional=True, label=say("Ticket"),
    )  # fmt: skip
    called = ask(
        say("What is the customer's name?"), accepts=PersonName(own=False), when=ticket.is_(None), label=say("Name")
    )
    phone = ask(say("Which phone number can the customer be reached on?"), accepts=Phone(own=False),
                when=ticket.is_(None), label=say("Phone"))  # fmt: skip
    words = ask(
        say("What happened, in the customer's words?"), accepts=FreeText(longest=2000), label=say("What happened")
    )
    subject = ask(say("What is it mostly about?"), accepts=OneOf(LABELS), label=say("About"))
    person = ask(
        say("Who is it about? A colleague's name, or skip. That person will not see the complaint."),
        accepts=FreeText(longest=60), optional=True, when=subject.is_(Subject.CONDUCT), label=say("Person"),
    )  # fmt: skip
    wish = ask(
        say("What does the customer want us to do?"), accepts=FreeText(longest=1000, anything=True), label=say("Wish")
    )
    photos = ask(say("Photos or the letter; send them and tap Done, or skip."), accepts=Photos(6), optional=True,
                 label=say("Photos"))  # fmt: skip

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:  # noqa: ARG003
        return {"words": text[:2000]} if text and not cls.opens_by_itself(text) else {}

    def submit(self, occasion: Occasion) -> Reply:
        desk, album = occasion.desk, self.photos or Album()
        about = self.its_ticket(occasion)
        facts: Facts = about.facts if about else {}
        customer = about.customer if about else written_down(occasion, self.called or "", self.phone or "")
        told = Grievance(
            subject=str(self.subject), words="\n".join((self.words, *album.words)), wish=self.wish,
            name=str(facts.get("name", "")) or self.called or "", phone=str(facts.get("phone", "")) or self.phone or "",
            about=", ".join(filter(None, (about.number if about else "", self.person))),
            ticket=about.ref if about else None,
            person=named_in(self.person, everybody_of(desk.unit)) if self.person else None, photos=album.photos,
        )  # fmt: skip
        ticket = complain(desk, customer, told, by=(writes_as(occasion.person), occasion.person.id))
        return Reply(say("{number} is written down. After-sales has it now.", number=ticket.number))

    def its_ticket(self, occasion: Occasion) -> Ticket | None:
        """Raises AskAgain, also where there is one that this person may not see."""
        if not self.ticket:
            return None
        found = occasion.desk.unit.tickets.numbered(self.ticket.strip().upper())
        if found is None or not roles_in(occasion.person, found):
            raise AskAgain(type(self).ticket, UNKNOWN)
        return found


def written_down(occasion: Occasion, name: str, phone: str) -> PersonId:
    """A number that somebody says on the phone proves nothing: he is somebody new, whom we call."""
    return occasion.desk.unit.people.add(Person(PersonId(0), name, phone)).id


def writes_as(person: Person) -> Role:
    return next(role for role in (*OFFICE, Role.TECHNICIAN, *SPECIALISTS) if role in person.roles)
