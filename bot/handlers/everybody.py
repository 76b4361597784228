"""Said by anybody: language, what the desk knows of me, where to reach the shop."""

from __future__ import annotations

from bot.dialogue.answers import Phone
from bot.dialogue.occasion import Occasion
from bot.envelope import Button, Reply
from bot.handlers.handler import EVERYBODY, Handler
from core.phrases import above, say
from core.tickets import Role
from core.values import replace


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
    """CHN-04: how to reach the shop, and whether somebody is there."""
    shop, opening = occasion.desk.shop.policy.shop, occasion.desk.shop.opens_at(occasion.at)
    reached = say("{name}, {address}. Phone: {phones}", name=shop.name, address=shop.address, phones=shop.phones)
    if opening:
        return Reply(above((reached, say("Our office is closed now and opens {opening}.", opening=opening))))
    return Reply(above((reached, say("Our office is open now."))))


def who_answers(_: Occasion, __: str) -> Reply:
    text = say("I am a program: I write down what you tell me and see to it that it is kept. My colleagues are people.")
    return Reply(text, (Button(say("Talk to a person"), "w:人工"),))


REACHING = (
    "几点上班", "几点下班", "几点开门", "上班吗", "营业时间", "上班时间", "电话多少", "电话是多少", "地址在哪",
    "你们在哪", "opening hours", "are you open", "your phone number", "your address",
)  # fmt: skip
ASKS_WHO_ANSWERS = ("是机器人吗", "是真人吗", "是人吗", "you a robot", "you a bot", "you human", "you a real person")
HANDLERS = (
    Handler(("中文", "chinese", "说中文"), in_chinese, EVERYBODY),
    Handler(("english", "英文", "英语"), in_english, EVERYBODY),
    Handler(("language", "语言", "lang"), choose_language, EVERYBODY),
    Handler(("mydata", "my data", "我的数据", "我的资料"), my_data, EVERYBODY),
    Handler(("contact", "联系方式", "电话", "地址"), contact, EVERYBODY, endings=REACHING),
    Handler(("机器人", "robot"), who_answers, frozenset({Role.CUSTOMER}), endings=ASKS_WHO_ANSWERS),
)
