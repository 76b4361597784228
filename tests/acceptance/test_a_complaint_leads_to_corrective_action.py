"""Cause, measures, approval, an effect that is counted; what is not effective goes round again."""

from __future__ import annotations

import pytest

from tests.acceptance.complaints import LODGED
from tests.acceptance.scripts import ACCEPTED, FINISHED, ON_SITE, REPORTED
from tests.acceptance.world import World

LODGED_ABOUT_IT = LODGED.replace(
    "    Ann> [Skip]\n    Ann> A new drawer",
    "    Ann> [F-261123-0001 Sofa | F-261123-0001 沙发]\n    Ann> A new drawer",
).replace("    Ann> Ann Lee | 李雷\n    Ann> 138 0013 8000\n", "")
COMPLAINED = REPORTED + ACCEPTED + ON_SITE + FINISHED + "Ann> [All in order]\n" + LODGED_ABOUT_IT
REQUESTED = """
    Liu> ticket T-261123-0001 | 工单 T-261123-0001
    Liu> [Route]
    Liu> 1
    Liu> [Skip]
    Liu> [Wang: technician | 王师傅：师傅]
    Liu> ticket T-261123-0001 | 工单 T-261123-0001
    Liu> [Corrective action]
    Liu> Seats that sag after a month | 一个月就塌的坐垫
    Liu> [Wang: technician | 王师傅：师傅]
    Liu< Q-261123-0001 is requested | 已下达 Q-261123-0001
    Wang< Corrective action Q-261123-0001 about T-261123-0001: Seats | 纠正预防措施要求 Q-261123-0001（T-261123-0001）
    Wang< by Thu 26 Nov, 14:05 | 请在11月26日 周四 14:05前
"""
PROPOSED = """
    Wang> [Cause and measures]
    Wang> [Material | 材料质量问题]
    Wang> Refill all of them | 全部补充填充物
    Wang> Test the foam of every batch | 每批泡棉都检测
    Wang> 1
    Wang> [Send]
    Liu< Preventive: Test the foam of every batch | 预防措施：每批泡棉都检测
"""
CARRIED_OUT = """
    Liu> [Approve]
    Liu< This puts it right: Refill all of them | 纠正措施：全部补充填充物
    Liu> [Send it so]
    Wang< Please have them carried out by | 前实施
    Ann< this keeps it from happening again: Test the foam | 预防措施：每批泡棉都检测
    Chen! what we change | 请答复
    Wang> [Carried out]
    Liu< The effect is checked on | 验证效果
"""


@pytest.mark.rule("CAP-01")
@pytest.mark.rule("CAP-02")
@pytest.mark.rule("CAP-03")
@pytest.mark.rule("CAP-04")
@pytest.mark.rule("CAP-05")
@pytest.mark.rule("CAP-06")
@pytest.mark.rule("CAP-07")
@pytest.mark.rule("CAP-08")
async def test_one_that_fails_once_and_then_holds(desk_on_either: World) -> None:
    again = REPORTED.replace("    Ann> Ann Lee | 李雷\n    Ann> 138 0013 8000\n", "").replace("F-261123-0001", "F-2")
    again = again.replace("    Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼\n", "")
    await desk_on_either.play(
        COMPLAINED
        + REQUESTED
        + PROPOSED
        + """
        Liu> [Send back]
        Liu> Which batches? | 哪些批次？
        Wang< comes back to you: Which batches? | 退回给您：哪些批次？
        """
        + PROPOSED
        + CARRIED_OUT
        + "... 2 days\n"
        + again.replace("[Mon 23 Nov, 14:00–16:00 | 11月23日 周一 14:00–16:00]", "1")
        + """
        ... 29 days
        Liu< please check the effect now. Like faults since it was carried out: 1. | 请验证措施效果。实施后同类故障1次
        Liu> [Not effective]
        Liu> It came back | 又出现了
        Wang< comes back to you: It came back | 退回给您：又出现了
        Zhao< has been sent back 2 times: It came back | 已退回2次：又出现了
        """
        + PROPOSED
        + CARRIED_OUT
        + """
        ... 31 days
        Liu< please check the effect now. Like faults since it was carried out: 0. | 请验证措施效果。实施后同类故障0次
        Liu> [Effective]
        Liu> Foam test, version 2 | 泡棉检测标准，第2版
        Wang< was effective. It is now in Foam test, version 2 | 已纳入泡棉检测标准，第2版
        """
    )
    closed = await desk_on_either.ticket("Q-261123-0001")
    assert (closed.state, closed.facts["rounds"]) == ("closed", 2)


@pytest.mark.rule("CAP-03")
async def test_where_nothing_is_written_the_dispatcher_is_asked_to(desk: World) -> None:
    await desk.play(
        COMPLAINED
        + REQUESTED
        + PROPOSED
        + """
        Liu> [Approve]
        Liu> [Skip]
        Ann! Refill all | 全部补充
        Chen< what we change: Refill all of them | 请答复 T-261123-0001 的客户我们采取的措施：全部
        """
    )


@pytest.mark.rule("CAP-01")
async def test_measures_that_nobody_writes_are_asked_after(desk: World) -> None:
    await desk.play(
        COMPLAINED
        + REQUESTED
        + """
        ... until Thu 14:06
        Liu< Wang has written no measures within 3 working days | 王师傅超过3个工作日仍未填写措施
        Ann> status | 状态
        Ann! Q-261123
        """
    )
