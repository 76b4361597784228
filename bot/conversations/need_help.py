"""It cannot be done on the spot: the supervisor hears at once (ESC-02, ESC-05, ESC-07)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.tickets import Role


class NeedHelp(Form):
    title = say("Need help")
    opened_by = "need_help"
    roles = frozenset({Role.TECHNICIAN})

    reason = ask(say("What do you need help with?"), accepts=FreeText(longest=500))
    photos = ask(say("A photo helps the others; or skip."), accepts=Photos(6), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"reason": self.reason, "help_photos": list(self.photos.photos) if self.photos else []}
        ticket = occasion.act("need_help", facts)
        return Reply(say("The supervisor is alerted."), ticket=ticket.number)
