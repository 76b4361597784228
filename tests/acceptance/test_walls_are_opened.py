"""Work that opens walls or floors: covered before it begins, and somebody of the office sees it through."""

from __future__ import annotations

import pytest

from tests.acceptance.world import World

ON_SITE = """
    Ann> The bathroom is seeping | 卫生间渗水
    Ann> [No, not solved]
    Ann> [Skip]
    Ann> [It can wait for the visit]
    Ann> Ann Lee | 李雷
    Ann> 138 0013 8000
    Ann> Building 3, Anju Garden, Binjiang District, Hangzhou | 杭州市滨江区安居花园 3 栋 502
    Ann> [Tue 24 Nov, 08:30–10:00 | 11月24日 周二 08:30–10:00]
    Ann> [Send]
    Chen> [Wang]
    Wang> [Accept]
    ... until Tue 08:31
    Wang> [Arrived]
"""
REPORT = """
    Wang> [Finished]
    Wang> [Workmanship | 施工质量]
    Wang> [Renewed the waterproofing | 重做防水]
    Wang> 90
    Wang> [Skip]
    Wang> [Skip]
    Wang> [Send]
"""
COVERED = """
    Wang> [Invasive work]
    Wang> (photo covered)
    Wang> [Done]
    Wang> [Liu: supervisor | 刘主管：主管]
"""


@pytest.mark.rule("VIS-21")
async def test_the_home_is_covered_and_somebody_sees_the_work_through(homes: World) -> None:
    await homes.play(
        ON_SITE
        + COVERED
        + """
        Ann< Liu accompanies the work | 刘主管全程陪同
        Ann< (photo covered)
        Chen< Please say when it may begin | 请确认何时可以开工
        Liu< Please say when it may begin | 请确认何时可以开工
        Liu> [The work is as agreed]
        Liu< first that the work on F-261123-0001 may begin | 请先确认 F-261123-0001 可以开工
        Liu> [The work may begin]
        Wang< the work on F-261123-0001 may begin | F-261123-0001 可以开工
        Ann< begins now | 现在开始施工
        Liu> [Change the work]
        Liu> The tub stays | 浴缸不拆
        Ann< Settled with you for F-261123-0001: The tub stays | 已与您商定变更：浴缸不拆
        Wang< Changed for F-261123-0001: The tub stays | F-261123-0001 施工有变更：浴缸不拆
        Liu> [The work is as agreed]
        """
        + REPORT
        + """
        Ann< Is everything in order? | 请您验收
        Zhao> ticket F-261123-0001 | 工单 F-261123-0001
        Zhao< Invasive work (Liu) | 破拆施工（刘主管）
        Zhao< The tub stays | 浴缸不拆
        Zhao< (photo covered)
        """
    )


@pytest.mark.rule("VIS-21")
async def test_what_was_opened_is_not_finished_without_protection_and_company(homes: World) -> None:
    await homes.play(
        ON_SITE
        + REPORT
        + """
        Wang< needs a photo of what was covered | 须先上传保护照片
        Wang> [Invasive work]
        Wang> the sofa and the floor | 沙发和地面
        Wang> [Done]
        Wang< Please send at least one photo.
        Wang> (photo covered)
        Wang> [Done]
        Wang> [Liu: supervisor | 刘主管：主管]
        Wang< Liu hears of it | 已通知刘主管
        Wang> [Send]
        Wang< has not said yet that it is done as agreed | 尚未确认施工符合约定
        Ann! Is everything in order? | 请您验收
        """
    )
