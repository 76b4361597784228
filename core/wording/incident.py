"""Of a matter that concerns several households: which, and how many have accepted."""

from __future__ import annotations

from core.incidents import has_accepted, members_of
from core.phrases import Value, say
from core.wording.scene import Scene
from core.wording.values import Place, fact


def members(scene: Scene) -> Value:
    return tuple(member.number for member in members_of(scene.unit, scene.ticket))


def unsettled(scene: Scene) -> Value:
    those = members_of(scene.unit, scene.ticket)
    return tuple(member.number for member in those if not has_accepted(scene.ticket, member))


def settled(scene: Scene) -> Value:
    those = members_of(scene.unit, scene.ticket)
    accepted = [member for member in those if has_accepted(scene.ticket, member)]
    return say("accepted by {some} of {all} households", some=len(accepted), all=len(those))


INCIDENT: tuple[Place, ...] = (
    ("members", members),
    ("unsettled", unsettled),
    ("settled", settled),
    ("agreed", fact("agreed")),
)
