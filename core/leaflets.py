"""After a repair that pleased him a customer hears what else the shop has: seldom, and if he likes to (VIS-24)."""

from __future__ import annotations

from datetime import timedelta

from core.moment import Moment
from core.news import wants_news
from core.notices import Choosing, Notice
from core.people import Person
from core.phrases import Phrase, say
from core.tickets import Ticket

LASTS = timedelta(days=3)
STOP = Choosing(say("No such messages"), "w:unsubscribe")


def hand_out(desk: Moment, ticket: Ticket) -> None:
    customer = desk.person(ticket.customer)
    if not wants_news(desk, customer) or had_one_lately(desk, customer):
        return
    desk.unit.milestones.reach(leaflet_of(customer), desk.at)
    category = desk.shop.policy.catalogue.categories.get(str(ticket.facts.get("category", "")))
    leaflet = category.leaflet if category and category.leaflet else desk.shop.policy.leaflet.text
    text = Phrase("{leaflet}", {"leaflet": leaflet})
    calm = desk.not_in_quiet_hours(desk.at)
    desk.notices.append(
        Notice(customer, text, extra=(STOP,), not_before=calm, expires_at=desk.at + LASTS, cause=desk.cause)
    )


def had_one_lately(desk: Moment, customer: Person) -> bool:
    last = desk.unit.milestones.of(leaflet_of(customer))
    return last is not None and desk.at < last + timedelta(days=desk.shop.policy.leaflet.every_days)


def leaflet_of(customer: Person) -> str:
    return f"leaflet:{customer.id}"
