"""Mei (小梅) sells, Gu (顾师傅) keeps the store; and the parts with which contracts begin."""

from __future__ import annotations

from core.tickets import Role
from tests.acceptance.deliveries import with_van
from tests.acceptance.script import NAMES
from tests.acceptance.world import World


async def with_store(world: World) -> World:
    await with_van(world)
    for name, role in (("Mei", Role.SALES_CLERK), ("Gu", Role.STORE_KEEPER)):
        called = name if world.language == "en" else NAMES[name]
        await world.change(name, name=called, roles=frozenset({role}))
    await world.change("Ann", phone="+8613800138000", phone_is_own=True)
    return world


HANDED_IN = """
    Mei> contract | 合同
    Mei> HT-1123
    Mei> Ann Lee | 李雷
    Mei> 138 0013 8000
    Mei> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
    Mei> [Today]
    Mei> [Mon 30 Nov | 11月30日 周一]
    Mei> NOVA sofa, NOVA-3, 1, 3999; ROCK table, ROCK-120, 2, 899 | 布艺沙发，NOVA-3，1，3999；茶几，ROCK-120，2，899
    Mei> [Skip]
    Mei> [Skip]
    Mei< NOVA-3 ×1
    Mei> [Send]
    Mei< Contract HT-1123 is handed in as O-261123-0001 | 合同 HT-1123 已录入，单号 O-261123-0001
    Gu< What of it is in the store? | 库里有哪些？
    Gu< ROCK-120 ×2
    Ann< Thank you for your order HT-1123 | 感谢您的订购，合同 HT-1123
"""
MISSING = """
    Gu> [Look up in the store]
    Gu> 2
    Gu< being ordered from the factory | 正在向工厂订货
    Gu< ROCK-120 ×2
    Mei< not in the store: | 库里没有：
    Mei< ROCK-120 ×2
"""
ORDERED = """
    Gu> [Ordered from the factory]
    Gu> 2026-11-27
    Mei< will be here on Fri 27 Nov | 预计11月27日 周五到货
    Ann< expect it on Fri 27 Nov | 预计11月27日 周五到货
"""
TOGETHER = """
    Gu> [Goods have come]
    Gu> 1
    Mei< everything is together | 货已备齐
    Mei< 3 days | 3天
    Ann< Everything of your order HT-1123 is in our store | 您的订单 HT-1123 货已备齐
"""
IN_STORE = """
    Gu> [Look up in the store]
    Gu> [Nothing is missing]
    Mei< everything is together | 货已备齐
    Ann< Everything of your order HT-1123 is in our store | 您的订单 HT-1123 货已备齐
"""
AGREED = """
    Mei> [Agree the delivery date]
    Mei< Delivery is free, as the goods are bulky.
    Mei> 1
    Mei> [Upper floor with a lift]
    Mei> [No]
    Mei> [Skip]
    Mei> [Send]
    Mei< Your delivery is S- | 单号 S-
"""
AGREED_FOR_TUESDAY = AGREED.replace("Mei> 1", "Mei> [Tue 24 Nov, 09:00–10:30 | 11月24日 周二 09:00–10:30]")
