"""Of a delivery: the way in, the goods, the signature."""

from __future__ import annotations

from core.freight import ACCESS, DAMAGED, DEFECTS, WRONG
from core.phrases import Value, say
from core.wording.scene import Scene
from core.wording.values import Place, fact, instant, told


def access(scene: Scene) -> Value:
    return ACCESS.get(str(scene.ticket.facts.get("access", "")), "")


def what_is_wrong(scene: Scene) -> Value:
    return (WRONG | DEFECTS).get(str(scene.ticket.facts.get("wrong", "")), "")


def settled(scene: Scene) -> Value:
    facts = scene.ticket.facts
    return say("{what}. {note}", what=DAMAGED.get(str(facts.get("became", "")), ""), note=told(facts.get("note", "")))


DELIVERY: tuple[Place, ...] = (
    ("access", access),
    ("requirements", lambda scene: told(scene.ticket.facts.get("requirements") or "–")),
    ("expected", instant("expected_at")),
    ("what_is_wrong", what_is_wrong),
    ("missing_part", fact("part")),
    ("became_of_it", settled),
    ("signed_by", fact("signed_by")),
    ("remarks", fact("remarks")),
)
