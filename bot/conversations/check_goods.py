"""Unpacked, checked, packed again: before that no goods leave (DLV-08, DLV-15, DLV-16)."""

from __future__ import annotations

from bot.dialogue.answers import Answers, Photos
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import Phrase, say
from core.tickets import Role
from core.wording.values import listed


def question(occasion: Occasion, _: Answers) -> Phrase:
    points = listed(occasion.desk.shop.policy.delivery.goods_check)
    return say("Have you done all of this?\n{points}\nA photo of the packed goods, then Done; or skip.", points=points)


class CheckGoods(Form):
    title = say("Goods checked")
    opened_by = "check_goods"
    roles = frozenset({Role.TECHNICIAN, Role.DISPATCHER})

    photos = ask(question, accepts=Photos(6), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"checked_photos": list(self.photos.photos) if self.photos else []}
        ticket = occasion.act("check_goods", facts)
        return Reply(say("Noted: the goods of {number} are checked.", number=ticket.number), ticket=ticket.number)
