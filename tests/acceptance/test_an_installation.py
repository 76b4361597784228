"""What needs fitters gets them once it is delivered: own ones or a partner's; a defect stops the work."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.tickets import Role
from tests.acceptance.deliveries import with_van
from tests.acceptance.world import World

BOOKED = """
    Ann> install | 安装
    Ann> [Cabinet, wardrobe | 柜子、衣柜、橱柜]
    Ann> OAK-5
    Ann> North wall | 北墙
    Ann> Ann Lee | 李雷
    Ann> 138 0013 8000
    Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号
    Ann> [Mon 23 Nov, 14:00–16:00 | 11月23日 周一 14:00–16:00]
    Ann> [Send]
    Ann< Your installation is I-261123-0001 | 单号 I-261123-0001
    Sun< Installation order I-261123-0001. Can you do it? | 安装派工单 I-261123-0001，能接吗？
    Zhou< To be assembled: North wall | 需要安装：北墙
    Sun!! 138
"""
AT_WORK = """
    Sun> [Accept]
    Sun< +8613800138000
    Ann< Sun, Zhou (badge 021, 022) will install | 孙师傅、周师傅（工号 021、022）将于
    ... until Mon 13:30
    Zhou> [On my way]
    Zhou> [30 minutes | 30分钟]
    ... until Mon 14:02
    Zhou> [Arrived]
    Zhou< on the opened packing | 在拆开的包装或泡沫上组装
"""
FINISHED = """
    Sun> [Finished]
    Sun< 8. Corner void above 20 cm reinforced | 8. 转角空位超过20厘米已加固
    Sun< 20. Worktop cleaned | 20. 台面清理干净
    Sun> [No]
    Sun> The wall is crooked, shown to the customer | 墙体不正，已向客户说明
    Sun< name each point by its number | 请写明是第几项
    Sun> 2: the wall is crooked, shown to the customer | 2：墙体不正，已向客户说明
    Sun> (photo done1)
    Sun> [Done]
    Sun> SN-7
    Sun> Level, doors adjusted | 已调平，门已调好
    Sun> [Send]
    Ann< has installed your OAK-5 | 已装好OAK-5
    Ann> [All in order]
    Ann< closed | 已办结
    ... 15 minutes
    Ann< How was our service | 满意吗
"""


@pytest.mark.rule("INS-02")
@pytest.mark.rule("INS-04")
@pytest.mark.rule("INS-06")
@pytest.mark.rule("INS-11")
@pytest.mark.rule("INS-15")
@pytest.mark.rule("INS-16")
async def test_an_installation_from_the_order_to_the_acceptance(desk_on_either: World) -> None:
    world = await with_van(desk_on_either)
    await world.play(BOOKED + AT_WORK + FINISHED)
    ticket = await world.ticket("I-261123-0001")
    assert (ticket.state, ticket.facts["serial"], ticket.facts["checks_in_order"]) == ("closed", "SN-7", False)


@pytest.mark.rule("INS-04")
@pytest.mark.rule("INS-15")
@pytest.mark.rule("INS-16")
async def test_quality_sees_what_was_not_in_order_and_how_the_fitters_were_rated(desk: World) -> None:
    world = await with_van(desk)
    await world.change("Qin", name="Qin", roles=frozenset({Role.QUALITY}))
    await world.play(
        BOOKED
        + AT_WORK
        + FINISHED
        + """
        Ann> [Satisfied]
        Ann> [No]
        Ann> [Skip]
        Qin> fitting report 2026-11 | 安装统计 2026-11
        Qin< finished: 1 | 完工 1 单
        Qin< Sun: 1 finished, rated 3.0 of 3, points not in order: 1 | 孙师傅：完工 1 单，评分 3.0（满分 3），不合格项 1
        Qin< Door gaps even and flush: 1 | 门缝均匀平齐：1
        Qin> fitting report tomorrow | 安装统计 明天
        Qin< For example: fitting report 2026-11 | 例如：安装统计 2026-11
        """
    )


@pytest.mark.rule("INS-02")
async def test_fitters_who_do_not_answer_are_reported_and_those_who_cannot_say_why(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        BOOKED
        + """
        ... 61 minutes
        Chen< has not answered the order | 没有答复派工单
        Sun> [Cannot]
        Sun> 1
        Chen< cannot take I-261123-0001 | 孙师傅无法接工单 I-261123-0001
        Liu< Nobody can go to I-261123-0001 | I-261123-0001
        """
    )


@pytest.mark.rule("INS-07")
async def test_a_serious_defect_stops_the_work_until_somebody_has_said_what_to_do(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        BOOKED
        + AT_WORK
        + """
        Zhou> [Serious defect]
        Zhou> [Cracks]
        Zhou> The side panel, right through | 侧板裂穿
        Zhou> (photo crack)
        Zhou> [Done]
        Liu< I-261123-0001 is stopped: Cracks. The side panel | I-261123-0001 已停工：开裂。侧板裂穿
        Liu< (photo crack)
        Ann< We have found a defect | 我们发现了问题
        ... 31 minutes
        Zhao< still wait for an instruction | 还在等处理意见
        Liu> [Instruct the crew] I-261123-0001
        Liu> Leave the panel out, a new one comes | 侧板先不装，补发新板
        Sun< Leave the panel out | 侧板先不装
        Sun> [Go on another day]
        Ann< another day. Please choose a time | 改天继续，请您选择上门时间
        """
    )


@pytest.mark.rule("INS-07")
async def test_sales_and_quality_hear_of_it_and_may_say_what_to_do(desk: World) -> None:
    world = await with_van(desk)
    await world.change("Mei", name="Mei", roles=frozenset({Role.SALES_CLERK}))
    await world.change("Qin", name="Qin", roles=frozenset({Role.QUALITY}))
    await world.play(
        BOOKED
        + AT_WORK
        + """
        Zhou> [Serious defect]
        Zhou> [Colours differ]
        Zhou> The left door | 左边的门
        Zhou> (photo door)
        Zhou> [Done]
        Mei< is stopped: Colours differ | 已停工：色差明显
        Qin< What shall the fitters do? | 请指示安装师傅怎么办
        Qin> [Instruct the crew]
        Qin> Mount it, the door is exchanged later | 先装，门板随后更换
        Sun< Mount it | 先装
        """
    )


@pytest.mark.rule("INS-01")
async def test_what_needs_fitters_gets_them_once_it_is_signed_for(desk: World) -> None:
    world = await with_van(desk)
    await world.play(
        """
        Ann> delivery | 送货
        Ann> S-202611-630
        Ann> Ann Lee | 李雷
        Ann> 138 0013 8000
        Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号
        Ann> [Ground floor]
        Ann> [Yes]
        Ann> White screws | 白色螺丝
        Ann> [Skip]
        Ann> [Mon 23 Nov, 14:00–16:00 | 11月23日 周一 14:00–16:00]
        Ann> [Send]
        Sun> [Goods checked]
        Sun> [Skip]
        Sun> [On my way]
        Sun> [Skip]
        ... until Mon 14:05
        Sun> [Arrived]
        Sun> [Unpacked and inspected]
        Sun> [Skip]
        Sun> [Skip]
        Ann> [Sign for the goods]
        Ann> 1
        Ann> [Skip]
        Ann< When may our fitters come? Ticket I-261123-0001 | 请选择安装时间。单号 I-261123-0001
        Ann> [Other time] I-261123-0001
        Ann> 1
        Sun< White screws | 白色螺丝
        Sun> [Accept]
        Ann< will install your OAK kitchen | 为您安装OAK kitchen
        """
    )


@pytest.mark.rule("INS-11")
async def test_the_serial_number_that_the_fitters_note_stands_in_the_records(desk: World) -> None:
    world = await with_van(desk)
    (kitchen,) = await world.do(lambda unit: unit.sales.of_order("S-202611-630"))
    await world.play(BOOKED)
    ticket = await world.ticket("I-261123-0001")
    facts = {**ticket.facts, "order": kitchen.order, "sales": [kitchen.id]}
    await world.do(lambda unit: unit.tickets.save(replace(ticket, facts=facts)))
    await world.play(AT_WORK + FINISHED)
    (kitchen,) = await world.do(lambda unit: unit.sales.of_order("S-202611-630"))
    assert kitchen.serial == "SN-7"
