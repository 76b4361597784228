"""Of a visit: who comes, when, with what, and what is looked through."""

from __future__ import annotations

from core.phrases import Value, say
from core.policy.bilingual import Bilingual
from core.policy.visits import Checklists
from core.wording.scene import Scene
from core.wording.values import Place, fact, length, listed, name_of


def visit(scene: Scene) -> Value:
    return scene.ticket.visit or say("at a time to be agreed")


def those_going(scene: Scene) -> Value:
    going = scene.ticket.going or (scene.before.going if scene.before else ())
    return tuple(name_of(scene, person) for person in going) or name_of(scene, None)


def badge(scene: Scene) -> Value:
    found = map(scene.unit.people.get, scene.ticket.going)
    return tuple(person.badge for person in found if person and person.badge) or "–"


def crew_phone(scene: Scene) -> Value:
    """Of whoever answers for the visit; otherwise the shop's own (DLV-06)."""
    found = scene.unit.people.get(scene.ticket.assignee) if scene.ticket.assignee else None
    return found.phone if found and found.phone else scene.shop.policy.shop.phones


def punctual(scene: Scene) -> Value:
    """When to be at the door (DLV-03, VIS-05)."""
    visit = scene.shop.policy.visit
    if not visit.arrive_early_most:
        return say("Be there at the agreed time.")
    return say(
        "Be there {least} to {most} before.", least=visit.arrive_early_least.time, most=visit.arrive_early_most.time
    )


def checklists(scene: Scene) -> Checklists:
    return scene.shop.policy.checklists(scene.ticket.kind)


def doorstep(scene: Scene) -> Value:
    """With the name of whoever lives there, and the shop's own (DLV-12)."""
    name, shop = str(scene.ticket.facts.get("name") or ""), scene.shop.policy.shop.name
    zh, en = (name or "您", shop.zh), (name or "the customer", shop.en)
    return listed(Bilingual(named(each.zh, *zh), named(each.en, *en)) for each in checklists(scene).doorstep)


def named(words: str, customer: str, shop: str) -> str:
    return words.replace("{customer}", customer).replace("{shop}", shop)


VISIT: tuple[Place, ...] = (
    ("visit", visit),
    ("technician", those_going),
    ("badge", badge),
    ("crew_phone", crew_phone),
    (
        "eta",
        lambda scene: (
            say("About {minutes} minutes.", minutes=int(scene.ticket.facts["eta"]))
            if scene.ticket.facts.get("eta")
            else ""
        ),
    ),
    ("punctual", punctual),
    ("wait", lambda scene: length(scene.shop.policy.visit.no_answer)),
    ("knock", lambda scene: length(scene.shop.policy.visit.knock_every)),
    ("kit", lambda scene: listed(checklists(scene).kit)),
    ("doorstep", doorstep),
    ("before_work", lambda scene: listed(checklists(scene).before_work)),
    ("leaving", lambda scene: listed(checklists(scene).leaving)),
    ("correction", fact("correction")),
    ("companion", lambda scene: name_of(scene, scene.ticket.facts.get("companion"))),
    ("work_change", fact("work_change")),
)
