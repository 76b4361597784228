"""The kinds of answer a question may accept."""

from bot.dialogue.address import Address
from bot.dialogue.answer import Answer, Answers, Misunderstood
from bot.dialogue.choices import Choice
from bot.dialogue.menus import OneOf, OneOfOffered, Own, YesNo
from bot.dialogue.minutes import Minutes
from bot.dialogue.phone import Phone
from bot.dialogue.photos import Album, Photos
from bot.dialogue.written import FreeText, Pattern, PersonName

__all__ = [
    "Address",
    "Album",
    "Answer",
    "Answers",
    "Choice",
    "FreeText",
    "Minutes",
    "Misunderstood",
    "OneOf",
    "OneOfOffered",
    "Own",
    "Pattern",
    "PersonName",
    "Phone",
    "Photos",
    "YesNo",
]
