"""Every month research and production are to know what breaks, and why (CAP-09)."""

from __future__ import annotations

import pytest

from core.tickets import Role
from tests.acceptance.scripts import VISITED
from tests.acceptance.test_the_manager_gets_the_analysis import FIRST, MINUTE, made
from tests.acceptance.test_the_same_fault_again import AGAIN
from tests.acceptance.world import World

TWICE = VISITED + "Ann> [All in order]\n" + "... 5 days\n" + AGAIN.replace("F-261207", "F-261128")


@pytest.mark.rule("CAP-09")
async def test_it_comes_to_quality_and_the_manager_when_the_month_begins(desk_on_either: World) -> None:
    await desk_on_either.change("Qin", name="Qin", roles=frozenset({Role.QUALITY}))
    await desk_on_either.play(TWICE)
    await made(desk_on_either, FIRST - MINUTE)
    await desk_on_either.play("Qin!! Faults from | 故障分析")
    await made(desk_on_either, FIRST)
    await desk_on_either.play(
        """
        Qin< Faults from 2026-11-01 to 2026-11-30 | 故障分析：2026-11-01 至 2026-11-30
        Qin< Faults reported: 2 (0) | 报修数: 2 (0)
        Qin< Reported again: 1 (0) | 重复故障: 1 (0)
        Qin< Repaired: 1 (0) | 修复: 1 (0)
        Zhao< Faults from | 故障分析：
        Liu!! Faults from | 故障分析：
        """
    )
    await made(desk_on_either, FIRST + MINUTE)
    await desk_on_either.play("Qin! Faults from | 故障分析：")


@pytest.mark.rule("CAP-09")
async def test_without_anybody_for_quality_the_supervisor_has_it(desk: World) -> None:
    await desk.play(TWICE)
    await made(desk, FIRST)
    await desk.play("Liu< Faults from | 故障分析：")


@pytest.mark.rule("CAP-09")
async def test_production_and_research_answer_what_they_change(desk: World) -> None:
    for name, role in (("Qin", Role.QUALITY), ("Gao", Role.PRODUCTION), ("Yan", Role.RESEARCH)):
        await desk.change(name, name=name, roles=frozenset({role}))
    await desk.play(TWICE)
    await made(desk, FIRST)
    await desk.play(
        """
        Gao< Faults reported: 2 (0) | 报修数: 2 (0)
        Gao< about the fault analysis 2026-11: Please read it | （生产），相关工单 2026-11 故障分析：请阅读
        Yan< for research, about the fault analysis 2026-11 | （研发），相关工单 2026-11 故障分析
        Gao> [Answer]
        Gao> Thicker foam from January | 一月起用更厚的泡棉
        Qin< production (Gao) answers | 生产（Gao）答复
        Qin< Thicker foam from January | 一月起用更厚的泡棉
        ... 2 days
        Liu< Yan (research) has not answered | Yan（研发）尚未答复
        """
    )


@pytest.mark.rule("CAP-09")
async def test_it_can_be_asked_for_any_month(desk: World) -> None:
    await desk.play(
        TWICE
        + """
        Liu> fault report whenever | 故障分析 随便
        Liu< For which period? | 请写上月份
        Liu> fault report 2026-11 | 故障分析 2026-11
        Liu< I am counting the faults | 正在统计
        """
    )
    await made(desk)
    await desk.play("Liu< Faults reported: 2 (0) | 报修数: 2 (0)")
