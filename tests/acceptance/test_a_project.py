"""A large job: asked for, approved in three steps, kept to its schedule, handed in with its papers, accepted."""

from __future__ import annotations

import pytest

from tests.acceptance.deliveries import with_van
from tests.acceptance.shipments import with_senders
from tests.acceptance.world import World

REQUESTED = """
    Mei> project | 工程
    Mei> Ann Lee | 李雷
    Mei> 138 0013 8000
    Mei> Oak doors | 橡木门
    Mei> 120 doors | 120樘
    Mei> 9 Renmin Road, Hangzhou | 杭州市上城区人民路 9 号
    Mei> Not before eight | 八点前不施工
    Mei> 2026-12-18
    Mei> [Installation, commissioning and training]
    Mei> E0 boards, oak veneer | E0级板材，橡木贴面
    Mei> [Send]
    Mei< J-261123-0001 goes through its three approvals | J-261123-0001 已提交，进入三级审批
"""
APPROVED = """
    Chen< Labour request J-261123-0001: Oak doors, 120 doors | 用工申请 J-261123-0001：橡木门，120樘
    Chen> [Approve]
    Liu< Do you approve? | 是否批准？
    Liu> [Approve]
    Zhao< Do you approve? | 是否批准？
    Zhao> [Approve]
    Ann< is approved. You hear the schedule soon | 已批准，进度计划稍后发给您
    Chen< draw up the schedule by Thu 26 Nov | 前编制进度计划
"""
PLANNED = """
    Chen> [Draw up the schedule]
    Chen> [Yes]
    Chen> 2026-11-30 frames in; 2026-12-11 doors hung | 2026-11-30 门框安装；2026-12-11 门扇安装
    Chen< The customer of J-261123-0001 has the schedule | J-261123-0001 的进度计划已发给客户
    Ann< 2026-11-30 frames in | 2026-11-30 门框安装
    Ann< 2026-12-11 doors hung | 2026-12-11 门扇安装
"""
WORKED = """
    Chen> [Milestone reached]
    Chen> [frames in | 门框安装]
    Chen> (photo frames)
    Chen> [Done]
    Ann< “frames in” is done | “门框安装”已完成
    Chen> [Milestone reached]
    Chen> [doors hung | 门扇安装]
    Chen> [Skip]
"""
FILED = """
    Chen> [Signed agreement]
    Chen> (photo agreement)
    Chen> [Done]
    Chen> [Commissioned]
    Chen> [Skip]
    Chen> All doors close | 开关顺畅
    Chen> [Users trained]
    Chen> Mr Wu, Ms He | 吴先生、何女士
    Chen> (photo list)
    Chen> [Done]
"""
AS_ASKED = """
    Chen> [Check against the tender]
    Chen< E0 boards | E0级板材
    Chen> [Yes]
    Chen> [Yes]
    Chen> [Yes]
    Chen> (photo certificate)
    Chen> [Done]
    Chen> [Send]
"""
HANDED_IN = """
    Chen> [Hand in]
    Chen> (photo form)
    Chen> [Done]
    Chen> Shelf 7 | 7号柜
    Chen< it is filed | 已归档
    Ann< is done. Please look at everything | 已完工，请查验并验收
"""


@pytest.mark.rule("INS-09")
@pytest.mark.rule("INS-10")
@pytest.mark.rule("INS-12")
@pytest.mark.rule("INS-13")
@pytest.mark.rule("INS-14")
@pytest.mark.rule("DLV-21")
async def test_from_the_labour_request_to_the_accepted_work(desk_on_either: World) -> None:
    world = await with_senders(desk_on_either)
    await world.play(REQUESTED + APPROVED + PLANNED + WORKED + FILED + AS_ASKED + HANDED_IN)
    await world.play(
        """
        Ann> [Accept the project]
        Ann< its papers are filed | 资料已归档
        Mei< has accepted the project | 已验收
        """
    )
    facts = (await world.ticket("J-261123-0001")).facts
    assert len(facts["paper_photos"]) == 3
    assert len(facts["agreement_photos"]) == 1


@pytest.mark.rule("INS-13")
async def test_what_is_still_open_is_named_and_nothing_is_handed_in_before(desk: World) -> None:
    world = await with_senders(desk)
    await world.play(
        REQUESTED
        + APPROVED
        + PLANNED
        + """
        Chen> ticket J-261123-0001 | 工单 J-261123-0001
        Chen> [Hand in]
        Chen> (photo form)
        Chen> [Done]
        Chen> Shelf 7 | 7号柜
        Chen< Still open: frames in, doors hung, commissioning | 未完成：门框安装、门扇安装、调试
        """
    )


@pytest.mark.rule("INS-12")
async def test_a_delay_is_told_and_the_schedule_changed(desk: World) -> None:
    world = await with_senders(desk)
    await world.play(
        REQUESTED
        + APPROVED
        + PLANNED
        + """
        ... 4 days
        Chen! is due on | 应在
        ... until Mon 18:01
        Liu< “frames in” was due on 2026-11-30 | “门框安装”应在 2026-11-30 完成
        Ann< is behind its schedule: “frames in” | 进度延误：“门框安装”
        Chen> ticket J-261123-0001 | 工单 J-261123-0001
        Chen> [Change the schedule]
        Chen> Frames came late | 门框到货晚
        Chen> 2026-12-03 frames in; 2026-12-20 doors hung | 2026-12-03 门框安装；2026-12-20 门扇安装
        Chen< All must be done by 2026-12-18 | 合同要求 2026-12-18 前全部完成
        Chen> 2026-12-03 frames in; 2026-12-17 doors hung | 2026-12-03 门框安装；2026-12-17 门扇安装
        Ann< Frames came late | 门框到货晚
        Ann< 2026-12-17 doors hung | 2026-12-17 门扇安装
        ... until Thu 18:01
        Ann< is behind its schedule | 进度延误
        """
    )


@pytest.mark.rule("DLV-21")
async def test_what_is_not_as_the_tender_asked_calls_the_supervisor(desk: World) -> None:
    world = await with_senders(desk)
    await world.play(
        REQUESTED
        + APPROVED
        + PLANNED
        + """
        Chen> ticket J-261123-0001 | 工单 J-261123-0001
        Chen> [Check against the tender]
        Chen> [Yes]
        Chen> [No]
        Chen> [Yes]
        Chen> E1 boards came | 来的是E1级板材
        Chen> [Skip]
        Chen> [Send]
        Liu< is not as the tender asked: E1 boards came | 与招标要求不符：来的是E1级板材
        """
    )


@pytest.mark.rule("INS-09")
async def test_a_request_may_be_refused_at_any_step(desk: World) -> None:
    world = await with_senders(desk)
    await world.play(
        REQUESTED
        + """
        Chen> [Approve]
        Liu> [Do not approve]
        Liu> No team is free | 没有班组
        Ann< We cannot take on your project J-261123-0001: No team is free | 工程 J-261123-0001 未获批准：没有班组
        Zhao!! Do you approve | 是否批准
        """
    )


@pytest.mark.rule("INS-14")
async def test_the_dispatcher_sends_fitters_for_a_project(desk: World) -> None:
    world = await with_van(await with_senders(desk))
    await world.play(
        REQUESTED
        + APPROVED
        + PLANNED
        + """
        Chen> ticket J-261123-0001 | 工单 J-261123-0001
        Chen> [Send fitters]
        Ann< When may our fitters come for the project? | 工程安装人员什么时候方便进场？
        Ann> [Other time] I-261123-0001
        Ann> [Mon 23 Nov, 14:00–16:00 | 11月23日 周一 14:00–16:00]
        Sun< Installation order I-261123-0001 | 安装派工单 I-261123-0001
        """
    )
