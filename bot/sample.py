"""A sample furniture shop: its people, what it sold, and a link for each of them."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta
from decimal import Decimal

from core.membership import hashed
from core.people import Chat, Person, Sale
from core.ports import Unit
from core.shop import Shop
from core.tickets import Role
from core.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Somebody:
    chat: str
    name: str
    role: Role
    badge: str = ""
    phone: str = ""
    crew: str = ""


PEOPLE = (
    Somebody("sample-customer", "李雷", Role.CUSTOMER, phone="+8613800138000"),
    Somebody("sample-technician-1", "张师傅", Role.TECHNICIAN, "007", "+8613900000007"),
    Somebody("sample-technician-2", "王师傅", Role.TECHNICIAN, "012", "+8613900000012"),
    Somebody("sample-crew-1", "孙师傅", Role.TECHNICIAN, "021", "+8613900000021", "1号车"),
    Somebody("sample-crew-2", "周师傅", Role.TECHNICIAN, "022", "+8613900000022", "1号车"),
    Somebody("sample-dispatcher", "小陈", Role.DISPATCHER),
    Somebody("sample-supervisor", "刘主管", Role.SUPERVISOR),
    Somebody("sample-manager", "赵经理", Role.MANAGER),
    Somebody("sample-clerk", "小梅", Role.SALES_CLERK),
    Somebody("sample-keeper", "顾师傅", Role.STORE_KEEPER),
    Somebody("sample-finance", "钱会计", Role.FINANCE),
)


def furnish(unit: Unit, shop: Shop, at: datetime) -> dict[str, str]:
    """Fill an empty desk, and make a fresh key for each of its people: name and key, in the order above."""
    today = at.astimezone(shop.zone).date()
    unit.sales.add([sale(*line, today=today) for line in SALES])
    unit.sales.add([waiting(*line, today=today) for line in TO_DELIVER])
    return {f"{each.name} ({each.role})": key_for(unit, shop, each, at) for each in PEOPLE}


def key_for(unit: Unit, shop: Shop, somebody: Somebody, at: datetime) -> str:
    chat = Chat("web", "", somebody.chat)
    person = unit.chats.open(chat, "zh_CN", lock=False).person
    if not person.name:
        unit.people.save(hired(person, shop, somebody))
    key = secrets.token_urlsafe(32)
    unit.chats.add_key(hashed(key), chat, at)
    return key


def hired(person: Person, shop: Shop, somebody: Somebody) -> Person:
    """The sample technicians know every trade."""
    skills = (
        frozenset(shop.policy.catalogue.skills)
        if somebody.role is Role.TECHNICIAN and not somebody.crew
        else frozenset[str]()
    )
    return replace(
        person, name=somebody.name, roles=frozenset({somebody.role}), badge=somebody.badge, phone=somebody.phone,
        phone_is_own=bool(somebody.phone), skills=skills, crew=somebody.crew,
    )  # fmt: skip


SALES = (
    ("S-202609-118", "三人布艺沙发", "sofa", "NOVA-3", 60),
    ("S-202609-118", "岩板茶几", "table", "ROCK-120", 60),
    ("S-202305-042", "五门衣柜", "cabinet", "OAK-5", 1290),
)
TO_DELIVER = (
    ("S-202611-201", "三人布艺沙发", "sofa", "NOVA-3", "3999"),
    ("S-202611-305", "橡木圆凳", "table", "OAK-1", "199"),
)


def sale(order: str, product: str, category: str, model: str, days_ago: int, *, today: date) -> Sale:
    bought = today - timedelta(days=days_ago)
    return Sale(
        0, order, "+8613800138000", "李雷", product, category, model, f"{model}-{days_ago:04}", bought,
        bought + timedelta(days=7), "杭州市西湖区文三路 1 号 3 楼 301",
    )  # fmt: skip


def waiting(order: str, product: str, category: str, model: str, price: str, *, today: date) -> Sale:
    """Bought three days ago, and still in the store."""
    return replace(sale(order, product, category, model, 3, today=today), delivered_on=None, price=Decimal(price))
