"""The lines of a contract as an answer: one a line of the message, as "product, model, quantity, price"."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

from typing_extensions import override

from bot.dialogue.answer import Answer, Misunderstood, words_of
from bot.dialogue.occasion import Occasion
from bot.envelope import Content
from core.contracts import ContractLine, as_facts, goods_of, lines_of
from core.phrases import Phrase, Value, above, say
from core.policy.catalogue import Catalogue, guess
from core.sales_import.cells import Unfit, read_price, read_quantity

MOST = 30
LONGEST = 100
PARTS = 4
BETWEEN_LINES, BETWEEN_PARTS = re.compile(r"[\n;；]+"), re.compile(r"\s*[,，、\t|]\s*")
WHY = say("Line {n}, “{line}”: {why}")
FOUR = say("four things are needed: product, model, quantity, price.")
QUANTITY = say("the quantity is a number from 1 to 9999.")
PRICE = say("the price is a number, such as 3999 or 59.90.")
NAMES = say("product and model have at most {longest} characters.", longest=LONGEST)


class ContractLines(Answer[tuple[ContractLine, ...]]):
    @override
    def read(self, content: Content, occasion: Occasion) -> tuple[ContractLine, ...]:
        written = [line.strip() for line in BETWEEN_LINES.split(words_of(content)) if line.strip()]
        if not 1 <= len(written) <= MOST:
            raise Misunderstood(say("From 1 to {most} lines, please.", most=MOST))
        lines = [line_in(line, number, occasion) for number, line in enumerate(written, 1)]
        wrong = [line for line in lines if isinstance(line, Phrase)]
        if wrong:
            raise Misunderstood(above(wrong))
        found = tuple(line for line in lines if isinstance(line, ContractLine))
        if len({line.model for line in found}) < len(found):
            raise Misunderstood(say("A model stands there twice. Please put it into one line, with its quantity."))
        return found

    @override
    def keep(self, value: tuple[ContractLine, ...]) -> str:
        return json.dumps(as_facts(value), ensure_ascii=False)

    @override
    def recall(self, kept: str) -> tuple[ContractLine, ...]:
        try:
            found = lines_of({"lines": json.loads(kept)})
        except (TypeError, KeyError, ArithmeticError) as broken:
            raise ValueError(kept) from broken
        if not found:
            raise ValueError(kept)
        return found

    @override
    def shown(self, kept: str) -> Value:
        return goods_of(self.recall(kept))


def line_in(written: str, number: int, occasion: Occasion) -> ContractLine | Phrase:
    """What is wrong with it, if anything is."""
    parts = BETWEEN_PARTS.split(written)
    wrong = what_is_wrong(parts)
    if wrong:
        return Phrase(WHY.key, {"n": number, "line": written[:LONGEST], "why": wrong})
    product, model, quantity, price = parts
    return ContractLine(
        product, category_of(product, occasion.desk.shop.policy.catalogue), model.upper(), read_quantity(quantity),
        read_price(price) or Decimal(),
    )  # fmt: skip


def what_is_wrong(parts: list[str]) -> Phrase | None:
    if len(parts) != PARTS or not all(parts):
        return FOUR
    product, model, quantity, price = parts
    if max(len(product), len(model)) > LONGEST:
        return NAMES
    if not fits(read_quantity, quantity):
        return QUANTITY
    return None if fits(read_price, price) else PRICE


def fits(reads: Any, written: str) -> bool:  # noqa: ANN401 - each reader has a type of its own
    try:
        reads(written)
    except Unfit:
        return False
    return True


def category_of(product: str, catalogue: Catalogue) -> str:
    """Nothing for what the catalogue does not know."""
    found = guess(product, catalogue).category
    return found.code if found else ""
