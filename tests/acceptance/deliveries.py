"""A van with its crew, an order that waits to be delivered, and the parts with which deliveries begin.

Sun and Zhou (孙师傅, 周师傅) drive van 1. Ann has bought a sofa and a table, and a lamp for which delivery is charged.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from core.people import Sale
from core.tickets import Role
from tests.acceptance.script import NAMES
from tests.acceptance.shop import sold
from tests.acceptance.world import World

VAN = "Van 1"
CREW = (("Sun", "021", "+8613900000021"), ("Zhou", "022", "+8613900000022"))


async def with_van(world: World, *, crew: tuple[tuple[str, str, str], ...] = CREW, van: str = VAN) -> World:
    for name, badge, phone in crew:
        called = name if world.language == "en" else NAMES[name]
        await world.change(name, name=called, roles=frozenset({Role.TECHNICIAN}), badge=badge, phone=phone, crew=van)
    await world.do(lambda unit: unit.sales.add(WAITING))
    return world


def waiting(order: str, product: str, category: str, model: str, price: str | None) -> Sale:
    sale = sold(order, product, category, model, 3)
    return replace(sale, delivered_on=None, price=Decimal(price) if price else None)


WAITING = (
    waiting("S-202611-201", "NOVA sofa", "sofa", "NOVA-3", "3999"),
    waiting("S-202611-201", "ROCK table", "table", "ROCK-120", "899"),
    waiting("S-202611-305", "OAK stool", "table", "OAK-1", "199"),
    waiting("S-202611-410", "LUNA table", "table", "LUNA-2", "1299"),
    waiting("S-202611-630", "OAK kitchen", "cabinet", "OAK-K", "12999"),
    waiting("S-202611-520", "PINE table", "table", "PINE-2", None),
)
BOOKED = """
    Ann> delivery | 送货
    Ann> S-202611-201
    Ann> Ann Lee | 李雷
    Ann> 138 0013 8000
    Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
    Ann> [Upper floor with a lift]
    Ann> [Yes]
    Ann> Against the north wall | 靠北墙放
    Ann> [Skip]
    Ann< Delivery is free, as the goods are bulky.
    Ann> [Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30]
    Ann> [Send]
    Ann< Your delivery is S-261123-0001 | 单号 S-261123-0001
    Ann< Sun, Zhou (badge 021, 022) will bring your | 孙师傅、周师傅（工号 021、022）将于
    Ann< +8613900000021
"""
CHECKED = """
    Sun> [Goods checked] S-261123-0001
    Sun< Unpack, check surface | 开箱检查
    Sun> (photo packed)
    Sun> [Done]
    Zhou< checked and ready to go | 货已验好，可以出车
"""
THE_DAY = """
    ... until Tue 07:05
    Sun> [Tell the exact time]
    Sun> [Tue 24 Nov, 09:15 | 11月24日 周二 09:15]
    Ann< at your door at Tue 24 Nov, 09:15 | 周二 09:15到您门口
    Ann> [Confirm]
    Zhou< confirmed | 已确认
    ... until Tue 08:30
    Zhou> [On my way]
    Zhou> [30 minutes | 30分钟]
    Ann< Sun, Zhou is on the way | 孙师傅、周师傅已在路上
    ... until Tue 09:15
    Sun> [Arrived]
    Zhou< is this the home of Ann Lee | 请问是李雷府上吗
"""
UNPACKED = """
    Sun> [Unpacked and inspected]
    Sun> (photo placed)
    Sun> [Done]
    Sun> [Skip]
"""
