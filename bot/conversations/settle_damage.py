"""What becomes of goods that were damaged on the way, and how that came about (DLV-09)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, OneOf
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.ordering import STORES
from core.freight import DAMAGED, Became
from core.phrases import say


class SettleDamage(Form):
    title = say("Settle the damage")
    opened_by = "settle_damage"
    roles = frozenset(STORES)

    became = ask(say("What becomes of the goods?"), accepts=OneOf({each: DAMAGED[each] for each in Became}),
                 label=say("Goods"))  # fmt: skip
    note = ask(say("How was it damaged, and who answers for it?"), accepts=FreeText(longest=500), label=say("Cause"))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("settle_damage", {"became": self.became.value, "note": self.note})
        return Reply(say("{number} is settled. The supervisor knows.", number=ticket.number), ticket=ticket.number)
