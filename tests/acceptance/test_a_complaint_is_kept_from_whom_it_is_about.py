"""Who sees a complaint about somebody: everybody who looks into it, but not he himself."""

from __future__ import annotations

import pytest

from core.desk import Desk
from core.errors import NotFound
from core.ports import Unit
from tests.acceptance.complaints import LODGED
from tests.acceptance.scripts import VISITED
from tests.acceptance.world import World

ABOUT_ZHANG = LODGED.replace("[The service]", "[Somebody's conduct]").replace(
    "    Ann> [Skip]\n    Ann> A new drawer",
    "    Ann> [F-261123-0001 Sofa | F-261123-0001 沙发]\n    Ann> [Zhang]\n    Ann> A new drawer",
)


@pytest.mark.rule("CMP-01")
async def test_the_technician_complained_about_does_not_see_it_and_does_not_look_into_it(desk: World) -> None:
    told = ABOUT_ZHANG.replace("    Ann> Ann Lee | 李雷\n    Ann> 138 0013 8000\n", "")
    await desk.play(
        VISITED
        + """
        Ann> [All in order]
        """
        + told
        + """
        Liu< T-261123-0001
        Zhang! T-261123-0001
        Zhang> my jobs | 我的任务
        Zhang! T-261123-0001
        Liu> [Route]
        Liu> [After-sales service | 售后服务部]
        Liu> [Skip]
        Liu< Wang: technician | 王师傅：
        Liu! Zhang: | 张师傅：
        Liu> [Wang: technician | 王师傅：师傅]
        Wang< T-261123-0001 is yours to look into | 投诉 T-261123-0001 由您负责调查
        Wang< Ann Lee, +8613800138000 | 李雷
        Zhang!! T-261123-0001
        """
    )
    zhang = await desk.person("Zhang")
    ref = (await desk.ticket("T-261123-0001")).ref

    def look(unit: Unit) -> object:
        return Desk(unit, desk.shop, desk.at).seen_by(zhang, ref)

    with pytest.raises(NotFound):
        await desk.do(look)


@pytest.mark.rule("CMP-01")
async def test_one_about_the_supervisor_goes_to_the_manager_and_is_not_found_by_him(desk: World) -> None:
    told = LODGED.replace("[The service]", "[Somebody's conduct]").replace(
        "    Ann> A new drawer |", "    Ann> Your supervisor Liu | 你们的刘主管\n    Ann> A new drawer |"
    )
    await desk.play(
        told
        + """
        Zhao< Complaint T-261123-0001 | 新投诉 T-261123-0001
        Liu!! T-261123-0001
        Liu> open | 未完成
        Liu! T-261123-0001
        Liu> complaints | 投诉列表
        Liu< No complaint is open.
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu< I cannot find that.
        Liu> why T-261123-0001 | 为什么 T-261123-0001
        Liu< I cannot find that.
        Zhao> [Route]
        Zhao! Liu: | 刘主管：
        """
    )
