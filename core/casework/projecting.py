"""A large job is asked for, and gets its schedule (售后服务用工申请, 工程进度计划; INS-09, INS-12)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, TypeAlias

from core.casework.reporting import whereabouts
from core.casework.shipping import WRITERS, reached_on
from core.desk import Desk
from core.people import Person
from core.sales_import.days import read_day
from core.tickets import Facts, Ticket
from core.values import dataclass

Milestone: TypeAlias = dict[str, Any]
BETWEEN = re.compile(r"[;；\n]+")
DATED = re.compile(r"\s*(\d{4}[-/.年]\s*\d{1,2}[-/.月]\s*\d{1,2}日?)[\s,，:：]*(.+)", re.DOTALL)
MOST = 30  # milestones of one project


@dataclass(frozen=True, slots=True)
class LabourRequest:
    """What the clerk wrote. `included`: a key of INCLUDED; `tender`: what was asked for, "" where there was none."""

    name: str
    phone: str  # E.164
    product: str
    quantity: str
    address: str
    requirements: str
    complete_by: date
    included: str
    tender: str = ""


def request_project(desk: Desk, by: Person, asked: LabourRequest) -> Ticket:
    facts: Facts = {
        "name": asked.name,
        "phone": asked.phone,
        "product": asked.product,
        "quantity": asked.quantity,
        "address": asked.address,
        "requirements": asked.requirements,
        "complete_by": asked.complete_by.isoformat(),
        "included": asked.included,
        "tender": asked.tender,
    }
    role = next(role for role in WRITERS if role in by.roles)
    place = whereabouts(asked.address, desk.shop.policy)
    customer = reached_on(desk, asked.name, asked.phone)
    return desk.open("project", customer, {**facts, **place}, by=(role, by.id))


def schedule_in(text: str) -> list[Milestone]:
    """Milestones as they are written: a day and what is done by then, with a semicolon or a new line between.

    Raises ValueError, with the part that is none, or nothing at all.
    """
    parts = [part.strip() for part in BETWEEN.split(text) if part.strip()]
    if not 0 < len(parts) <= MOST:
        raise ValueError
    return sorted(map(milestone_in, parts), key=lambda each: str(each["day"]))


def milestone_in(part: str) -> Milestone:
    found = DATED.fullmatch(part)
    day = read_day(found[1]) if found else None
    if found is None or day is None:
        raise ValueError(part)
    return {"day": day.isoformat(), "what": found[2].strip()}


def kept_done(new: list[Milestone], old: list[Milestone]) -> list[Milestone]:
    """What was reached already stays so, whatever the new schedule says."""
    done = [each for each in old if each.get("done_at")]
    names = {each["what"] for each in done}
    return [*done, *(each for each in new if each["what"] not in names)]
