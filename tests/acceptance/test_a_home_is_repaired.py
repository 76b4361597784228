"""A dripping tap, at a property service: its greeting, first aid, hours, lists and departments."""

from __future__ import annotations

import pytest

from tests.acceptance.world import World

WANG_COMES = """
    Chen> [Wang]
    Wang> [Accept]
    Wang< thread tape | 生料带
    ... until Tue 06:31
    Ann< Please confirm | 请确认届时方便
    Ann> [Confirm]
    ... until Tue 07:01
    Wang< Thick plastic sheet and floor cloth | 加厚塑料膜、垫布
    Wang> [On my way]
    Wang> [Skip]
    ... until Tue 08:31
    Wang> [Arrived]
    Wang< Before invasive work | 破拆施工前
    Wang> [Finished]
    Wang> [Workmanship | 施工质量]
    Wang> [Replaced a part | 更换配件]
    Wang> 20
    Wang> [Skip]
    Wang> [Skip]
    Wang> [Send]
    Wang< check valves and switches | 确认阀门、开关位置
    Liu< Project department answers | 责任部门是项目部
    Ann> [All in order]
    ... 2 hours
    Ann< How was our service | 满意吗
    Ann> [Satisfied]
    Ann> [Skip]
    Ann< Thank you. That helps us.
"""


@pytest.mark.rule("FLT-09")
@pytest.mark.rule("FLT-12")
@pytest.mark.rule("FLT-15")
@pytest.mark.rule("VIS-01")
async def test_a_tap_from_the_report_to_the_survey(homes: World) -> None:
    await homes.play(
        """
        Ann> hello | 你好
        Ann< Anju Property Service | 安居物业
        Ann> The tap drips | 水龙头滴水
        Ann< Shut the small valve below | 关上水槽下面的角阀
        Ann> [No, not solved]
        Ann> [Skip]
        Ann> [It can wait for the visit]
        Ann> Ann Lee | 李雷
        Ann> 138 0013 8000
        Ann> Building 3, Anju Garden, Binjiang District, Hangzhou | 杭州市滨江区安居花园 3 栋 502
        Ann> [Tue 24 Nov, 08:30–10:00 | 11月24日 周二 08:30–10:00]
        Ann> [Send]
        Ann< Please keep the receipt at hand | 请备好购买凭证
        Ann< repaired by Mon 30 Nov, 09:30 | 11月30日 周一 09:30前为您修好
        """
        + WANG_COMES
    )
    assert (await homes.ticket("F-261123-0001")).state == "closed"


@pytest.mark.rule("FLT-11")
async def test_sparks_are_urgent_and_nobody_is_told_to_go_near(homes: World) -> None:
    await homes.play(
        """
        Ann> The socket is sparking | 插座冒火花
        Ann< Everybody leaves the room | 所有人离开这个房间
        Ann< fire 119 | 火警 119
        Ann> [Skip]
        Ann> Ann Lee | 李雷
        Ann> 138 0013 8000
        Ann> Building 3, Anju Garden, Binjiang District, Hangzhou | 杭州市滨江区安居花园 3 栋 502
        Ann> [Send]
        Ann< We call you by Mon 23 Nov, 09:40 | 11月23日 周一 09:40前
        Liu< URGENT F-261123-0001 | 【紧急】F-261123-0001
        """
    )
