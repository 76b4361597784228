"""Of a delivery: the way in, the goods, the signature."""

from __future__ import annotations

from core.freight import ACCESS, DEFECTS, WRONG
from core.phrases import Value
from core.wording.scene import Scene
from core.wording.values import Place, fact, instant, told


def access(scene: Scene) -> Value:
    return ACCESS.get(str(scene.ticket.facts.get("access", "")), "")


def what_is_wrong(scene: Scene) -> Value:
    return (WRONG | DEFECTS).get(str(scene.ticket.facts.get("wrong", "")), "")


DELIVERY: tuple[Place, ...] = (
    ("access", access),
    ("requirements", lambda scene: told(scene.ticket.facts.get("requirements") or "–")),
    ("expected", instant("expected_at")),
    ("what_is_wrong", what_is_wrong),
    ("signed_by", fact("signed_by")),
    ("remarks", fact("remarks")),
)
