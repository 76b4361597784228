"""The {places} of a phrase, filled from a ticket: each place is one function, in the file of what it is about."""

from __future__ import annotations

from functools import lru_cache
from string import Formatter

from core.phrases import Phrase
from core.wording.capa import CAPA
from core.wording.complaint import COMPLAINT
from core.wording.delivery import DELIVERY
from core.wording.fault import FAULT
from core.wording.incident import INCIDENT
from core.wording.order import ORDER
from core.wording.project import PROJECT
from core.wording.proposal import PROPOSAL
from core.wording.quote import QUOTE
from core.wording.return_ import RETURN
from core.wording.scene import Scene as Scene
from core.wording.service_contract import SERVICE_CONTRACT
from core.wording.shipment import SHIPMENT
from core.wording.task import TASK
from core.wording.ticket import TICKET
from core.wording.visit import VISIT


def fill(phrase: Phrase, scene: Scene) -> Phrase:
    """The same phrase with a value for each of its places."""
    given = phrase.values
    found = {name: PLACES[name](scene) for name in places_in(phrase.key) if name not in given}
    return Phrase(phrase.key, found | dict(given))


@lru_cache(maxsize=1024)
def places_in(sentence: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for _, name, _, _ in Formatter().parse(sentence) if name))


TABLES = (
    TICKET, FAULT, VISIT, DELIVERY, SHIPMENT, PROJECT, COMPLAINT, RETURN, PROPOSAL, CAPA, TASK, ORDER, INCIDENT, QUOTE,
    SERVICE_CONTRACT,
)  # fmt: skip
PLACES = {name: place for table in TABLES for name, place in table}
