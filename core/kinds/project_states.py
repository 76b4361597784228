"""The states of a project, what people call them, and what must be done before it is handed in (INS-09 to INS-14)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum, auto
from typing import Any

from core.phrases import Phrase, say
from core.policy import Policy
from core.tickets import Act, Ticket


class S(StrEnum):
    ASKED = auto()  # the labour request, before the first of its three approvals
    SECOND = auto()
    THIRD = auto()
    PLANNING = auto()
    RUNNING = auto()
    FINISHED = auto()
    CLOSED = auto()
    CANCELLED = auto()


NAMES = {
    S.ASKED: say("waiting for the first of three approvals"),
    S.SECOND: say("waiting for the second of three approvals"),
    S.THIRD: say("waiting for the last of three approvals"),
    S.PLANNING: say("schedule being drawn up"),
    S.RUNNING: say("being carried out"),
    S.FINISHED: say("waiting to be accepted"),
    S.CLOSED: say("closed"),
    S.CANCELLED: say("not approved"),
}
OPEN = frozenset(S) - {S.CLOSED, S.CANCELLED}
ASKING = frozenset({S.ASKED, S.SECOND, S.THIRD})


class Part(StrEnum):
    """What a contract may include beyond the fitting (INS-10)."""

    COMMISSION = auto()
    TRAIN = auto()


INCLUDED: dict[str, Phrase] = {
    "none": say("Only the installation"),
    Part.COMMISSION: say("Installation and commissioning"),
    "both": say("Installation, commissioning and training"),
}


def includes(ticket: Ticket, part: Part) -> bool:
    return ticket.facts.get("included") in {"both", part}


def milestones(ticket: Ticket) -> list[Mapping[str, Any]]:
    """In order of their days: `day`, `what`, and `done_at` once it is reached."""
    return sorted(ticket.facts.get("milestones") or [], key=lambda each: str(each["day"]))


def next_milestone(ticket: Ticket) -> Mapping[str, Any] | None:
    return next((each for each in milestones(ticket) if not each.get("done_at")), None)


def has_milestone_ahead(ticket: Ticket) -> bool:
    return next_milestone(ticket) is not None


def still_open(ticket: Ticket) -> Iterator[Phrase | str]:
    """What keeps it from being handed in (INS-10, INS-12, INS-13, DLV-21)."""
    facts = ticket.facts
    yield from (str(each["what"]) for each in milestones(ticket) if not each.get("done_at"))
    if to_be_commissioned(ticket):
        yield say("commissioning")
    if to_be_trained(ticket):
        yield say("training, with its record")
    if to_be_checked(ticket):
        yield say("the check against the tender")
    if not facts.get("agreement_photos"):
        yield say("the signed agreement")


def to_be_commissioned(ticket: Ticket) -> bool:
    return includes(ticket, Part.COMMISSION) and "commissioned_at" not in ticket.facts


def to_be_trained(ticket: Ticket) -> bool:
    return includes(ticket, Part.TRAIN) and "trained_at" not in ticket.facts


def to_be_checked(ticket: Ticket) -> bool:
    """A tender asked for something, and nobody has found it as asked (DLV-21)."""
    return bool(ticket.facts.get("tender")) and ticket.facts.get("as_tendered") is not True


def lacks_agreement(ticket: Ticket) -> bool:
    return not ticket.facts.get("agreement_photos")


def is_done(ticket: Ticket, _: Act, __: Policy) -> bool:
    return not any(True for _ in still_open(ticket))


def differs(_: Ticket, act: Act, __: Policy) -> bool:
    return act.facts.get("as_tendered") is False
