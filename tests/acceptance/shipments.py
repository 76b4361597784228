"""A pump for somebody far away, the people who send it, and the parts with which shipments begin.

Mei (小梅) sells, Gu (顾师傅) keeps the store, Qian (钱会计) is finance.
"""

from __future__ import annotations

from core.tickets import Role
from tests.acceptance.deliveries import WAITING
from tests.acceptance.script import NAMES
from tests.acceptance.shop import ANNS_PHONE
from tests.acceptance.world import World

SENDERS = (("Mei", Role.SALES_CLERK), ("Gu", Role.STORE_KEEPER), ("Qian", Role.FINANCE))


async def with_senders(world: World) -> World:
    """Ann's number is known to be hers."""
    for name, role in SENDERS:
        called = name if world.language == "en" else NAMES[name]
        await world.change(name, name=called, roles=frozenset({role}))
    await world.change("Ann", phone=ANNS_PHONE, phone_is_own=True)
    await world.do(lambda unit: unit.sales.add(WAITING))
    return world


REQUESTED = """
    Mei> ship | 发货
    Mei> S-202611-201
    Mei< Skip if it is still: Ann | 如仍为“Ann”，可跳过
    Mei> Ann Lee | 李雷
    Mei> skip | 跳过
    Mei< Skip if it is still: 1 Wensan Road | 如仍为“1 Wensan Road”，可跳过
    Mei> 8 Renmin Road, Urumqi | 乌鲁木齐市人民路 8 号
    Mei> [No]
    Mei> [Skip]
    Mei> [Send]
    Mei< W-261123-0001 is with finance | W-261123-0001 已交财务确认
    Ann< We are going to send you NOVA sofa NOVA-3 ×1; ROCK table ROCK-120 ×1 | 我们将为您发货：NOVA sofa NOVA-3 ×1
"""
PAID = """
    Qian< Has the payment arrived? | 货款到账了吗？
    Qian> [Payment received]
    Ann< has arrived. We get it ready | 货款已到账，我们正在备货
    Mei< the payment has arrived | 货款已到账
    Chen< for logistics: NOVA sofa | （物流联）：NOVA sofa
    Chen< 8 Renmin Road | 人民路 8 号
    Gu< for the store: NOVA sofa | （仓库联）：NOVA sofa
"""
ACKNOWLEDGED = """
    Chen> [Logistics has the order]
    Gu> [Store has the order]
    Gu< Please hand NOVA sofa | 请把NOVA sofa
"""
SHIPPED = """
    Gu> [Shipped]
    Gu> Deppon | 德邦
    Gu> DP-778
    Gu< 2. ROCK table ROCK-120
    Gu> N3-11, R120-7
    Gu> 2026-10-15
    Gu> (photo waybill)
    Gu> [Done]
    Gu> [Send]
    Ann< is on the road to you: Deppon, waybill DP-778 | 已发出：德邦，运单号 DP-778
    Chen< is on the road: Deppon | 已发出：德邦
"""
