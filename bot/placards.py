"""What stands in a ticket's topic in the staff's group: its title, its card, and what the customer said since."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.dialogue.words import Words
from bot.listing import detail, step
from core.facts import BROUGHT, photos_in
from core.kinds import kind_named
from core.outline import outline
from core.phrases import Phrase, above, say
from core.ports import Topic, Unit
from core.shop import Shop
from core.tickets import FINAL, Event, Role, Ticket
from core.values import dataclass
from core.wording import Scene, fill
from core.wording.values import name_of

LATEST: Final = 5  # lines of the history on the card
LONGEST: Final = 3500  # characters of one message
TITLE: Final = "{number} · {state} · {customer}"
HOW: Final = say("Reply to this, or to what the customer says, to write to the customer. Anything else stays among us.")


@dataclass(frozen=True, slots=True)
class Placard:
    title: str
    card: str
    closed: bool
    news: str
    photos: tuple[str, ...]
    told: int  # the history up to here is in it


def placard(unit: Unit, shop: Shop, words: Words, topic: Topic, at: datetime) -> Placard | None:
    """None where the ticket is kept from somebody of the staff: everybody reads the board."""
    ticket = unit.tickets.get(topic.ticket)
    if ticket is None or ticket.facts.get("about_person"):
        return None
    scene, history = Scene(unit, shop, at, ticket), unit.tickets.history(ticket.ref)
    said = [event for event in history[topic.told :] if event.by is Role.CUSTOMER]
    return Placard(
        title(scene, words),
        card(scene, history, words)[:LONGEST],
        ticket.state in FINAL,
        "\n".join(words(step(scene, event, details=True)) for event in said if detail(scene, event))[:LONGEST],
        photos(ticket, said, first=not topic.told),
        len(history),
    )


def title(scene: Scene, words: Words) -> str:
    ticket = scene.ticket
    state, customer = kind_named(ticket.kind).states[ticket.state], name_of(scene, ticket.customer)
    return words(Phrase(TITLE, {"number": ticket.number, "state": state, "customer": customer}))


def card(scene: Scene, history: tuple[Event, ...], words: Words) -> str:
    """Without phone and address: technicians read it too, whoever has the job."""
    head = say("{number}: {state}, {technician}") if scene.ticket.assignee else say("{number}: {state}")
    steps = (step(scene, event, details=True) for event in history[-LATEST:])
    return words(above((fill(head, scene), *outline(scene, contact=False), *steps, HOW)))


def photos(ticket: Ticket, said: list[Event], *, first: bool) -> tuple[str, ...]:
    given = photos_in(ticket.facts, ("photos",)) if first else ()
    return tuple(dict.fromkeys((*given, *(photo for event in said for photo in photos_in(event.facts, BROUGHT)))))
