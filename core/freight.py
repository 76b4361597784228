"""What a delivery costs, said before it is booked (DLV-01, DLV-02), and the words for what is chosen from a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum, auto
from typing import Any

from core.people import Sale
from core.phrases import Phrase, say
from core.policy import Policy
from core.values import dataclass


class Access(StrEnum):
    """How the goods get to the door of the flat."""

    GROUND = auto()
    LIFT = auto()
    STAIRS = auto()


ACCESS: dict[str, Phrase] = {
    Access.GROUND: say("Ground floor"),
    Access.LIFT: say("Upper floor with a lift"),
    Access.STAIRS: say("Upper floor, stairs only"),
}


class Wrong(StrEnum):
    """Why goods go back."""

    DEFECTIVE = auto()
    DAMAGED = auto()
    MISTAKEN = auto()
    REFUSED = auto()


WRONG: dict[str, Phrase] = {
    Wrong.DEFECTIVE: say("Defective when unpacked"),
    Wrong.DAMAGED: say("Damaged on the way"),
    Wrong.MISTAKEN: say("Not what was ordered"),
    Wrong.REFUSED: say("Refused by the customer"),
}


class Became(StrEnum):
    """Of goods that were damaged on the way (DLV-09)."""

    MENDED = auto()
    SENT_BACK = auto()
    WRITTEN_OFF = auto()


DAMAGED: dict[str, Phrase] = {
    Became.MENDED: say("Mended, and in the store again"),
    Became.SENT_BACK: say("Back to the factory"),
    Became.WRITTEN_OFF: say("Written off"),
}


class Defect(StrEnum):
    """What stops an installation (INS-07)."""

    CRACKING = auto()
    DEFORMATION = auto()
    PAINT_LOSS = auto()
    COLOUR = auto()
    CANNOT_MOUNT = auto()


DEFECTS: dict[str, Phrase] = {
    Defect.CRACKING: say("Cracks"),
    Defect.DEFORMATION: say("Out of shape"),
    Defect.PAINT_LOSS: say("Paint comes off"),
    Defect.COLOUR: say("Colours differ"),
    Defect.CANNOT_MOUNT: say("Cannot be mounted"),
}


@dataclass(frozen=True, slots=True)
class Freight:
    """`free` is None where nobody can say before the receipt was seen; `fee` is what is charged otherwise."""

    free: bool | None
    fee: Decimal
    why: Phrase


def freight(sales: Sequence[Sale], policy: Policy, *, suburb: bool) -> Freight:
    """Free if anything is bulky or the whole purchase reaches the policy's amount."""
    rules = policy.delivery
    fee = rules.fee_suburb if suburb else rules.fee
    if any(is_bulky(sale, policy) for sale in sales):
        return Freight(True, fee, say("Delivery is free, as the goods are bulky."))
    total = total_of(sales)
    if total is None:
        text = say("Delivery is free from {least} on, otherwise {fee}: please keep the receipt at hand.")
        return Freight(None, fee, Phrase(text.key, {"least": rules.free_from, "fee": fee}))
    if total >= rules.free_from:
        text = say("Delivery is free, as you bought for {least} or more.", least=rules.free_from)
        return Freight(True, fee, text)
    text = say("Delivery costs {fee}, as the purchase is below {least}.", fee=fee, least=rules.free_from)
    return Freight(False, fee, text)


def is_bulky(sale: Sale, policy: Policy) -> bool:
    category = policy.catalogue.categories.get(sale.category)
    return category is not None and category.bulky


def total_of(sales: Sequence[Sale]) -> Decimal | None:
    """None if any price is unknown."""
    if any(sale.price is None for sale in sales):
        return None
    return sum((sale.price * sale.quantity for sale in sales if sale.price is not None), Decimal())


def fee_to_collect(facts: Mapping[str, Any]) -> Phrase:
    """What the crew must know."""
    fee = Decimal(str(facts["delivery_fee"]))
    if facts.get("delivery_free") is None:
        return say("Delivery {fee}, or free: please look at the receipt.", fee=fee)
    return say("Delivery is free.") if facts["delivery_free"] else say("Delivery {fee}, to be collected.", fee=fee)
