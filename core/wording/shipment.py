"""Of a shipment: what is sent, by whom, and where it is."""

from __future__ import annotations

from core.kinds.shipment_states import SHORTAGES
from core.phrases import Value, say
from core.wording.scene import Scene
from core.wording.ticket import product
from core.wording.values import Place, fact, told


def to_ship(scene: Scene) -> Value:
    """The second time only what was missing."""
    return told(scene.ticket.facts.get("to_send") or "") or product(scene)


def whereabouts(scene: Scene) -> Value:
    return told(scene.ticket.facts.get("whereabouts") or "") or say("nothing yet")


def what_is_short(scene: Scene) -> Value:
    return SHORTAGES.get(str(scene.ticket.facts.get("short", "")), "")


SHIPMENT: tuple[Place, ...] = (
    ("order", fact("order")),
    ("to_ship", to_ship),
    ("to_send", fact("to_send")),
    ("carrier", fact("carrier")),
    ("waybill", fact("waybill")),
    ("serials", fact("serials")),
    ("whereabouts", whereabouts),
    ("what_is_short", what_is_short),
)
