"""Report a fault (报修登记, FLT-01): what, how bad, who, where and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum, auto

from bot.dialogue.answers import (
    Address,
    Album,
    Answers,
    Choice,
    FreeText,
    OneOf,
    OneOfOffered,
    PersonName,
    Phone,
    Photos,
    YesNo,
)
from bot.dialogue.form import AskAgain, Form, ask, both, no
from bot.dialogue.occasion import Occasion
from bot.dialogue.products import (
    ProductNamed,
    SymptomNamed,
    as_product,
    category_of,
    chosen_sale,
    code_of,
    delivered_to,
    found_by,
    only_purchase,
    product_meant,
    sale_of,
    span_of,
    still_to_come,
    text_of,
    windows,
)
from bot.dialogue.safety import advice_for
from bot.envelope import Reply
from core.casework.reporting import Report, cover_of, report_fault, solved_by_first_aid
from core.errors import SlotTaken
from core.fulfilment import is_awaited
from core.people import Sale
from core.phrases import Bilingual, Phrase, above, say
from core.policy.catalogue import guess
from core.tickets import Ticket


class Haste(StrEnum):
    NORMAL = auto()
    URGENT = auto()
    DANGER = auto()


HASTE = {
    Haste.NORMAL: say("It can wait for the visit"),
    Haste.URGENT: say("Urgent, I cannot use it"),
    Haste.DANGER: say("Danger: smoke, leak, electricity, injury"),
}


def first_aid(occasion: Occasion, answers: Answers) -> Phrase:
    symptom = occasion.desk.shop.policy.catalogue.symptom(code_of(answers["symptom"]))
    text: Bilingual | str = (symptom.self_help if symptom else None) or ""
    return say("You can try this first:\n{text}\n\nDid it help?", text=text)


def how_urgent(occasion: Occasion, answers: Answers) -> Phrase:
    """What must be done at once to be safe comes before the question (FLT-11)."""
    asked = say("Is it urgent, or is anybody in danger?")
    advice = advice_for(occasion, code_of(answers.get("symptom", "")), danger=False)
    return above((*advice, asked)) if advice else asked


def is_danger(answers: Answers) -> bool:
    return answers.get("haste") == Haste.DANGER


def is_a_key(answers: Answers) -> bool:
    return answers.get("product", "").startswith("key:")


def has_no_category(answers: Answers) -> bool:
    return not category_of(answers, asked=False)


def has_first_aid(answers: Answers) -> bool:
    return answers.get("symptom", "").endswith(":aid")


def categories(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    return [Choice(each.code, each.label) for each in occasion.desk.shop.policy.catalogue.categories.values()]


class ReportFault(Form):
    title = say("Report a fault")
    opens_with = ("报修", "维修", "修理", "坏了", "repair", "report a fault", "fault", "broken", "/repair",
                  "the fault is back", "又坏了", "故障又出现了", "又出现了", "问题又来了", "没修好")  # fmt: skip

    product = ask(
        say("Which product is it? Type its name or model, or your order number."),
        accepts=ProductNamed(), label=say("Product"),
        why=say("With the purchase we know the model and whether it is under warranty."),
    )  # fmt: skip
    bought = ask(
        say("Which one of these is it? If it is none of them, type its name."),
        accepts=OneOfOffered(found_by, or_words=True, reads=as_product), when=is_a_key, follows=(product,),
        label=say("Bought"),
    )  # fmt: skip
    category = ask(
        say("What kind of product is that?"),
        accepts=OneOfOffered(categories), when=has_no_category, follows=(product, bought), label=say("Kind"),
    )  # fmt: skip
    symptom = ask(
        say("What is wrong with it? Choose, or say it in your own words."),
        accepts=SymptomNamed(), follows=(product, bought, category), label=say("Fault"),
    )  # fmt: skip
    helped = ask(
        first_aid, accepts=YesNo(say("Yes, solved"), say("No, not solved")), when=both(has_first_aid, no(is_danger)),
        follows=(symptom,), label=say("First aid"),
    )  # fmt: skip
    unsolved = helped.is_not(True)
    words = ask(say("Please describe it, or skip."), accepts=FreeText(longest=1000), optional=True, when=unsolved,
                label=say("Description"))  # fmt: skip
    photos = ask(
        say("Please send photos of the damage, then tap Done."), accepts=Photos(6), optional=True, when=unsolved,
        label=say("Photos"), why=say("With a picture the technician brings the right parts."),
    )  # fmt: skip
    haste = ask(how_urgent, accepts=OneOf(HASTE), when=unsolved, label=say("Urgency"))
    contact = ask(say("What is your name?"), accepts=PersonName(), when=unsolved, label=say("Name"))
    phone = ask(
        say("Which phone number can we reach you on?"), accepts=Phone(), when=unsolved, label=say("Phone"),
        why=say("Only the technician who comes sees it, and only until the job is done."),
    )  # fmt: skip
    address = ask(say("Where is it? Street, number, floor and district, please."), accepts=Address(delivered_to),
                  when=unsolved, label=say("Address"))  # fmt: skip
    visit = ask(
        say("When may our technician come?"),
        accepts=OneOfOffered(
            windows, nothing=say("No time is free in the coming days. Skip, and we will call you."), reads=span_of
        ),
        optional=True, when=both(unsolved, no(is_danger)), follows=(symptom,), label=say("Visit"),
    )  # fmt: skip

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:
        """The opening sentence is kept; what the desk knows of the person need not be asked again."""
        recent = occasion.desk.unit.tickets.recent_of(occasion.person.id)
        lived = [str(ticket.facts["address"]) for ticket in recent if ticket.facts.get("address")]
        return occasion.known | ({"address": lived[0]} if lived else {}) | said_already(text, occasion)

    @classmethod
    def warnings(cls, occasion: Occasion, answers: Answers) -> tuple[Phrase, ...]:
        """Who smells gas reads at once what to do, not after his address."""
        advice = advice_for(occasion, code_of(answers.get("symptom", "")), danger=is_danger(answers))
        return (*advice, *(not_here_yet(occasion) if "product" not in answers else ()))

    @classmethod
    def in_all(cls, occasion: Occasion, answers: Answers) -> Phrase | str:
        """What it will cost, before anybody is sent for; not of a purchase that may be somebody else's."""
        form, may_be_seen = cls(answers), occasion.person.own_phone or chosen_sale(answers)
        sale = form.sale(occasion) if may_be_seen and not form.helped else None
        return cover_of(occasion.desk, occasion.person, sale).why if form.seen(occasion, sale) else ""

    def submit(self, occasion: Occasion) -> Reply:
        person, desk, sale = occasion.person, occasion.desk, self.sale(occasion)
        seen = self.seen(occasion, sale)
        if self.helped:
            number = solved_by_first_aid(desk, person, self.fault(occasion, seen)).number
            return Reply(say("Glad it helped. We have noted it as {number}.", number=number), ticket=number)
        album, visit = self.photos or Album(), self.visit
        report = Report(
            **self.fault(occasion, seen, *album.words), name=self.contact or person.own_name,
            phone=self.phone or person.phone, address=self.address or "",
            urgent=self.haste is Haste.URGENT, hazard=self.haste is Haste.DANGER,
            sale=sale, proven=seen is not None, photos=album.photos, visit=span_of(visit) if visit else None,
        )  # fmt: skip
        try:
            ticket, covered = report_fault(desk, person, report)
        except SlotTaken as taken:
            raise AskAgain(type(self).visit, taken.phrase) from None
        return confirmation(occasion, ticket, covered.why if seen else covered.in_short)

    def fault(self, occasion: Occasion, sale: Sale | None, *more: str) -> dict[str, str]:
        """Product, kind, fault and all that was said about it: what was bought is called as on the receipt."""
        named, code = text_of(self.answers.get("bought") or self.answers["product"]), code_of(self.answers["symptom"])
        category = occasion.desk.shop.policy.catalogue.categories.get(category_of(self.answers))
        guessed = category is not None and named == occasion.words(category.label)
        own_product = named if sale and self.answers["product"].startswith("own:") and not guessed else ""
        own_symptom = "" if code else text_of(self.answers["symptom"])
        told = dict.fromkeys(filter(None, (own_product, own_symptom, self.words, *more)))
        product = f"{sale.product} {sale.model}" if sale else named
        return {"product": product, "category": category_of(self.answers), "symptom": code, "words": " ".join(told)}

    def seen(self, occasion: Occasion, sale: Sale | None) -> Sale | None:
        """The purchase, unless it was found by a number that was only typed: that counts, but is not shown."""
        own = occasion.desk.person(occasion.person.id).own_phone if sale else ""
        return sale if sale_of(occasion, self.answers) or (sale and sale.phone == own) else None

    def sale(self, occasion: Occasion) -> Sale | None:
        """What he named; or else the only such thing that he has, but nothing of a contract that is still to come."""
        phone, named = self.phone or occasion.person.phone, sale_of(occasion, self.answers)
        only = None if named else only_purchase(occasion, phone, category_of(self.answers))
        return None if only and is_awaited(occasion.desk.unit, only) else named or only


def confirmation(occasion: Occasion, ticket: Ticket, covered: Phrase) -> Reply:
    """The number, what it costs and why, who comes or calls when, and by when it will be done."""
    due = occasion.desk.due(ticket, "resolve_simple", "resolve_complex")
    call = "" if ticket.visit else occasion.desk.due(ticket, "urgent", "first_contact") or ""
    visit = say("Visit: {visit}.", visit=ticket.visit) if ticket.visit else say("We call you by {call}.", call=call)
    opening = occasion.desk.shop.opens_at(occasion.at)
    lines = (
        say("Thank you, we have your report. Your ticket is {number}.", number=ticket.number),
        *advice_for(occasion, str(ticket.facts["symptom"]), danger=bool(ticket.facts["hazard"])),
        covered,
        visit,
        *((say("We promise to have it repaired by {due}.", due=due),) if due else ()),
        *((say("Our office is closed now and opens {opening}.", opening=opening),) if opening else ()),
    )
    return Reply(above(lines), ticket=ticket.number)


def not_here_yet(occasion: Occasion) -> tuple[Phrase, ...]:
    """Of what he speaks of, all that he bought has yet to be delivered: he may mean that, and not a fault."""
    category = guess(occasion.said, occasion.desk.shop.policy.catalogue).category
    coming = still_to_come(occasion, category) if category else ()
    if not coming:
        return ()
    names = tuple(f"{sale.product} {sale.model}" for sale in coming)
    return (say("Not delivered yet, as far as we know: {names}. Say “status” to hear when it comes.", names=names),)


def said_already(text: str, occasion: Occasion) -> dict[str, str]:
    """What a sentence such as "the sofa leg is broken" answers already."""
    if not text.strip() or ReportFault.opens_by_itself(text):
        return {}
    policy = occasion.desk.shop.policy
    category, symptom = guess(text, policy.catalogue)
    found = {"words": text.strip()[:1000]}
    if category and (product := product_meant(occasion, category)):
        found["product"] = product
    if category and symptom:
        found["symptom"] = symptom.code + (":aid" if symptom.self_help else "")
    if policy.is_emergency(text):
        found["haste"] = Haste.DANGER
    return found
