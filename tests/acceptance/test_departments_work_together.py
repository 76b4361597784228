"""What concerns several departments: a task for each, and one who coordinates them (FLT-13, FLT-30)."""

from __future__ import annotations

import pytest

from tests.acceptance.complaints import ANSWERED, LODGED, PLANNED, ROUTED, ROUTED_TO_TWO
from tests.acceptance.scripts import VISITED
from tests.acceptance.test_a_complaint_is_kept_from_whom_it_is_about import ABOUT_ZHANG
from tests.acceptance.world import World

ASKED = """
    Chen> [Ask a department]
    Chen> [Logistics (transport) | 物流部（运输）]
    Chen> [Wang: technician | 王师傅：师傅]
    Chen> Who drove that day? | 当天谁送的货？
    Chen> [Skip]
    Chen> [Send]
    Chen< K-261123-0001 is with the department | 协调单 K-261123-0001 已发出
    Wang< about T-261123-0001: Who drove | （物流部（运输）），相关工单 T-261123-0001：当天
    Wang< Please answer by Tue 24 Nov, 09:30 | 请在11月24日 周二 09:30前答复
"""


@pytest.mark.rule("FLT-13")
@pytest.mark.rule("FLT-30")
@pytest.mark.rule("CMP-15")
async def test_the_result_waits_for_the_departments_and_tells_what_they_say(desk_on_either: World) -> None:
    await desk_on_either.play(
        LODGED
        + ROUTED
        + ASKED
        + PLANNED
        + """
        Chen> my jobs
        Chen! [Give the result]
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu! [Give the result]
        Liu< Ask a department (Who drove that day?) | 发协调单（当天谁送的货？）
        Wang> [Answer]
        Wang> Sun, without blankets | 孙师傅，没用保护毯
        Chen< (Wang) answers K-261123-0001, about T-261123-0001: Sun | （王师傅）答复协调单 K-261123-0001
        Chen> [Ask once more]
        Chen> Why without? | 为什么没用？
        Wang< once more: Why without? | 请补充：为什么没用？
        Wang> [Answer]
        Wang> They were wet | 毯子湿了
        Chen> [That is enough]
        Chen< T-261123-0001: a department has answered, and nobody asked on. They were wet | 毯子湿了
        """
        + ANSWERED
        + """
        Ann< The new drawer is in | 新抽屉已换好
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu< A department has answered (They were wet) | 部门已答复（毯子湿了）
        """
    )


@pytest.mark.rule("CMP-15")
async def test_a_department_that_has_a_part_in_it_is_asked_by_itself(desk: World) -> None:
    await desk.play(
        LODGED
        + ROUTED_TO_TWO
        + """
        Ann< Chen (Production (workmanship), Logistics | 由小陈负责（生产部（工艺）、物流部（运输））
        Wang< Task K-261123-0001 for Logistics (transport) | 协调单 K-261123-0001（物流部（运输））
        Wang< What is your part in it? The drawer | 请说明贵部门在此事中的责任和处理意见。抽屉
        """
        + PLANNED
        + """
        Chen> my jobs
        Chen! [Give the result]
        Wang> [Answer]
        Wang> Packed without a frame | 没有打木架
        Chen< (Wang) answers K-261123-0001 | （王师傅）答复协调单 K-261123-0001
        Chen> [That is enough]
        """
        + ANSWERED
        + """
        Ann< The new drawer is in | 新抽屉已换好
        """
    )


@pytest.mark.rule("FLT-30")
async def test_who_does_not_answer_is_reminded_and_the_supervisor_hears(desk: World) -> None:
    await desk.play(
        LODGED
        + ROUTED
        + ASKED
        + """
        ... until Mon 16:31
        Wang< your answer is wanted by Tue 24 Nov, 09:30 | 请在11月24日 周二 09:30前答复
        ... until Tue 09:31
        Chen< Wang (Logistics (transport)) has not answered | 王师傅（物流部（运输））尚未答复
        Liu< about T-261123-0001: Wang (Logistics | 王师傅（物流部
        Chen> [Withdraw the task] K-261123-0001
        Wang< Task K-261123-0001 is withdrawn | 协调单 K-261123-0001 已撤销
        """
        + PLANNED
        + ANSWERED
        + """
        Ann< The new drawer is in | 新抽屉已换好
        """
    )


@pytest.mark.rule("FLT-30")
async def test_an_answer_that_nobody_asks_on_about_is_enough(desk: World) -> None:
    await desk.play(
        LODGED
        + ROUTED
        + ASKED
        + """
        Wang> [Answer]
        Wang> Sun | 孙师傅
        ... until Tue 09:31
        Chen< a department has answered, and nobody asked on. Sun | 部门已答复：孙师傅
        """
    )
    assert (await desk.ticket("K-261123-0001")).state == "closed"


@pytest.mark.rule("FLT-12")
@pytest.mark.rule("FLT-30")
async def test_the_department_that_answers_for_a_fault_is_asked_in_chat(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        Liu< [Passed on]
        Liu> [Ask a department]
        Liu> [Production (workmanship) | 生产部（工艺）]
        Liu> [Chen: dispatcher | 小陈：调度]
        Liu> How are seats filled? | 坐垫是怎样填充的？
        Liu> [Skip]
        Liu> [Send]
        Chen< about F-261123-0001: How are seats filled? | 相关工单 F-261123-0001：坐垫
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        Liu! [Passed on]
        Chen> [Answer]
        Chen> By hand | 手工
        Liu< Production (workmanship) (Chen) answers | 生产部（工艺）（小陈）答复
        """
    )


@pytest.mark.rule("FLT-13")
async def test_a_repair_is_closed_when_the_department_has_answered_too(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        Liu> [Ask a department]
        Liu> [Production (workmanship) | 生产部（工艺）]
        Liu> [Chen: dispatcher | 小陈：调度]
        Liu> How are seats filled? | 坐垫是怎样填充的？
        Liu> [Skip]
        Liu> [Send]
        Ann> [All in order]
        Ann< we close it as soon as that is settled | 处理完毕后即为您结单
        Ann! is closed | 已办结
        Chen< is accepted, and still waits for the answer | 客户已验收，仍待部门答复
        ... until Tue 14:06
        Chen< is accepted, and still waits for the answer | 客户已验收，仍待部门答复
        Ann! How was our service | 满意吗
        Chen> [Answer]
        Chen> By hand | 手工
        Liu> [That is enough]
        Ann< F-261123-0001 is closed | 工单 F-261123-0001 已办结
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        Liu< [Judge the repair]
        """
    )


@pytest.mark.rule("CMP-01")
async def test_a_task_about_a_complaint_is_kept_from_whom_that_is_about(desk: World) -> None:
    told = ABOUT_ZHANG.replace("    Ann> Ann Lee | 李雷\n    Ann> 138 0013 8000\n", "")
    await desk.play(
        VISITED
        + "Ann> [All in order]\n"
        + told
        + ROUTED
        + """
        Chen> [Ask a department]
        Chen> [Logistics (transport) | 物流部（运输）]
        Chen< Wang: technician | 王师傅：师傅
        Chen! Zhang: technician | 张师傅：师傅
        """
    )
