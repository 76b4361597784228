"""What people need to know about a job, line by line."""

from __future__ import annotations

from core.kinds import kind_named
from core.phrases import Phrase, say
from core.tickets import Ticket
from core.wording import Scene, fill

JOB, FAULT = Phrase("{product}"), say("{product}, {symptom}")
CONTACT = (say("{customer}, {phone}"), Phrase("{address}"), Phrase("{map}"))
DISTRICT = (Phrase("{area}"),)
AGAIN = say("The same fault again: {repeats}")
BOUGHT = say("Bought: {bought}")
ACCESS, INSTALL = Phrase("{access}"), say("To be assembled: {requirements}")
NEEDS = {  # lines that are left out without these facts
    "{area}": "area",
    "{words}": "words",
    "{address}": "address",
    ACCESS.key: "access",
    BOUGHT.key: "bought",
    AGAIN.key: "repeats",
    INSTALL.key: "installation",
}


def outline(scene: Scene, *, contact: bool, staff: bool = True) -> tuple[Phrase, ...]:
    """What, when, where, and what it costs, or what else this kind of ticket is about. Phone only with `contact`.

    What was bought by a number that somebody only typed is for the `staff`.
    """
    ticket = scene.ticket
    if own := kind_named(ticket.kind).outline:
        shown = (fill(line, scene) for line in own if contact or "{phone}" not in line.key)
        return tuple(line for line in shown if all(value != "" for value in line.values.values()))
    what = FAULT if ticket.facts.get("symptom") else JOB
    where = (*(CONTACT if contact else DISTRICT), ACCESS)
    bought = (BOUGHT,) if staff and ticket.facts.get("bought") != ticket.facts.get("product") else ()
    cost = () if ticket.kind == "installation" else (Phrase("{cost}"),)  # nothing is known of it
    again = (AGAIN,) if staff else ()
    lines = (what, *again, *bought, say("Visit: {visit}"), *where, INSTALL, Phrase("{words}"), *cost)
    urgent = (say("URGENT"),) if ticket.urgent else ()
    told = (line for line in lines if line.key not in NEEDS or ticket.facts.get(NEEDS[line.key]))
    return (*urgent, *(line for each in told if (line := fill(each, scene)).values.get("map") != ""))


def may_call(ticket: Ticket) -> bool:
    """A technician sees phone and address only while the job is his and agreed."""
    return ticket.state in kind_named(ticket.kind).known_to
