"""Said by anybody: language, what the desk knows of me, where to reach the shop."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.answers import Phone
from bot.dialogue.occasion import Occasion
from bot.envelope import Button, Reply
from bot.handlers.handler import EVERYBODY, Handler
from core.phrases import say


def in_chinese(occasion: Occasion, _: str) -> Reply:
    return in_language(occasion, "zh_CN", "好的，从现在起说中文。")


def in_english(occasion: Occasion, _: str) -> Reply:
    return in_language(occasion, "en", "All right, English from now on.")


def in_language(occasion: Occasion, language: str, text: str) -> Reply:
    person = occasion.desk.person(occasion.person.id)
    occasion.desk.know(replace(person, language=language))
    return Reply(text)


def choose_language(_: Occasion, __: str) -> Reply:
    return Reply("中文 / English?", (Button("中文", "w:中文"), Button("English", "w:english")))


def my_data(occasion: Occasion, _: str) -> Reply:
    """What is kept, in the person's own words, and how to have it erased."""
    person, tickets = occasion.person, occasion.desk.unit.tickets.recent_of(occasion.person.id)
    text = say(
        "We keep: name {name}, phone {phone}, language {language}, and these tickets: {tickets}.",
        name=person.own_name or "–",
        phone=Phone().shown(person.phone) if person.phone else "–",
        language="中文" if person.language.startswith("zh") else "English",
        tickets=tuple(ticket.number for ticket in tickets) or "–",
    )
    return Reply(text, (Button(say("Erase my data"), "w:forget me"),))


def contact(occasion: Occasion, _: str) -> Reply:
    """CHN-04: how to reach the shop."""
    shop = occasion.desk.shop.policy.shop
    return Reply(say("{name}, {address}. Phone: {phones}", name=shop.name, address=shop.address, phones=shop.phones))


HANDLERS = (
    Handler(("中文", "chinese", "说中文"), in_chinese, EVERYBODY),
    Handler(("english", "英文", "英语"), in_english, EVERYBODY),
    Handler(("language", "语言", "lang"), choose_language, EVERYBODY),
    Handler(("mydata", "my data", "我的数据", "我的资料"), my_data, EVERYBODY),
    Handler(("contact", "联系方式", "电话", "地址"), contact, EVERYBODY),
)
