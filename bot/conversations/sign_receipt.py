"""The customer signs for the goods in his own chat (送货签收单, DLV-19)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, PersonName
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say


class SignReceipt(Form):
    title = say("Sign for the goods")
    opened_by = "sign"

    signed_by = ask(say("Your name, as your signature, please."), accepts=PersonName())
    remarks = ask(say("Any remark for the receipt? Or skip."), accepts=FreeText(longest=300), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        told = {"remarks": self.remarks} if self.remarks else {}
        facts = {"signed_by": self.signed_by} | told
        ticket = occasion.act("sign", facts)
        return Reply(say("Signed: {number}.", number=ticket.number), ticket=ticket.number)
