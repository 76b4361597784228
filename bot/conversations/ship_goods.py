"""The goods leave, are followed, and sent again where something was missing (发货单, 货物运输单; ORD-08 to ORD-10)."""

from __future__ import annotations

import re

from bot.cards import what_is_next
from bot.dialogue.answers import Answers, FreeText, Photos
from bot.dialogue.days import Day
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.shipping import WRITERS, Parcel, lines_of, ship
from core.phrases import Phrase, above, say
from core.tickets import Ref, Role

TEN_YEARS = 3652  # days
BETWEEN = re.compile(r"[,，、;；\n]+")
STORE = frozenset({Role.STORE_KEEPER, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})


def goods_in_order(occasion: Occasion, _: Answers) -> Phrase:
    """In which order the numbers are expected."""
    desk = occasion.desk
    lines = enumerate(lines_of(desk, desk.ticket(Ref(occasion.about))), 1)
    named = (Phrase("{n}. {product} {model}", {"n": n, "product": s.product, "model": s.model}) for n, s in lines)
    return above((say("The serial numbers in this order, with commas between? Or skip."), *named))


class ShipGoods(Form):
    title = say("Shipped")
    opened_by = "ship_goods"
    roles = STORE

    carrier = ask(say("Which carrier?"), accepts=FreeText(longest=60), label=say("Carrier"))
    waybill = ask(say("The number of the waybill or parcel slip?"), accepts=FreeText(longest=60), label=say("Waybill"))
    serials = ask(goods_in_order, accepts=FreeText(longest=500), optional=True, label=say("Serial numbers"))
    made_on = ask(
        say("When was it made? As on the plate, like 2026-10-15; or skip."), accepts=Day(-TEN_YEARS, 0), optional=True,
        label=say("Made on"),
    )  # fmt: skip
    photos = ask(say("A photo of the waybill, then Done; or skip."), accepts=Photos(6), optional=True,
                 label=say("Photos"))  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        photos = self.photos.photos if self.photos else ()
        parcel = Parcel(self.carrier, self.waybill, self.numbers(occasion), self.made_on, photos)
        ticket = ship(occasion.desk, occasion.person, Ref(occasion.about), parcel)
        return Reply(say("{number} is on the road. The customer knows.", number=ticket.number), ticket=ticket.number)

    def numbers(self, occasion: Occasion) -> tuple[str, ...]:
        """One for each line. Raises AskAgain for more or fewer."""
        given = tuple(number.strip() for number in BETWEEN.split(self.serials or "") if number.strip())
        lines = lines_of(occasion.desk, occasion.desk.ticket(Ref(occasion.about)))
        if given and len(given) != len(lines):
            wrong = say("Numbers given: {n}; kinds of goods: {lines}.", n=len(given), lines=len(lines))
            raise AskAgain(type(self).serials, wrong)
        return given


class TrackGoods(Form):
    title = say("Where it is")
    opened_by = "track_goods"
    roles = STORE

    whereabouts = ask(say("Where are the goods now? The customer reads this."), accepts=FreeText(longest=300))

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"whereabouts": self.whereabouts}
        ticket = occasion.desk.act_as(occasion.person, Ref(occasion.about), "track_goods", facts)
        text = say("The customer of {number} knows.", number=ticket.number)
        return Reply(text, what_is_next(ticket, occasion.person), ticket.number)


class SendRest(Form):
    title = say("Send what is missing")
    opened_by = "send_rest"
    roles = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})

    to_send = ask(say("What is sent now? Logistics, the store and the customer read this."),
                  accepts=FreeText(longest=500))  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        facts = {"to_send": self.to_send}
        ticket = occasion.desk.act_as(occasion.person, Ref(occasion.about), "send_rest", facts)
        return Reply(say("{number} is being got ready once more.", number=ticket.number), ticket=ticket.number)


class CallOff(Form):
    title = say("Call off")
    opened_by = "call_off"
    roles = frozenset(WRITERS)

    reason = ask(say("Why is it called off? The customer reads this."), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.desk.act_as(occasion.person, Ref(occasion.about), "call_off", {"reason": self.reason})
        return Reply(say("{number} is called off.", number=ticket.number), ticket=ticket.number)
