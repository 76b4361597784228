"""Products, faults and visit times as answers: what was bought, what the catalogue knows, what is free.

A product is kept as "sale:<id>:<category>:<name>", "own:<category>:<name>" or "key::<order or phone number>";
a fault as its code, with ":aid" if there is something to try first, or as the person's own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from typing_extensions import override

from bot.dialogue.answer import Answers, Misunderstood
from bot.dialogue.choices import Choice
from bot.dialogue.menus import OWN, OneOfOffered
from bot.dialogue.occasion import Occasion
from bot.dialogue.phone import Phone
from bot.envelope import Contact, Content, Text
from core.dispatch import Need, free_windows
from core.people import Sale
from core.phrases import Span, Value, say
from core.policy.catalogue import Category, guess

ORDER = re.compile(r"[A-Za-z]{0,4}[-\s]?\d[\d-]{4,20}")
NOT_BY_PHONE = say(
    "A typed phone number may be anybody's, so it opens no purchases. "
    "Please type your order number, or the product's name."
)
CATEGORY_AT = {"sale": 2, "own": 1}  # the place of the category in what is kept
PRODUCT = re.compile(r"sale:\d{1,18}:[^:]*:.*|own:[^:]*:.*|key::.+", re.ASCII | re.DOTALL)


def own_purchases(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    """What the shop sold to the phone number that is known to be this person's own."""
    phone = occasion.person.own_phone
    return [as_choice(sale) for sale in occasion.desk.unit.sales.of_phone(phone)] if phone else []


def found_by(occasion: Occasion, answers: Answers) -> Sequence[Choice]:
    """What was sold under the order number that was typed, by its name alone; or to the person's own phone number."""
    key = answers.get("product", "").removeprefix("key::")
    sales, own = occasion.desk.unit.sales, occasion.desk.person(occasion.person.id).own_phone
    to_own = sales.of_phone(key) if key == own else ()
    return [Choice(kept_of(sale), sale.product) for sale in (*sales.of_order(key), *to_own)]


def as_choice(sale: Sale) -> Choice:
    return Choice(kept_of(sale), f"{sale.product} {sale.model} ({sale.bought_on.isoformat()})")


def kept_of(sale: Sale) -> str:
    return f"sale:{sale.id}:{sale.category}:{sale.product} {sale.model}"


class ProductNamed(OneOfOffered):
    """One of the person's purchases, or a name, an order number, a phone number."""

    shares = "phone"

    def __init__(self) -> None:
        super().__init__(own_purchases, or_words=True)

    @override
    def read(self, content: Content, occasion: Occasion) -> str:
        typed = content.phone if isinstance(content, Contact) else self.own_words.read(content, occasion)
        if key := key_in(typed, occasion):
            if key.startswith("+") and key != occasion.desk.person(occasion.person.id).own_phone:
                raise Misunderstood(NOT_BY_PHONE)
            return f"key::{key}"
        category, _ = guess(typed, occasion.desk.shop.policy.catalogue)
        return f"own:{category.code if category else ''}:{typed}"

    @override
    def recall(self, kept: str) -> str:
        return as_product(kept)

    @override
    def shown(self, kept: str) -> str:
        return text_of(kept)


def as_product(kept: str) -> str:
    """Raises ValueError for what was kept in another way."""
    if not PRODUCT.fullmatch(kept):
        raise ValueError(kept)
    return kept


class SymptomNamed(OneOfOffered):
    """A fault that the catalogue knows for this kind of product, or the person's own words."""

    def __init__(self) -> None:
        super().__init__(symptoms, or_words=True, longest=500)

    @override
    def called(self, kept: str, occasion: Occasion, answers: Answers) -> Value:
        """The name that the menu gives it is in the catalogue, under its code."""
        return occasion.desk.shop.policy.catalogue.symptom_label(code_of(kept)) or self.shown(kept)


def symptoms(occasion: Occasion, answers: Answers) -> Sequence[Choice]:
    known = occasion.desk.shop.policy.catalogue.categories.get(category_of(answers))
    listed = known.symptoms.values() if known else ()
    return [Choice(each.code + (":aid" if each.self_help else ""), each.label) for each in listed]


def windows(occasion: Occasion, answers: Answers) -> Sequence[Choice]:
    """The visit windows in which somebody with the skill is free."""
    symptom = occasion.desk.shop.policy.catalogue.symptom(code_of(answers.get("symptom", "")))
    return [as_window(span) for span in free_windows(occasion.desk, Need(symptom.skill if symptom else ""))]


@lru_cache(maxsize=256)
def as_window(span: Span) -> Choice:
    """The same few windows are offered to everybody, all day long."""
    return Choice(f"{span.start.isoformat()}/{span.end.isoformat()}", span)


def span_of(kept: str) -> Span:
    start, end = kept.split("/")
    return Span(datetime.fromisoformat(start), datetime.fromisoformat(end))


def key_in(typed: str, occasion: Occasion) -> str:
    """The order number or phone number (E.164) that was typed, or nothing."""
    try:
        return Phone().read(Text(typed), occasion)
    except Misunderstood:
        return typed.strip() if ORDER.fullmatch(typed.strip()) else ""


def category_of(answers: Answers, *, asked: bool = True) -> str:
    """The product's category, from the purchase, the name, or (if `asked`) the question about it."""
    kept = answers.get("bought") or answers.get("product", "")
    parts = kept.split(":", 3)
    known = parts[CATEGORY_AT[parts[0]]] if parts[0] in CATEGORY_AT else ""
    return known or (answers.get("category", "") if asked else "")


def code_of(kept: str) -> str:
    """The code of a fault; nothing for own words."""
    return "" if kept.startswith(OWN) else kept.removesuffix(":aid")


def text_of(kept: str) -> str:
    """What a product or fault was called."""
    if kept.startswith("sale:"):
        return kept.split(":", 3)[3]
    if kept.startswith(("own:", "key:")):
        return kept.split(":", 2)[2]
    return kept.removeprefix(OWN)


def delivered_to(occasion: Occasion, answers: Answers) -> Sequence[Choice]:
    """Where the shop brought it, for nobody but whose number it was sold to: an order's number may be anybody's."""
    sale, own = sale_of(occasion, answers), occasion.person.own_phone
    return [Choice(sale.address, sale.address)] if sale and sale.address and sale.phone == own else []


def product_meant(occasion: Occasion, category: Category) -> str:
    """Nothing if he has several of this kind, or none of them here yet, so that he is asked which one it is."""
    phone = occasion.person.own_phone
    bought = only_purchase(occasion, phone, category.code)
    if bought and not still_to_come(occasion, category):
        return kept_of(bought)
    several = purchases(occasion, phone, category.code)
    return "" if several else f"own:{category.code}:{occasion.words(category.label)}"


def still_to_come(occasion: Occasion, category: Category) -> list[Sale]:
    """What he bought of this kind, if the shop has yet to deliver all of it."""
    bought = purchases(occasion, occasion.person.own_phone, category.code)
    delivers = occasion.desk.shop.policy.delivery.offered
    return [] if not delivers or any(sale.delivered_on for sale in bought) else bought


def only_purchase(occasion: Occasion, phone: str, category: str) -> Sale | None:
    """The one thing of this kind that was sold to this number, not counting what has yet to be delivered."""
    those = purchases(occasion, phone, category)
    those = [sale for sale in those if sale.delivered_on] or those
    return those[0] if len(those) == 1 else None


def purchases(occasion: Occasion, phone: str, category: str) -> list[Sale]:
    bought = occasion.desk.unit.sales.of_phone(phone) if phone else ()
    return [sale for sale in bought if sale.category == category]


def sale_of(occasion: Occasion, answers: Answers) -> Sale | None:
    chosen = chosen_sale(answers)
    return occasion.desk.unit.sales.get(int(chosen.split(":")[1])) if chosen else None


def chosen_sale(answers: Answers) -> str:
    """As it is kept; nothing if no purchase was chosen."""
    kept = answers.get("bought") or answers.get("product", "")
    return kept if kept.startswith("sale:") else ""
