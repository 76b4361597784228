"""The goods go back with the crew; what replaces them is agreed on the spot (DLV-09, DLV-10, DLV-11)."""

from __future__ import annotations

from bot.dialogue.answers import FreeText, OneOf, OneOfOffered, Photos
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.products import span_of
from bot.dialogue.purchases import agreed, windows_again
from bot.envelope import Reply
from core.errors import SlotTaken
from core.freight import WRONG, Wrong
from core.phrases import say
from core.tickets import Role


class TakeBack(Form):
    title = say("Goods go back")
    opened_by = "take_back"
    roles = frozenset({Role.TECHNICIAN})

    wrong = ask(say("Why do the goods go back?"), accepts=OneOf({each: WRONG[each] for each in Wrong}),
                label=say("Reason"))  # fmt: skip
    reason = ask(say("What exactly? In a few words."), accepts=FreeText(longest=500), label=say("Description"))
    evidence = ask(say("Photos of the damage, please, then Done."), accepts=Photos(6),
                   when=wrong.is_(Wrong.DAMAGED), label=say("Photos"))  # fmt: skip
    photos = ask(say("Photos of it, then Done; or skip."), accepts=Photos(6), optional=True,
                 when=wrong.is_not(Wrong.DAMAGED), label=say("Photos"))  # fmt: skip
    visit = ask(
        say("When does the customer want the new one?"),
        accepts=OneOfOffered(
            windows_again, nothing=say("No crew is free in the coming days. Skip, and we will call you."), reads=span_of
        ),
        optional=True, when=wrong.is_not(Wrong.REFUSED), label=say("Delivery"),
    )  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        album = self.evidence or self.photos
        try:
            facts = agreed(occasion, self.visit)
        except SlotTaken as taken:
            raise AskAgain(type(self).visit, taken.phrase) from None
        told = {"wrong": self.wrong.value, "reason": self.reason, "rework_photos": list(album.photos) if album else []}
        ticket = occasion.act("take_back", facts | told)
        return Reply(say("Noted. The supervisor knows about {number}.", number=ticket.number), ticket=ticket.number)
