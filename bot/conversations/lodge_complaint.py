"""A customer complains (客户投诉登记表, CMP-01, CMP-02, CMP-14): heard out first, then asked for what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum, auto

from typing_extensions import override

from bot.cards import moves_as_buttons
from bot.dialogue.answers import (
    Album,
    Answers,
    Choice,
    FreeText,
    OneOf,
    OneOfOffered,
    Own,
    PersonName,
    Phone,
    Photos,
    YesNo,
)
from bot.dialogue.form import Form, ask, both
from bot.dialogue.occasion import Occasion
from bot.dialogue.staff import everybody_of
from bot.envelope import Reply
from core.casework.complaining import Grievance, complain, named_in, warn_of
from core.kinds import kind_named
from core.kinds.complaint_states import SUBJECTS
from core.phrases import Phrase, above, say
from core.tickets import PersonId, Ref, Role, Ticket
from core.values import replace
from core.wording import Scene, fill


class Subject(StrEnum):
    QUALITY = auto()
    SERVICE = auto()
    CONDUCT = auto()
    OTHER = auto()


LABELS = {subject: SUBJECTS[subject.value] for subject in Subject}
TODAY, YESTERDAY = say("Today"), say("Yesterday")
HEAD = say("{number} {product}")


def days(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return [Choice(occasion.words(day), day) for day in (TODAY, YESTERDAY)]


def own_tickets(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    """What he may mean: not what the office keeps for itself, nor another complaint."""
    desk = occasion.desk
    recent = desk.unit.tickets.recent_of(occasion.person.id)
    meant = (t for t in recent if not kind_named(t.kind).internal and t.kind != "complaint")
    return [Choice(t.ref, fill(HEAD, Scene(desk.unit, desk.shop, desk.at, t))) for t in meant]


def who_came(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    recent = occasion.desk.unit.tickets.recent_of(occasion.person.id)
    found = dict.fromkeys(ticket.assignee for ticket in recent if ticket.assignee)
    names = [occasion.desk.person(person).name for person in found]
    return [Choice(name, name) for name in dict.fromkeys(filter(None, names))]


class LodgeComplaint(Form):
    """`sure` is asked only where the customer did not call it a complaint himself."""

    title = say("Make a complaint")
    opens_with = ("投诉", "complain", "make a complaint", "complaint", "/complain")
    interrupts = True
    hears_anger = True

    sure = ask(
        say("I am sorry that you are upset. Shall I make a complaint of this, so that the right people look into it?"),
        accepts=YesNo(say("Yes, please"), say("No, go on")), label=say("Complaint"),
    )  # fmt: skip
    wanted = sure.is_(True)
    words = ask(
        say("I am sorry that something went wrong. Please tell me what happened, in your own words. Take your time."),
        accepts=FreeText(longest=2000), when=wanted, label=say("What happened"),
    )  # fmt: skip
    subject = ask(say("What is it mostly about?"), accepts=OneOf(LABELS), when=wanted, label=say("About"))
    happened = ask(
        say("When was that? Choose, write a day, or skip."), accepts=OneOfOffered(days, or_words=True, longest=60),
        optional=True, when=wanted, label=say("When"),
    )  # fmt: skip
    ticket = ask(
        say("Which ticket or order is it about? Choose, write its number, or skip."),
        accepts=OneOfOffered(own_tickets, or_words=True), optional=True, when=wanted, label=say("Ticket"),
    )  # fmt: skip
    person = ask(
        say("Whom is it about? Choose or write a name, or skip. That person will not see the complaint."),
        accepts=OneOfOffered(who_came, or_words=True, longest=60), optional=True,
        when=both(wanted, subject.is_(Subject.CONDUCT)), label=say("Person"),
    )  # fmt: skip
    batch = ask(
        say("Is there a batch or serial number, and how many pieces are affected? Or skip."),
        accepts=FreeText(longest=200), optional=True, when=both(wanted, subject.is_(Subject.QUALITY)),
        label=say("Batch"),
    )  # fmt: skip
    wish = ask(
        say("What would you like us to do about it?"),
        accepts=FreeText(longest=1000, anything=True),
        when=wanted,
        label=say("Wish"),
    )
    photos = ask(
        say("Photos help us; send them and tap Done, or skip."), accepts=Photos(6), optional=True, when=wanted,
        label=say("Photos"),
    )  # fmt: skip
    contact = ask(say("What is your name?"), accepts=PersonName(), when=wanted, label=say("Name"))
    phone = ask(
        say("Which phone number can we reach you on?"), accepts=Phone(), optional=True, when=wanted, label=say("Phone"),
        why=say("Only those who look into the complaint see it."),
    )  # fmt: skip

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:
        """What he has said already, and what the desk knows of him."""
        known = occasion.known
        if not text or cls.opens(text):
            known["sure"] = "yes"
        if text and not cls.opens_by_itself(text):
            known["words"] = text[:2000]
        return known

    @classmethod
    @override
    def is_checked(cls, answers: Answers) -> bool:
        """Not that there is none."""
        return answers.get("sure") == "yes"

    def submit(self, occasion: Occasion) -> Reply:
        if not self.sure:
            warn_of(occasion.desk, occasion.person, occasion.said)
            return Reply(say("All right. You can say “complain” at any time."))
        person = occasion.person
        ticket = complain(occasion.desk, person.id, self.grievance(occasion))
        name, phone = person.own_name or self.contact or "", person.phone or self.phone or ""
        occasion.desk.know(replace(person, name=name, phone=phone))
        buttons = moves_as_buttons(ticket, Role.CUSTOMER, occasion.person.id)
        return Reply(confirmation(occasion, ticket), buttons, ticket.number)

    def grievance(self, occasion: Occasion) -> Grievance:
        album, meant = self.photos or Album(), meant_ticket(occasion, self.ticket)
        about = ", ".join(filter(None, (said_of(self.ticket, meant), self.person, self.batch)))
        return Grievance(
            subject=str(self.subject), words="\n".join(filter(None, (self.words, *album.words))), wish=self.wish or "",
            name=self.contact or "", phone=self.phone or "", happened=self.happened or "", about=about,
            ticket=meant.ref if meant else None, person=meant_person(occasion, self.person), photos=album.photos,
            told=occasion.told,
        )  # fmt: skip


def meant_ticket(occasion: Occasion, said: str | None) -> Ticket | None:
    """The one that was chosen, or whose number was written; only one of his own."""
    tickets = occasion.desk.unit.tickets
    found = tickets.numbered(said.strip().upper()) if isinstance(said, Own) else tickets.get(Ref(said or ""))
    return found if found and found.customer == occasion.person.id else None


def meant_person(occasion: Occasion, said: str | None) -> PersonId | None:
    return named_in(said, everybody_of(occasion.desk.unit)) if said else None


def said_of(said: str | None, meant: Ticket | None) -> str:
    return meant.number if meant else said if isinstance(said, Own) else ""


def confirmation(occasion: Occasion, ticket: Ticket) -> Phrase:
    """The number, and what is promised, in words (CMP-06, CMP-07, CMP-11, CMP-20)."""
    desk = occasion.desk
    first = desk.due(ticket, "emergency")
    opening = desk.shop.opens_at(occasion.at)
    lines = (
        say("Thank you for telling us. Your complaint is {number}, and after-sales has it now.", number=ticket.number),
        say("You hear by {due} who looks into it.", due=desk.due(ticket, "routing") or ""),
        *(
            (say("It is a serious matter: by {due} at the latest you hear how it is handled.", due=first),)
            if first
            else ()
        ),
        say("You have our answer by {due}.", due=desk.due(ticket, "result") or ""),
        *((say("Our office is closed now and opens {opening}.", opening=opening),) if opening else ()),
    )
    return above(lines)
