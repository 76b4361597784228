"""The installation is finished: every point looked at, settings and test run (安装调试记录, INS-06, INS-11, INS-15)."""

from __future__ import annotations

from bot.dialogue.answers import Answers, FreeText, Photos, YesNo
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import Phrase, above, say
from core.tickets import Ref, Role


def points(occasion: Occasion, _: Answers) -> Phrase:
    """What must be right, by product, each with its number."""
    ticket = occasion.desk.ticket(Ref(occasion.about))
    listed = occasion.desk.shop.policy.installation.checks.get(str(ticket.facts.get("category", "")), ())
    numbered = (Phrase("{n}. {point}", {"n": n, "point": point}) for n, point in enumerate(listed, 1))
    question = say("Is every step done, nothing missing or mounted wrongly?")
    return above((*numbered, question))


class FinishFitting(Form):
    title = say("Finish the installation")
    opened_by = "finish_fitting"
    roles = frozenset({Role.TECHNICIAN})

    in_order = ask(points, accepts=YesNo(), label=say("All points in order"))
    left_open = ask(say("Which points are not in order, and why? They must be mended or explained."),
                    accepts=FreeText(longest=1000), when=in_order.is_(False), label=say("Not in order"))  # fmt: skip
    photos = ask(say("Photos of the finished work, then Done."), accepts=Photos(6), label=say("Photos"))
    serial = ask(say("Serial number of the device? Or skip."), accepts=FreeText(longest=60), optional=True,
                 label=say("Serial number"))  # fmt: skip
    settings = ask(say("Settings and result of the test run? Or skip."), accepts=FreeText(longest=500), optional=True,
                   label=say("Test run"))  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        facts = {
            "checks_in_order": self.in_order, "note": self.left_open or "", "serial": self.serial or "",
            "done": self.settings or "", "done_photos": list(self.photos.photos),
        }  # fmt: skip
        ticket = occasion.act("finish_fitting", facts)
        return Reply(say("The report is in. The customer is asked to accept the work."), ticket=ticket.number)
