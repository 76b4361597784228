"""The installation is finished: every point looked at, settings and test run (安装调试记录, INS-06, INS-11, INS-15)."""

from __future__ import annotations

import re

from typing_extensions import override

from bot.dialogue.answers import Answers, FreeText, Misunderstood, Photos, YesNo
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Content, Reply
from core.phrases import Phrase, above, say
from core.policy.bilingual import Bilingual
from core.reports.fitting_count import checks_of
from core.tickets import Ref, Role

MOST_PHOTOS = 20  # one of each point
NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)", re.ASCII)


def points(occasion: Occasion, _: Answers) -> Phrase:
    """What must be right, by product, each with its number."""
    numbered = (Phrase("{n}. {point}", {"n": n, "point": point}) for n, point in enumerate(checks(occasion), 1))
    question = say("Is every step done, nothing missing or mounted wrongly?")
    return above((*numbered, question))


def checks(occasion: Occasion) -> tuple[Bilingual, ...]:
    return checks_of(occasion.desk.ticket(Ref(occasion.about)), occasion.desk.shop.policy)


def named_in(text: str, most: int) -> list[int]:
    """The points whose numbers stand in it."""
    return sorted({int(number) for number in NUMBER.findall(text) if 1 <= int(number) <= most})


class OpenPoints(FreeText):
    """Where there is a list, each by its number."""

    @override
    def read(self, content: Content, occasion: Occasion) -> str:
        text, most = FreeText.read(self, content, occasion), len(checks(occasion))
        if most and not named_in(text, most):
            raise Misunderstood(say("Please name each point by its number, such as 3: …"))
        return text


class FinishFitting(Form):
    title = say("Finish the installation")
    opened_by = "finish_fitting"
    roles = frozenset({Role.TECHNICIAN})

    in_order = ask(points, accepts=YesNo(), label=say("All points in order"))
    left_open = ask(say("Which points are not in order, and why? They must be mended or explained."),
                    accepts=OpenPoints(longest=1000), when=in_order.is_(False), label=say("Not in order"))  # fmt: skip
    photos = ask(say("Photos of the finished work, then Done."), accepts=Photos(MOST_PHOTOS), label=say("Photos"))
    serial = ask(say("Serial number of the device? Or skip."), accepts=FreeText(longest=60), optional=True,
                 label=say("Serial number"))  # fmt: skip
    settings = ask(say("Settings and result of the test run? Or skip."), accepts=FreeText(longest=500), optional=True,
                   label=say("Test run"))  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        open_points = named_in(self.left_open or "", len(checks(occasion)))
        facts = {
            "not_in_order": open_points, "checks_in_order": self.in_order, "note": self.left_open or "",
            "serial": self.serial or "", "done": self.settings or "", "done_photos": list(self.photos.photos),
        }  # fmt: skip
        ticket = occasion.act("finish_fitting", facts)
        return Reply(say("The report is in. The customer is asked to accept the work."), ticket=ticket.number)
