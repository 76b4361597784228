"""A shop (of furniture, unless said otherwise) with its people and what it sold: Ann is a customer, Zhang and Wang are
technicians, Chen sends them, Liu is the supervisor and Zhao the manager. In Chinese they are 李雷, 张师傅, 王师傅,
小陈, 刘主管 and 赵经理."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from pathlib import Path

from core.opening import open_shop
from core.people import Absence, Sale
from core.phrases import Span
from core.ports import Store
from core.shop import Shop
from core.tickets import Role
from tests.acceptance.moments import MONDAY_MORNING, moment_of
from tests.acceptance.on_chat import OnChat
from tests.acceptance.script import NAMES
from tests.acceptance.world import Network, World

STAFF = (
    ("Zhang", Role.TECHNICIAN, "007"),
    ("Wang", Role.TECHNICIAN, "012"),
    ("Chen", Role.DISPATCHER, ""),
    ("Liu", Role.SUPERVISOR, ""),
    ("Zhao", Role.MANAGER, ""),
)
ANNS_PHONE = "+8613800138000"
SOLD = {
    "furniture": (
        ("S-202609-118", "NOVA sofa", "sofa", "NOVA-3", 60),
        ("S-202305-042", "OAK wardrobe", "cabinet", "OAK-5", 1290),
    ),
    "appliance": (("A-202608-310", "BREEZE washing machine", "washing_machine", "BW-8", 60),),
    "piano": (("P-202409-007", "ARIA upright piano", "", "U-121", 700),),
}


async def opened(
    store: Store,
    language: str,
    overlay: Path | None = None,
    profile: str = "furniture",
    network: Network | None = None,
) -> World:
    world = World(store, shop_of(profile, overlay), language, network or OnChat())
    skills = frozenset(world.shop.policy.catalogue.skills)
    for name, role, badge in STAFF:
        called = name if language == "en" else NAMES[name]
        knows = skills if role is Role.TECHNICIAN else frozenset[str]()
        await world.change(name, name=called, roles=frozenset({role}), badge=badge, skills=knows)
    await world.do(lambda unit: unit.sales.add([sold(*line) for line in SOLD.get(profile, ())]))
    await world.seat("Ann")
    return world


@lru_cache
def shop_of(profile: str, overlay: Path | None) -> Shop:
    return open_shop(profile, MONDAY_MORNING, overlay)


def sold(order: str, product: str, category: str, model: str, days_ago: int) -> Sale:
    bought = MONDAY_MORNING.date() - timedelta(days=days_ago)
    delivered = bought + timedelta(days=7)
    return Sale(0, order, ANNS_PHONE, "Ann", product, category, model, "", bought, delivered, "1 Wensan Road")


async def away(world: World, name: str, start: str, end: str) -> None:
    """Somebody has leave from one moment to another."""
    person, zone = await world.person(name), world.shop.zone
    span = Span(moment_of(start, world.at, zone), moment_of(end, world.at, zone))
    await world.do(lambda unit: unit.people.add_absence(Absence(person.id, span)))
