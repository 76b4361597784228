"""The {places} of a phrase, filled from a ticket: each place is one function here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from string import Formatter

from core.due import Within
from core.freight import ACCESS, DEFECTS, WRONG, fee_to_collect
from core.judging import JUDGED, course, graded
from core.kinds import kind_named
from core.kinds.complaint_conditions import level_reached
from core.kinds.complaint_states import SUBJECTS, WHY_MAJOR
from core.kinds.proposal import average
from core.kinds.return_ import PRICE_CASES, WANTS
from core.phrases import Phrase, Span, Value, above, say
from core.policy.allowance import Allowance
from core.policy.visits import Checklists
from core.ports import Clock, Unit
from core.promises import Promise, Run, allowance
from core.shop import Shop
from core.tickets import BROUGHT, Event, PersonId, Role, Ticket, photos_in
from core.warranty import charge

MARKED_MAJOR = say("so marked by the supervisor")


@dataclass(frozen=True, slots=True)
class Scene:
    """A ticket at a moment, with what just happened to it: a move, or a clock that rang."""

    unit: Unit
    shop: Shop
    at: datetime
    ticket: Ticket
    event: Event | None = None
    clock: Clock | None = None
    before: Ticket | None = None  # as it was then

    @property
    def former(self) -> PersonId | None:
        """Who had it before."""
        return self.before.assignee if self.before else None

    @property
    def photos(self) -> tuple[str, ...]:
        """The pictures that came with the move."""
        return photos_in(self.event.facts, BROUGHT) if self.event else ()

    @property
    def promise(self) -> Promise | None:
        name = self.clock.promise if self.clock else ""
        return next((p for p in kind_named(self.ticket.kind).promises if p.name == name), None)


def fill(phrase: Phrase, scene: Scene) -> Phrase:
    """The same phrase with a value for each of its places."""
    places = {name for _, name, _, _ in Formatter().parse(phrase.key) if name and name not in phrase.values}
    return Phrase(phrase.key, {name: PLACES[name](scene) for name in places} | dict(phrase.values))


def fact(name: str) -> Callable[[Scene], Value]:
    return lambda scene: told(scene.ticket.facts.get(name, ""))


def told(value: object) -> Value:
    return value if isinstance(value, str | int) else str(value)


def from_the_list(name: str) -> Callable[[Scene], Value]:
    return lambda scene: listed_as(name, scene.ticket.facts.get(name, ""), scene.shop)


def listed_as(name: str, value: object, shop: Shop) -> Value:
    """What was chosen from a list of the catalogue, in the reader's language; own words as they are."""
    if name in JUDGED:
        return graded(name, str(value))
    causes = {**shop.policy.complaint.causes, **shop.policy.catalogue.causes}
    lists = {"cause": causes, "done": shop.policy.catalogue.actions}
    found = lists.get(name, {}).get(str(value))
    return found.label if found else told(value)


def department(scene: Scene) -> Value:
    """Whose business the cause is (FLT-12)."""
    cause = scene.shop.policy.catalogue.causes.get(str(scene.ticket.facts.get("cause", "")))
    return cause.goes_to if cause and cause.goes_to else ""


def name_of(scene: Scene, person: PersonId | None) -> Value:
    found = scene.unit.people.get(person) if person else None
    return found.name if found and found.name else say("somebody of the team")


def those_going(scene: Scene) -> Value:
    going = scene.ticket.going or (scene.before.going if scene.before else ())
    return tuple(name_of(scene, person) for person in going) or name_of(scene, None)


def badge(scene: Scene) -> Value:
    found = map(scene.unit.people.get, scene.ticket.going)
    return tuple(person.badge for person in found if person and person.badge) or "–"


def keeper(scene: Scene) -> Value:
    """Who of the office has taken the ticket on."""
    claimed = [alert.claimed_by for alert in scene.unit.alerts.open_of(scene.ticket.ref) if alert.claimed_by]
    return name_of(scene, claimed[-1] if claimed else None)


def symptom(scene: Scene) -> Value:
    facts = scene.ticket.facts
    return scene.shop.policy.catalogue.symptom_label(str(facts.get("symptom", ""))) or told(facts.get("words", ""))


def visit(scene: Scene) -> Value:
    return scene.ticket.visit or say("at a time to be agreed")


def state(scene: Scene) -> Value:
    return kind_named(scene.ticket.kind).states[scene.ticket.state]


def area(scene: Scene) -> Value:
    """The district without street and number: all that is known before the job is accepted."""
    return str(scene.ticket.facts.get("area", ""))


def instant(name: str) -> Callable[[Scene], Value]:
    def value(scene: Scene) -> Value:
        stored = scene.ticket.facts.get(name)
        return datetime.fromisoformat(stored) if stored else ""

    return value


def due(scene: Scene) -> Value:
    promise = scene.promise
    if promise is None or scene.clock is None:
        return ""
    return promise.due(scene.ticket, Run(scene.clock.started_at), scene.shop) or ""


def allowed(scene: Scene) -> Value:
    promise = scene.promise
    return length(allowance(scene.shop, promise.due.key)) if promise and isinstance(promise.due, Within) else ""


def length(time: Allowance) -> Value:
    """An allowance in words."""
    if time.days:
        return say("1 working day") if time.days == 1 else say("{n} working days", n=time.days)
    return say("{time} of working time", time=time.time) if time.working else time.time


def parent(scene: Scene) -> Value:
    found = scene.unit.tickets.get(scene.ticket.parent) if scene.ticket.parent else None
    return found.number if found else ""


def why_call(scene: Scene) -> Value:
    """Why a customer is to be called back."""
    if scene.ticket.facts.get("rating"):
        return say("The customer was not satisfied. {comment}", comment=told(scene.ticket.facts.get("comment", "")))
    return say("The customer has not answered the survey.")


def punctual(scene: Scene) -> Value:
    """When to be at the door (DLV-03, VIS-05)."""
    visit = scene.shop.policy.visit
    if not visit.arrive_early_most:
        return say("Be there at the agreed time.")
    return say(
        "Be there {least} to {most} before.", least=visit.arrive_early_least.time, most=visit.arrive_early_most.time
    )


def bring(scene: Scene) -> Value:
    """The usual parts and tools for this fault (VIS-18)."""
    catalogue = scene.shop.policy.catalogue
    symptom = catalogue.symptom(str(scene.ticket.facts.get("symptom", "")))
    return listed(catalogue.brought_for(symptom)) if symptom and symptom.bring else say("the usual tools")


def product(scene: Scene) -> Value:
    """What it is about; of a complaint or a proposal the subject."""
    facts = scene.ticket.facts
    topic = scene.shop.policy.proposal.subjects.get(str(facts.get("topic", "")))
    return SUBJECTS.get(str(facts.get("subject", ""))) or (topic.label if topic else told(facts.get("product", "")))


def major(scene: Scene) -> Value:
    facts = scene.ticket.facts
    return WHY_MAJOR.get(str(facts.get("why_major", "")), MARKED_MAJOR) if "major_at" in facts else ""


def units(scene: Scene) -> Value:
    """The departments that answer for it."""
    known = scene.shop.policy.complaint.departments
    return tuple(known[code].label for code in scene.ticket.facts.get("units", ()) if code in known) or ""


def level(scene: Scene) -> Value:
    reached = level_reached(scene.ticket, scene.shop.policy)
    return reached.label if reached else say("after-sales")


def compensation(scene: Scene) -> Value:
    return Decimal(str(scene.ticket.facts.get("compensation") or 0))


def goodwill(scene: Scene) -> Value:
    amount = compensation(scene)
    return say("As compensation you get {amount}.", amount=amount) if amount else ""


def points(scene: Scene) -> Value:
    """What the committee has given on average."""
    return f"{average(scene.ticket):.1f}" if scene.ticket.facts.get("scores") else ""


def grade(scene: Scene) -> Value:
    earned = scene.shop.policy.proposal.grade_for(average(scene.ticket))
    return earned.label if earned else ""


def reward(scene: Scene) -> Value:
    earned = scene.shop.policy.proposal.grade_for(average(scene.ticket))
    return earned.reward if earned else Decimal()


def ownership(scene: Scene) -> Value:
    joint = scene.ticket.facts.get("owner") == "joint"
    return say("What comes of it belongs to both of us, as agreed.") if joint else ""


def rule_named(scene: Scene) -> Value:
    """By which rule a return is judged (RTN-01)."""
    found = scene.shop.policy.returns.rules.get(str(scene.ticket.facts.get("rule", "")))
    return found.label if found else ""


def price_case(scene: Scene) -> Value:
    return PRICE_CASES.get(str(scene.ticket.facts.get("price_case", "")), "")


def refund(scene: Scene) -> Value:
    amount = scene.ticket.facts.get("refund")
    return Decimal(str(amount)) if amount else ""


def wants(scene: Scene) -> Value:
    return WANTS.get(str(scene.ticket.facts.get("wants", "")), "")


def recurrence(scene: Scene) -> Value:
    """How often the same fault has come back since the measures were carried out (CAP-05)."""
    facts = scene.ticket.facts
    if not (since := facts.get("carried_out_at")):
        return ""
    if not (facts.get("product") and facts.get("fault")):
        return say("No product and fault are known to count by.")
    alike = scene.unit.tickets.alike(str(facts["product"]), str(facts["fault"]), datetime.fromisoformat(since))
    return say("{n} like faults since it was carried out.", n=len(alike))


def running(promise: str) -> Callable[[Scene], Value]:
    """When this promise is due, if it runs now."""

    def value(scene: Scene) -> Value:
        clocks = scene.unit.clocks.of(scene.ticket.ref)
        due = [c.due_at for c in clocks if c.promise == promise and c.ended_at is None and not c.warning]
        return next(filter(None, due), "")

    return value


def listed(items: Iterable[Value]) -> Phrase:
    """A checklist, one thing a line."""
    return above(Phrase("– {item}", {"item": item}) for item in items)


def actor(scene: Scene) -> Value:
    event = scene.event
    if event is None or event.by in (Role.CUSTOMER, Role.CLOCK):
        return name_of(scene, None)
    return name_of(scene, event.who)


def checklists(scene: Scene) -> Checklists:
    return scene.shop.policy.checklists(scene.ticket.kind)


def access(scene: Scene) -> Value:
    return ACCESS.get(str(scene.ticket.facts.get("access", "")), "")


def what_is_wrong(scene: Scene) -> Value:
    return (WRONG | DEFECTS).get(str(scene.ticket.facts.get("wrong", "")), "")


def crew_phone(scene: Scene) -> Value:
    """Of whoever answers for the visit; otherwise the shop's own (DLV-06)."""
    found = scene.unit.people.get(scene.ticket.assignee) if scene.ticket.assignee else None
    return found.phone if found and found.phone else scene.shop.policy.shop.phones


def cost(scene: Scene) -> Value:
    if "delivery_fee" in scene.ticket.facts:
        return fee_to_collect(scene.ticket.facts)
    return charge(scene.ticket.facts.get("chargeable"), scene.shop.policy)


PLACES: dict[str, Callable[[Scene], Value]] = {
    "number": lambda scene: scene.ticket.number,
    "product": product,
    "symptom": symptom,
    "words": fact("words"),
    "special": lambda scene: Span(*map(datetime.fromisoformat, scene.ticket.facts.get("special_asked", ()))),
    "bought": fact("bought"),
    "customer": fact("name"),
    "phone": fact("phone"),
    "address": fact("address"),
    "area": area,
    "visit": visit,
    "cost": cost,
    "state": state,
    "technician": those_going,
    "former": lambda scene: name_of(scene, scene.former),
    "badge": badge,
    "keeper": keeper,
    "who": actor,
    "reason": fact("reason"),
    "note": fact("note"),
    "added": fact("added"),
    "correction": fact("correction"),
    "parts": fact("parts"),
    "cause": from_the_list("cause"),
    "department": department,
    "done": from_the_list("done"),
    "comment": fact("comment"),
    "why": why_call,
    "eta": lambda scene: (
        say("About {minutes} minutes.", minutes=int(scene.ticket.facts["eta"])) if scene.ticket.facts.get("eta") else ""
    ),
    "nudges": fact("nudges"),
    "extension": instant("extension_asked"),
    "promised": instant("promised_by"),
    "due": due,
    "allowed": allowed,
    "parent": parent,
    "wish": fact("wish"),
    "happened": fact("happened"),
    "about": fact("about"),
    "told": fact("told"),
    "plan": fact("plan"),
    "result": fact("result"),
    "major": major,
    "units": units,
    "level": level,
    "compensation": compensation,
    "goodwill": goodwill,
    "limit": lambda scene: scene.shop.policy.complaint.compensation.manager,
    "answer_by": running("result"),
    "opinion": fact("opinion"),
    "measure": fact("measure"),
    "points": points,
    "grade": grade,
    "reward": reward,
    "ownership": ownership,
    "corrective": fact("corrective"),
    "preventive": fact("preventive"),
    "standard": fact("standard"),
    "rounds": fact("rounds"),
    "recurrence": recurrence,
    "measures_by": instant("measures_by"),
    "capa_due": running("measures"),
    "effect_due": running("effect"),
    "rule": rule_named,
    "price_case": price_case,
    "refund": refund,
    "wants": wants,
    "collect_by": running("collection"),
    "carried_out_by": instant("carried_out_by"),
    "opinion_due": running("opinion"),
    "kept_until": running("kept"),
    "plan_due": running("complaint_plan"),
    "emergency_plan": lambda scene: listed(scene.shop.policy.complaint.emergency_plan),
    "wait": lambda scene: length(scene.shop.policy.visit.no_answer),
    "knock": lambda scene: length(scene.shop.policy.visit.knock_every),
    "punctual": punctual,
    "course": lambda scene: course(scene.ticket, scene.unit.clocks.of(scene.ticket.ref)),
    "alike": lambda scene: len(scene.ticket.facts.get("series", ())),
    "series": lambda scene: tuple(scene.ticket.facts.get("series", ())),
    "period": lambda scene: length(scene.shop.policy.escalation.similar_window),
    "reopen": lambda scene: length(scene.shop.policy.limits.reopen_within),
    "bring": bring,
    "kit": lambda scene: listed(checklists(scene).kit),
    "doorstep": lambda scene: listed(checklists(scene).doorstep),
    "before_work": lambda scene: listed(checklists(scene).before_work),
    "leaving": lambda scene: listed(checklists(scene).leaving),
    "goods_check": lambda scene: listed(scene.shop.policy.delivery.goods_check),
    "access": access,
    "requirements": lambda scene: told(scene.ticket.facts.get("requirements") or "–"),
    "expected": instant("expected_at"),
    "crew_phone": crew_phone,
    "signed_by": fact("signed_by"),
    "remarks": fact("remarks"),
    "what_is_wrong": what_is_wrong,
}
