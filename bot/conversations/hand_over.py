"""The goods are in their place, unpacked and inspected with the customer; now he may sign (DLV-11, DLV-19, DLV-20)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, auto

from bot.dialogue.answers import FreeText, OneOf, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Ref, Role


class OldItem(StrEnum):
    COLLECTED = auto()
    NONE = auto()


OLD = {OldItem.COLLECTED: say("Yes, it goes with us"), OldItem.NONE: say("There is none to take")}


class HandOver(Form):
    title = say("Unpacked and inspected")
    opened_by = "hand_over"
    roles = frozenset({Role.TECHNICIAN})
    summary = False

    old_item = ask(say("Have you collected the old item?"), accepts=OneOf(OLD), label=say("Old item"))
    photos = ask(say("Photos of the goods in their place, then Done; or skip."), accepts=Photos(6), optional=True,
                 label=say("Photos"))  # fmt: skip
    remarks = ask(say("Any remark for the receipt? Or skip."), accepts=FreeText(longest=300), optional=True,
                  label=say("Remarks"))  # fmt: skip

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:  # noqa: ARG003
        """Only an exchange has an old item."""
        ticket = occasion.desk.ticket(Ref(occasion.about))
        return {} if ticket.facts.get("exchange") else {"old_item": OldItem.NONE}

    def submit(self, occasion: Occasion) -> Reply:
        facts = {
            "old_item_collected": self.old_item is OldItem.COLLECTED, "remarks": self.remarks or "",
            "done_photos": list(self.photos.photos) if self.photos else [],
        }  # fmt: skip
        ticket = occasion.act("hand_over", facts)
        return Reply(say("The customer is asked to sign for {number}.", number=ticket.number), ticket=ticket.number)
