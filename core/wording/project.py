"""Of a project: its schedule, what is next, what is still open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from core.kinds.project_states import INCLUDED, S, milestones, next_milestone, still_open
from core.phrases import Phrase, Value, above, say
from core.wording.scene import Scene
from core.wording.values import Place, fact


def milestone(scene: Scene) -> Value:
    ahead = next_milestone(scene.ticket)
    return str(ahead["what"]) if ahead else ""


def milestone_day(scene: Scene) -> Value:
    ahead = next_milestone(scene.ticket)
    return str(ahead["day"]) if ahead else ""


def schedule(scene: Scene) -> Value:
    """A line for each milestone, with when it was reached."""
    return above(map(line, milestones(scene.ticket))) if milestones(scene.ticket) else ""


def line(each: Mapping[str, Any]) -> Phrase:
    values = {"day": str(date.fromisoformat(str(each["day"]))), "what": str(each["what"])}
    key = say("{day} {what} – done") if each.get("done_at") else say("{day} {what}")
    return Phrase(key.key, values)


def left(scene: Scene) -> Value:
    if scene.ticket.state != S.RUNNING:
        return ""
    return tuple(still_open(scene.ticket)) or say("nothing")


PROJECT: tuple[Place, ...] = (
    ("quantity", fact("quantity")),
    ("complete_by", fact("complete_by")),
    ("tender", fact("tender")),
    ("included", lambda scene: INCLUDED.get(str(scene.ticket.facts.get("included", "")), "")),
    ("milestone", milestone),
    ("milestone_day", milestone_day),
    ("reached", fact("reached")),
    ("schedule", schedule),
    ("still_open", left),
)
