"""A complaint about quality is quality's; all others are after-sales' business (CMP-16)."""

from __future__ import annotations

import pytest

from core.tickets import Role
from tests.acceptance.complaints import LODGED, PLANNED
from tests.acceptance.test_a_complaint_leads_to_corrective_action import CARRIED_OUT, PROPOSED
from tests.acceptance.world import World

ABOUT_QUALITY = LODGED.replace("[The service]", "[Quality of the product]").replace(
    "    Ann> A new drawer", "    Ann> [Skip]\n    Ann> A new drawer"
)
ROUTED_BY_QUALITY = """
    Qin> [Route]
    Qin> [Production (workmanship) | 生产部（工艺）]
    Qin> [Skip]
    Qin> [Chen: dispatcher | 小陈：调度]
    Chen< T-261123-0001 is yours to look into | 投诉 T-261123-0001 由您负责调查
    Qin< decide by Tue 24 Nov, 09:30 who is liable | 请在11月24日 周二 09:30前判定责任方
"""


async def quality_joins(desk: World) -> None:
    await desk.change("Qin", name="Qin", roles=frozenset({Role.QUALITY}))


@pytest.mark.rule("CMP-16")
@pytest.mark.rule("CMP-17")
async def test_quality_decides_who_is_liable_before_there_is_a_plan(desk_on_either: World) -> None:
    await quality_joins(desk_on_either)
    await desk_on_either.play(
        ABOUT_QUALITY
        + """
        Qin< Complaint T-261123-0001 of Ann Lee | 新投诉 T-261123-0001，客户李雷
        Liu< is about quality, and quality looks into it | 属质量投诉，由品管部负责
        """
        + ROUTED_BY_QUALITY
        + """
        Chen! [Plan]
        Qin> [Who is liable]
        Qin> [the supplier]
        Qin> The wood is too wet | 木材含水率过高
        Qin> [Send]
        Chen< the supplier is liable. The wood is too wet | 责任方为供应商。木材含水率过高
        """
        + PLANNED
        + """
        Ann< A new drawer on Friday | 周五送新抽屉
        Qin> ticket T-261123-0001 | 工单 T-261123-0001
        Qin< Liable: the supplier. The wood is too wet | 责任方：供应商。木材含水率过高
        """
    )


@pytest.mark.rule("CMP-18")
async def test_who_caused_it_himself_hears_so_only_when_a_second_one_agrees(desk: World) -> None:
    found = """
        Qin> [Who is liable]
        Qin> [the customer]
        Qin> It stood in the rain | 淋过雨
        Qin> We offer a repair at cost | 建议按成本价维修
        Qin> [Send]
        Qin< The findings of T-261123-0001 are being approved | 调查结论已提交审批
        Zhao< Qin finds that the customer caused it: It stood in the rain | Qin 认定由客户造成：淋过雨
    """
    await quality_joins(desk)
    await desk.play(
        ABOUT_QUALITY
        + ROUTED_BY_QUALITY
        + found
        + """
        ... until Mon 15:01
        Zhao< the findings still wait for approval | 调查结论仍待审批
        Zhao> [Send the findings back]
        Zhao> Ask where it stood | 请核实存放地点
        Qin< The findings of T-261123-0001 come back: Ask where it stood | 被退回：请核实存放地点
        """
        + found
        + """
        Ann!! rain | 雨
        Zhao> [Approve the findings]
        Qin< Zhao has approved the findings | 赵经理已批准
        Chen< The findings of T-261123-0001 are approved | 调查结论已批准
        """
        + PLANNED
        + """
        Ann< A new drawer on Friday | 周五送新抽屉
        """
    )


@pytest.mark.rule("CMP-18")
async def test_production_approves_that_the_customer_caused_it(desk: World) -> None:
    await quality_joins(desk)
    await desk.change("Gao", name="Gao", roles=frozenset({Role.PRODUCTION}))
    await desk.play(
        ABOUT_QUALITY
        + ROUTED_BY_QUALITY
        + """
        Qin> [Who is liable]
        Qin> [the customer]
        Gao!! T-261123-0001
        Qin> It stood in the rain | 淋过雨
        Qin> We offer a repair at cost | 建议按成本价维修
        Qin> [Send]
        Gao< Qin finds that the customer caused it: It stood in the rain | Qin 认定由客户造成：淋过雨
        Gao> status | 待办
        Gao< T-261123-0001
        Gao> ticket T-261123-0001 | 工单 T-261123-0001
        Gao> [Approve the findings]
        Chen< The findings of T-261123-0001 are approved | 调查结论已批准
        """
    )


@pytest.mark.rule("CMP-18")
async def test_without_anybody_for_quality_the_supervisor_does_it_and_the_manager_approves(desk: World) -> None:
    await desk.play(
        ABOUT_QUALITY
        + """
        Liu< Please route it | 请尽快转交责任部门
        Liu! quality looks into it | 由品管部负责
        Liu> [Route]
        Liu> [Production (workmanship) | 生产部（工艺）]
        Liu> [Skip]
        Liu> [Chen: dispatcher | 小陈：调度]
        Liu> [Who is liable]
        Liu> [the customer]
        Liu> It stood in the rain | 淋过雨
        Liu> We offer a repair at cost | 建议按成本价维修
        Liu> [Send]
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu> [Approve the findings]
        Liu< You have found it yourself | 不能审批自己的结论
        Zhao> [Approve the findings]
        Chen< The findings of T-261123-0001 are approved | 调查结论已批准
        """
    )


@pytest.mark.rule("CMP-16")
async def test_what_is_not_about_quality_is_none_of_its_business(desk: World) -> None:
    await quality_joins(desk)
    await desk.play(
        LODGED
        + """
        Liu< Please route it | 请尽快转交责任部门
        Qin!! T-261123-0001
        Qin> complaints | 投诉列表
        Qin< No complaint is open.
        Qin> ticket T-261123-0001 | 工单 T-261123-0001
        Qin< I cannot find that.
        """
    )


@pytest.mark.rule("CMP-16")
@pytest.mark.rule("CAP-05")
async def test_quality_asks_for_corrective_action_and_checks_it(desk: World) -> None:
    await quality_joins(desk)
    await desk.play(
        ABOUT_QUALITY
        + ROUTED_BY_QUALITY
        + """
        Qin> ticket T-261123-0001 | 工单 T-261123-0001
        Qin> [Corrective action]
        Qin> Drawers that crack | 开裂的抽屉
        Qin> [Wang: technician | 王师傅：师傅]
        Qin< Q-261123-0001 is requested | 已下达 Q-261123-0001
        """
        + (PROPOSED + CARRIED_OUT).replace("Liu", "Qin")
        + """
        Liu!! Q-261123-0001
        ... 31 days
        Qin< please check the effect now | 请验证措施效果
        Qin> [Effective]
        Qin> Drying, version 2 | 烘干标准，第2版
        Wang< was effective | 验证有效
        """
    )
