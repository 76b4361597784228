"""What was repaired is broken again: within the policy's days the same job goes on, as rework (FLT-17)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from typing_extensions import override

from bot.dialogue.answers import Answers, Choice, FreeText, OneOfOffered, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.reporting import repaired_lately
from core.errors import Refused
from core.phrases import say
from core.tickets import Ref
from core.wording import Scene, fill


def lately(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    """Raises Refused where nothing is left to choose from: it ends the form."""
    desk, line = occasion.desk, say("{number} {product}")
    tickets = repaired_lately(desk, occasion.person)
    if not tickets:
        raise Refused(say("That repair was too long ago to go on with it. Please report it as a new fault."))
    return [Choice(t.ref, fill(line, Scene(desk.unit, desk.shop, desk.at, t))) for t in tickets]


class FaultIsBack(Form):
    title = say("The fault is back")
    opened_by = "reopen"
    opens_with = ("the fault is back", "broken again", "故障又出现了", "又出现了", "又坏了", "问题又来了", "没修好")
    summary = False

    ticket = ask(say("Which repair is it about?"), accepts=OneOfOffered(lately), label=say("Ticket"))
    reason = ask(say("We are sorry. What is not right?"), accepts=FreeText(longest=1000))
    photos = ask(say("A photo helps us; then tap Done. Or skip."), accepts=Photos(6), optional=True)

    @classmethod
    @override
    def fits(cls, occasion: Occasion) -> bool:
        return bool(repaired_lately(occasion.desk, occasion.person))

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:  # noqa: ARG003
        """The repair that was tapped, or the only one."""
        refs = [ticket.ref for ticket in repaired_lately(occasion.desk, occasion.person)]
        meant = [ref for ref in refs if ref == occasion.about] or refs
        return {"ticket": meant[0]} if len(meant) == 1 else {}

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"reason": self.reason, "rework_photos": list(self.photos.photos) if self.photos else []}
        ticket = occasion.desk.act_as(occasion.person, Ref(self.ticket), "reopen", facts)
        return Reply(say("Thank you for telling us. The supervisor looks into it at once."), ticket=ticket.number)
