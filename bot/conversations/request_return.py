"""A customer wants to give something back or exchange it; the rule that applies is named (RTN-01..06)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum, auto

from bot.dialogue.answers import Album, Answers, Choice, FreeText, OneOf, OneOfOffered, PersonName, Phone, Photos, YesNo
from bot.dialogue.form import Form, ask, both
from bot.dialogue.money import MONEY
from bot.dialogue.occasion import Occasion
from bot.dialogue.products import as_choice
from bot.envelope import Button, Reply
from core.casework.returning import Asked, Verdict, ask_back, judge
from core.people import Sale
from core.phrases import Phrase, above, say
from core.tickets import Ticket
from core.values import replace
from core.warranty import cover

SALE, LATE, DEFECT = "sale:", ":late", "defect:"


class Wants(StrEnum):
    MONEY = auto()
    ANOTHER = auto()


class Why(StrEnum):
    NO_REASON = auto()
    DEFECT = auto()
    OUR_FAULT = auto()
    MISUSE = auto()


WANTED = {Wants.MONEY: say("My money back"), Wants.ANOTHER: say("Another one")}
REASONS = {
    Why.DEFECT: say("It has a defect"),
    Why.OUR_FAULT: say("It came damaged or was the wrong one"),
    Why.NO_REASON: say("I do not want it after all"),
    Why.MISUSE: say("It broke through my own mistake"),
}


def bought(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    """What the shop sold to the phone number that is known to be this person's own."""
    phone = occasion.person.own_phone
    sales = occasion.desk.unit.sales.of_phone(phone) if phone else ()
    return [Choice(kept_of(occasion, sale), as_choice(sale).label) for sale in sales]


def kept_of(occasion: Occasion, sale: Sale) -> str:
    """How long ago it was is part of the choice: what is asked next depends on it."""
    late = days_since(occasion, sale) > occasion.desk.shop.policy.returns.three_guarantee_days
    return f"{SALE}{sale.id}" + (LATE if late else "")


def days_since(occasion: Occasion, sale: Sale) -> int:
    return (occasion.at.astimezone(occasion.desk.shop.zone).date() - sale.bought_on).days


def is_unknown(answers: Answers) -> bool:
    return not answers.get("product", "").startswith(SALE)


def is_late(answers: Answers) -> bool:
    return answers.get("product", "").endswith(LATE) or answers.get("recently") == "no"


def how_recently(occasion: Occasion, _: Answers) -> Phrase:
    days = occasion.desk.shop.policy.returns.three_guarantee_days
    return say("Did you buy it within the last {n} days?", n=days)


def reasons(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    """Where the shop has a table of defects, each of them is a reason (WAR-11)."""
    defects = occasion.desk.shop.policy.catalogue.defects
    listed = (Choice(DEFECT + symptom.code, symptom.label) for symptom in defects)
    other = {Why.DEFECT: say("It has another defect")} if defects else {}
    return [*listed, *(Choice(code.value, label) for code, label in (REASONS | other).items())]


class RequestReturn(Form):
    title = say("Return or exchange")
    opens_with = ("退货", "换货", "退换货", "退款", "退换", "return", "exchange", "refund", "give back")

    product = ask(
        say("What would you like to return? Choose, or write what it is and its order number."),
        accepts=OneOfOffered(bought, or_words=True), label=say("Product"),
    )  # fmt: skip
    recently = ask(how_recently, accepts=YesNo(), when=is_unknown, follows=(product,), label=say("Bought lately"))
    why = ask(say("Why does it go back?"), accepts=OneOfOffered(reasons), label=say("Reason"))
    unsoiled = ask(
        say("Is it complete, clean and undamaged, so that it can be sold again?"), accepts=YesNo(),
        when=why.is_(Why.NO_REASON.value), label=say("As new"),
    )  # fmt: skip
    report = ask(
        say("After so long we need the report of a quality inspection. Do you have one?"), accepts=YesNo(),
        when=both(why.is_(Why.DEFECT.value), is_late), follows=(product, recently), label=say("Quality report"),
    )  # fmt: skip
    wants = ask(say("What would you like to have?"), accepts=OneOf(WANTED), label=say("Wanted"))
    words = ask(say("Please describe what is wrong, or skip."), accepts=FreeText(longest=1000), optional=True,
                label=say("Description"))  # fmt: skip
    photos = ask(
        say("Please send photos of the goods, the receipt and, if there is one, the report; then tap Done."),
        accepts=Photos(6), optional=True, label=say("Photos"),
    )  # fmt: skip
    paid = ask(say("What did you pay for it? An amount, or skip."), accepts=MONEY, optional=True, when=is_unknown,
               label=say("Paid"))  # fmt: skip
    contact = ask(say("What is your name?"), accepts=PersonName(), label=say("Name"))
    phone = ask(say("Which phone number can we reach you on?"), accepts=Phone(), label=say("Phone"))

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:
        said = {"words": text[:1000]} if text and not cls.opens_by_itself(text) else {}
        return occasion.known | said

    def submit(self, occasion: Occasion) -> Reply:
        asked, person = self.asked(occasion), occasion.person
        verdict = judge(asked, occasion.desk.shop.policy)
        if verdict.allowed is False:
            return refusal(occasion, verdict)
        ticket = ask_back(occasion.desk, person.id, asked, verdict)
        occasion.desk.know(replace(person, name=person.own_name or self.contact, phone=person.phone or self.phone))
        return received(occasion, ticket, verdict, say("Your return is {number}.", number=ticket.number))

    def asked(self, occasion: Occasion) -> Asked:
        album, sale = self.photos or Album(), self.sale(occasion)
        policy, today = occasion.desk.shop.policy, occasion.at.astimezone(occasion.desk.shop.zone).date()
        limit = policy.returns.three_guarantee_days
        paid = sale.price if sale else Decimal(self.paid) if self.paid else None
        return Asked(
            product=f"{sale.product} {sale.model}" if sale else str(self.product),
            wants=self.wants.value, why=self.why.partition(":")[0], defect=self.why.partition(":")[2],
            days=days_since(occasion, sale) if sale else limit if self.recently else None,
            proved=bool(sale or album.photos), unsoiled=self.unsoiled is not False, report=bool(self.report),
            words="\n".join(filter(None, (self.words, *album.words))), name=self.contact, phone=self.phone, paid=paid,
            photos=album.photos, sale=sale.id if sale else None, covered=cover(sale, policy, today).free,
        )  # fmt: skip

    def sale(self, occasion: Occasion) -> Sale | None:
        kept = self.answers["product"].removesuffix(LATE)
        return occasion.desk.unit.sales.get(int(kept.removeprefix(SALE))) if kept.startswith(SALE) else None


def received(occasion: Occasion, ticket: Ticket, verdict: Verdict, opening: Phrase) -> Reply:
    lines = (
        opening,
        say("Rule: {rule}.", rule=verdict.named(occasion.desk.shop.policy)),
        say("You hear by {due} whether it is approved.", due=occasion.desk.due(ticket, "judged") or ""),
    )
    return Reply(above(lines), ticket=ticket.number)


def refusal(occasion: Occasion, verdict: Verdict) -> Reply:
    """Politely, with what can be done instead (RTN-03, RTN-06)."""
    rule = verdict.named(occasion.desk.shop.policy)
    sorry = say("I am sorry, this cannot be returned: {rule}. We gladly repair it, or somebody talks it over with you.")
    text = Phrase(sorry.key, {"rule": rule})
    return Reply(text, (Button(say("Report a fault"), "w:报修"), Button(say("Talk to a person"), "w:人工")))
