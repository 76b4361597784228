"""A telephone number for which the network vouches."""

from __future__ import annotations

from bot.dialogue.occasion import Occasion
from bot.envelope import Contact, Content
from core.telephone import dialled, e164
from core.values import replace


def vouched(content: Content, occasion: Occasion) -> Occasion:
    """A phone number that the network itself gives as the person's own is known as his from now on."""
    number = dialled(content.phone, "CN") if isinstance(content, Contact) and content.own else None
    if number is None or occasion.person.is_staff:
        return occasion
    person = replace(occasion.desk.person(occasion.person.id), phone=e164(number), phone_is_own=True)
    occasion.desk.know(person)
    return replace(occasion, person=person)
