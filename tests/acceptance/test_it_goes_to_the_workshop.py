"""What cannot be repaired where it stands goes to the workshop; the customer hears each step until it is back."""

from __future__ import annotations

import pytest

from core.tickets import Role
from tests.acceptance.scripts import ACCEPTED, ON_SITE, REPORTED
from tests.acceptance.world import World

ARRIVED = """
    Chen> [Arrived in the workshop]
    Ann< has arrived in our workshop | 已到厂
    Ann< repaired by Tue 8 Dec, 14:05 | 我们承诺在12月8日 周二 14:05前修好
"""
REPAIRED = """
    Liu> [Repaired and tested]
    Liu> [Faulty material | 材料质量]
    Liu> [Glued and braced | 胶合加固]
    Liu> [Skip]
    Liu> [Yes]
    Liu> [Send]
    Ann< is repaired and tested: Glued and braced | 已修好并通过测试：胶合加固
"""


@pytest.mark.rule("FLT-08")
@pytest.mark.rule("DSP-07")
async def test_from_the_door_to_the_workshop_and_back(desk_on_either: World) -> None:
    await desk_on_either.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [To the workshop]
        Zhang> [I take it along]
        Zhang> The frame must be glued in a press | 木架要上夹具胶合
        Ann< is repaired in our workshop: our technician takes it along | 需返厂维修：由我们的师傅带走
        Ann< The frame must be glued in a press | 木架要上夹具胶合
        Chen< F-261123-0001 goes to the workshop | F-261123-0001 返厂维修
        """
        + ARRIVED
        + """
        Ann> status | 进度
        Ann< in the workshop | 厂内维修中
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        """
        + REPAIRED
        + """
        Chen< is repaired and tested. Please see to it that Ann Lee | 已修好并通过测试。请安排交还给李雷
        Chen> [Handed over]
        Ann< Is everything in order? | 请您验收
        Ann> [All in order]
        Ann< F-261123-0001 is closed | 已办结
        """
    )


@pytest.mark.rule("FLT-08")
@pytest.mark.rule("DSP-05")
async def test_the_workshop_is_the_business_of_quality_and_a_visit_is_not(desk: World) -> None:
    await desk.change("Qin", name="Qin", roles=frozenset({Role.QUALITY}))
    await desk.play(
        REPORTED
        + """
        Qin> ticket F-261123-0001 | 工单 F-261123-0001
        Qin< I cannot find that | 没有找到相关内容
        Chen> ticket F-261123-0001 | 工单 F-261123-0001
        Chen> [To the workshop]
        Chen> [The customer brings it]
        Chen> It needs the press | 需要夹具
        Ann< you bring it to the shop and fetch it again | 由您送到店里，修好后自取
        Qin< comes into the workshop | 将返厂维修
        Qin> [Arrived in the workshop]
        Qin> status | 待办
        Qin< in the workshop | 厂内维修中
        Qin> [F-261123-0001]
        """
        + REPAIRED.replace("Liu", "Qin").replace(
            "    Qin> [Yes]", "    Qin> [No]\n    Qin> [Send]\n    Qin< until it works | 修好后再提交\n    Qin> [Yes]"
        )
    )


async def test_the_customer_hears_while_it_takes_its_time_and_the_office_when_it_is_late(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen> ticket F-261123-0001 | 工单 F-261123-0001
        Chen> [To the workshop]
        Chen> [We collect and bring it]
        Chen> It needs the press | 需要夹具
        ... until Thu 09:31
        Chen< has not arrived in the workshop within 3 working days | 在3个工作日内仍未到厂
        """
        + ARRIVED.replace("Tue 8 Dec, 14:05", "Fri 11 Dec, 09:31").replace("12月8日 周二 14:05", "12月11日 周五 09:31")
        + """
        ... until Tue 09:32
        Ann< still in our workshop | 仍在厂内维修
        ... 10 days
        Liu< overdue in the workshop | 厂内维修已超时
        """
    )


async def test_a_visit_after_all(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen> ticket F-261123-0001 | 工单 F-261123-0001
        Chen> [To the workshop]
        Chen> [We collect and bring it]
        Chen> It needs the press | 需要夹具
        Chen> [A visit after all]
        Ann< We come to you about your | 改为上门维修
        Chen< who goes? | 派哪位师傅
        """
    )


async def test_a_house_stays_where_it_is(homes: World) -> None:
    await homes.play(
        """
        Ann> The tap drips | 水龙头滴水
        Ann> [No, not solved]
        Ann> [Skip]
        Ann> [It can wait for the visit]
        Ann> Ann Lee | 李雷
        Ann> 138 0013 8000
        Ann> Building 3, Anju Garden, Binjiang District, Hangzhou | 杭州市滨江区安居花园 3 栋 502
        Ann> [Tue 24 Nov, 08:30–10:00 | 11月24日 周二 08:30–10:00]
        Ann> [Send]
        Chen> ticket F-261123-0001 | 工单 F-261123-0001
        Chen< [Assign | [派工
        Chen! To the workshop | 返厂维修
        """
    )
