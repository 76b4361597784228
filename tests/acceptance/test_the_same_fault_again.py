"""The same fault on the same product, reported again: linked, counted as rework, and known where he complained."""

from __future__ import annotations

import pytest

from core.casework.reporting import Report, report_fault
from core.desk import Desk
from core.ports import Unit
from core.tickets import Ticket
from tests.acceptance.complaints import LODGED
from tests.acceptance.scripts import REPORTED, VISITED
from tests.acceptance.world import World

WHO = "    Ann> Ann Lee | 李雷\n    Ann> 138 0013 8000\n"
AGAIN = (
    REPORTED.replace(WHO, "")
    .replace("    Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼\n", "")
    .replace("[Mon 23 Nov, 14:00–16:00 | 11月23日 周一 14:00–16:00]", "1")
    .replace("F-261123", "F-261207")
)
ABOUT_IT = LODGED.replace(WHO, "").replace(
    "    Ann> [Skip]\n    Ann> A new drawer",
    "    Ann> [F-261123-0001 Sofa | F-261123-0001 沙发]\n    Ann> A new drawer",
)


@pytest.mark.rule("FLT-21")
async def test_it_counts_as_rework_of_the_repair_before_it(desk_on_either: World) -> None:
    await desk_on_either.play(
        VISITED
        + "Ann> [All in order]\n... 14 days\n"
        + AGAIN
        + """
        Liu> ticket F-261207-0001 | 工单 F-261207-0001
        Liu< The same fault again: F-261123-0001 | 同一故障：F-261123-0001
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        Liu< The fault was reported again (F-261207-0001) | 同一故障再次报修（F-261207-0001）
        Ann! The same fault again | 同一故障：
        """
    )
    first, again = [await desk_on_either.ticket(number) for number in ("F-261123-0001", "F-261207-0001")]
    assert (first.facts["rework"], again.parent) == (1, first.ref)


@pytest.mark.rule("DSP-02")
async def test_who_has_been_there_before_is_named_first(desk: World) -> None:
    by_wang = VISITED.replace("Zhang", "Wang").replace("张师傅", "王师傅").replace("badge 007", "badge 012")
    await desk.play(
        by_wang
        + "Ann> [All in order]\n... 14 days\n"
        + AGAIN
        + """
        Chen< Wang: knows the area, earlier jobs for this customer: 1 | 王师傅：熟悉该片区、曾为该客户维修 1 次
        Chen< [Wang] [Zhang] | [王师傅] [张师傅]
        """
    )


@pytest.mark.rule("FLT-21")
async def test_reported_twice_before_anybody_came_is_no_rework(desk: World) -> None:
    await desk.play(REPORTED)
    ann, first = await desk.person("Ann"), await desk.ticket("F-261123-0001")
    told = {name: first.facts[name] for name in ("product", "category", "symptom", "words", "name", "phone", "address")}

    def report(unit: Unit) -> Ticket:
        return report_fault(Desk(unit, desk.shop, desk.at), ann, Report(**told, urgent=False))[0]

    again = await desk.do(report)
    first = await desk.ticket("F-261123-0001")
    assert again.parent == first.ref
    assert "rework" not in first.facts


@pytest.mark.rule("FLT-21")
@pytest.mark.rule("CMP-22")
async def test_whoever_follows_the_complaint_about_it_hears_of_it(desk: World) -> None:
    await desk.play(
        VISITED
        + "Ann> [All in order]\n"
        + ABOUT_IT
        + "... 13 days\n"
        + AGAIN.replace("F-261207", "F-261206")
        + """
        Liu< the customer reports the same fault again: F-261206-0001 | 再次报修同一故障：F-261206-0001
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu< The same fault again: F-261206-0001 | 同一故障：F-261206-0001
        """
    )


@pytest.mark.rule("FLT-21")
async def test_a_complaint_knows_what_was_reported_again_before_it(desk: World) -> None:
    told = ABOUT_IT.replace("F-261123-0001", "F-261207-0001").replace("T-261123-0001", "T-261207-0001")
    await desk.play(
        VISITED
        + "Ann> [All in order]\n... 14 days\n"
        + AGAIN
        + told
        + """
        Liu> ticket T-261207-0001 | 工单 T-261207-0001
        Liu< The same fault again: F-261123-0001 | 同一故障：F-261123-0001
        """
    )
