"""What is known to be wrong is told to the owners, after a look at how many they are (FLT-31)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.dialogue.answers import Answers, Choice, FreeText, OneOfOffered, YesNo
from bot.dialogue.days import Day, today_of
from bot.dialogue.form import Form, ask, no
from bot.dialogue.occasion import Occasion
from bot.envelope import Button, Reply
from core.casework.recalling import Found, owners, tell_owners
from core.errors import Refused
from core.phrases import Phrase, say
from core.tickets import Role

LONG_AGO = date(1980, 1, 1)
AHEAD, FORTNIGHT = 60, 14  # days


def how_many(occasion: Occasion, answers: Answers) -> Phrase:
    """Whom it reaches; nothing has been sent yet."""
    try:
        found = owners(occasion.desk, found_in(occasion, answers))
    except Refused as refused:
        return refused.phrase
    return say(
        "In chat: {chat}. By phone: {phone}. Told of it already: {told}. They read: “{words}” Send it?",
        chat=len(found.in_chat), phone=len(found.to_phone), told=found.told, words=answers["words"],
    )  # fmt: skip


def names_product(answers: Answers) -> bool:
    return bool(answers.get("product"))


def following(_: Occasion, answers: Answers) -> Sequence[Choice]:
    """The first day, and a fortnight from then on."""
    first = date.fromisoformat(answers["first"])
    days = [first + timedelta(days=n) for n in range(FORTNIGHT)]
    return [Choice(day.isoformat(), day) for day in days]


def found_in(occasion: Occasion, answers: Answers) -> Found:
    return Found(
        product=answers.get("product", ""),
        address=answers.get("where") or answers.get("place", ""),
        since=date.fromisoformat(answers.get("since") or LONG_AGO.isoformat()),
        until=date.fromisoformat(answers.get("until") or today_of(occasion).isoformat()),
        words=answers["words"],
        first=date.fromisoformat(answers["first"]),
        last=date.fromisoformat(answers["last"]),
    )


class NotifyOwners(Form):
    title = say("Notice to owners")
    opens_with = ("隐患通知", "通知业主", "召回", "召回通知", "recall", "recall notice", "notice to owners")
    roles = frozenset({Role.SUPERVISOR, Role.MANAGER})
    summary = False

    product = ask(
        say("Which product is it? A part of its name or model, as in the sales records. Skip, if it may be any."),
        accepts=FreeText(longest=60), optional=True, label=say("Product"),
    )  # fmt: skip
    where = ask(
        say("Only at some addresses? A part of them, such as the name of the estate. Or skip."),
        accepts=FreeText(longest=60), optional=True, when=names_product, label=say("Address"),
    )  # fmt: skip
    place = ask(
        say("At which addresses? A part of them, such as the name of the estate."), accepts=FreeText(longest=60),
        when=no(names_product), label=say("Address"),
    )  # fmt: skip
    since = ask(say("Ordered from which day on? Or skip."), accepts=Day(-9999, 0), optional=True, label=say("From"))
    until = ask(
        say("And until which day? Or skip."), accepts=Day(-9999, 0), optional=True, label=say("Until the end of")
    )
    words = ask(
        say("What is wrong, and what do we do? The owners read this."), accepts=FreeText(longest=500),
        label=say("What is wrong"),
    )  # fmt: skip
    first = ask(say("From which day on can we come to them?"), accepts=Day(0, AHEAD, (1,)), label=say("From"))
    last = ask(
        say("Until which day?"), accepts=OneOfOffered(following, reads=date.fromisoformat), follows=(first,),
        label=say("Until the end of"),
    )  # fmt: skip
    sure = ask(how_many, accepts=YesNo(say("Yes, send it"), say("No, do not send it")))

    def submit(self, occasion: Occasion) -> Reply:
        if not self.sure:
            return Reply(say("Nothing was sent."))
        told = tell_owners(occasion.desk, occasion.person, found_in(occasion, self.answers))
        if not told.all:
            return Reply(say("There is nobody to be told: no owner was found, or all know it already."))
        text = say(
            "Sent in chat: {chat}. To be phoned by the office: {phone}.",
            chat=len(told.in_chat), phone=len(told.to_phone),
        )  # fmt: skip
        return Reply(text, (Button(say("To be phoned"), "w:to phone"),) if told.to_phone else ())
