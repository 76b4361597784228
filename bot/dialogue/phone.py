"""Telephone numbers, as people give them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from typing_extensions import override

from bot.dialogue.answer import Answer, Answers, Misunderstood, words_of
from bot.dialogue.choices import Choice
from bot.dialogue.clean import clean
from bot.dialogue.occasion import Occasion
from bot.envelope import Contact, Content
from core.phrases import say
from core.telephone import dialled, e164, in_national_manner

E164 = re.compile(r"\+[1-9]\d{4,14}", re.ASCII)


class Phone(Answer[str]):
    """A number in E.164. Without a country code it is taken as one of `region`, an ISO 3166 code.

    Offers the number by which the person is known already, unless it is somebody else's that is asked for.
    """

    asks = "phone"

    def __init__(self, region: str = "CN", *, own: bool = True) -> None:
        self.region = region
        self.own = own
        self.shares = "phone" if own else ""

    @override
    def read(self, content: Content, occasion: Occasion) -> str:
        said = clean(content.phone) if isinstance(content, Contact) else words_of(content)
        number = dialled(said, self.region)
        if number is None:
            raise Misunderstood(
                say("Please give a phone number with its area code, such as 138 0013 8000 or 020-8888 6666.")
            )
        return e164(number)

    @override
    def keep(self, value: str) -> str:
        return value

    @override
    def recall(self, kept: str) -> str:
        """Only its shape is looked at: whether it can be called was asked when it was given."""
        if not E164.fullmatch(kept):
            raise ValueError(kept)
        return kept

    @override
    def choices(self, occasion: Occasion, answers: Answers) -> Sequence[Choice]:
        phone = occasion.person.phone if self.own else ""
        known = dialled(phone, self.region) if phone else None
        return (Choice(e164(known), self.shown(e164(known))),) if known else ()

    @override
    def called(self, kept: str, occasion: Occasion, answers: Answers) -> str:
        """What is offered is shown just so."""
        return self.shown(kept)

    @override
    def shown(self, kept: str) -> str:
        return in_national_manner(kept, self.region)
