"""Of every ticket: what it is about, who has it, how it stands, what it costs."""

from __future__ import annotations

from core.due import Within
from core.freight import fee_to_collect
from core.kinds import kind_named
from core.kinds.complaint_states import SUBJECTS
from core.phrases import Value, say
from core.places import on_any_map, on_map
from core.promises import Run, allowance
from core.tickets import Role
from core.warranty import charge
from core.wording.quote import agreed_cost
from core.wording.scene import Scene
from core.wording.values import Place, fact, from_the_list, instant, length, name_of, told


def product(scene: Scene) -> Value:
    """What it is about; of a complaint or a proposal the subject."""
    facts = scene.ticket.facts
    topic = scene.shop.policy.proposal.subjects.get(str(facts.get("topic", "")))
    return SUBJECTS.get(str(facts.get("subject", ""))) or (topic.label if topic else told(facts.get("product", "")))


def symptom(scene: Scene) -> Value:
    facts = scene.ticket.facts
    return scene.shop.policy.catalogue.symptom_label(str(facts.get("symptom", ""))) or told(facts.get("words", ""))


def state(scene: Scene) -> Value:
    return kind_named(scene.ticket.kind).states[scene.ticket.state]


def area(scene: Scene) -> Value:
    """The district without street and number: all that is known before the job is accepted."""
    return str(scene.ticket.facts.get("area", ""))


def keeper(scene: Scene) -> Value:
    """Who of the office has taken the ticket on."""
    claimed = [alert.claimed_by for alert in scene.unit.alerts.open_of(scene.ticket.ref) if alert.claimed_by]
    return name_of(scene, claimed[-1] if claimed else None)


def actor(scene: Scene) -> Value:
    event = scene.event
    if event is None or event.by in (Role.CUSTOMER, Role.CLOCK):
        return name_of(scene, None)
    return name_of(scene, event.who)


def cost(scene: Scene) -> Value:
    if "delivery_fee" in scene.ticket.facts:
        return fee_to_collect(scene.ticket.facts)
    if not scene.ticket.facts.get("chargeable") and (contract := str(scene.ticket.facts.get("contract") or "")):
        return say("Service contract {contract}: free of charge.", contract=contract)
    return agreed_cost(scene) or charge(scene.ticket.facts.get("chargeable"), scene.shop.policy)


def due(scene: Scene) -> Value:
    promise = scene.promise
    if promise is None or scene.clock is None:
        return ""
    return promise.due(scene.ticket, Run(scene.clock.started_at), scene.shop) or ""


def allowed(scene: Scene) -> Value:
    promise = scene.promise
    return length(allowance(scene.shop, promise.due.key)) if promise and isinstance(promise.due, Within) else ""


def parent(scene: Scene) -> Value:
    found = scene.unit.tickets.get(scene.ticket.parent) if scene.ticket.parent else None
    period = str(scene.ticket.facts.get("report", ""))
    return found.number if found else say("the fault analysis {period}", period=period) if period else ""


def repeats(scene: Scene) -> Value:
    """The other reports of the same fault."""
    return tuple(str(number) for number in scene.ticket.facts.get("repeats") or ()) or ""


TICKET: tuple[Place, ...] = (
    ("number", lambda scene: scene.ticket.number),
    ("product", product),
    ("symptom", symptom),
    ("words", fact("words")),
    ("bought", fact("bought")),
    ("customer", fact("name")),
    ("phone", fact("phone")),
    ("address", fact("address")),
    ("map", lambda scene: on_map(str(scene.ticket.facts.get("address", "")))),
    ("way", lambda scene: on_any_map(str(scene.ticket.facts.get("address", "")))),
    ("area", area),
    ("state", state),
    ("cost", cost),
    ("who", actor),
    ("former", lambda scene: name_of(scene, scene.former)),
    ("keeper", keeper),
    ("reason", fact("reason")),
    ("note", fact("note")),
    ("added", fact("added")),
    ("parts", fact("parts")),
    ("cause", from_the_list("cause")),
    ("done", from_the_list("done")),
    ("comment", fact("comment")),
    ("nudges", fact("nudges")),
    ("extension", instant("extension_asked")),
    ("promised", instant("promised_by")),
    ("due", due),
    ("allowed", allowed),
    ("parent", parent),
    ("opened", lambda scene: scene.ticket.opened_at),
    ("repeat", fact("repeat")),
    ("repeats", repeats),
)
