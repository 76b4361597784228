"""What a piano's defect entitles to: its money back, another one, or a repair (WAR-11, WAR-12, WAR-13)."""

from __future__ import annotations

import pytest

from core.tickets import Role
from tests.acceptance.shop import ANNS_PHONE
from tests.acceptance.world import World

ASKED = """
    Ann> I want to return | 我要退货
    Ann> [ARIA upright piano U-121 (2024-12-23)]
    Ann> [The iron plate is broken | 铁板断裂]
    Ann> [My money back]
    Ann> A loud bang at night | 夜里一声巨响
    Ann> [Skip]
    Ann> [Send]
"""


async def ann_is_known(desk: World) -> None:
    name = "Ann Lee" if desk.language == "en" else "李雷"
    await desk.change("Ann", name=name, phone=ANNS_PHONE, phone_is_own=True)


@pytest.mark.rule("WAR-11")
async def test_a_broken_plate_is_paid_back_without_a_report(pianos: World) -> None:
    await ann_is_known(pianos)
    await pianos.play(
        ASKED
        + """
        Ann< Rule: the table of defects | 依据：按质量缺陷处理表
        Liu< Rule: the table of defects | 依据：按质量缺陷处理表
        Liu> ticket R-261123-0001 | 工单 R-261123-0001
        Liu< Defect: The iron plate is broken | 缺陷：铁板断裂
        """
    )
    assert (await pianos.ticket("R-261123-0001")).facts["by_the_rule"] is True


@pytest.mark.rule("WAR-13")
async def test_what_is_to_be_repaired_is_not_taken_back(pianos: World) -> None:
    await ann_is_known(pianos)
    await pianos.play(
        ASKED.replace("[The iron plate is broken | 铁板断裂]", "[Tuning pins are loose | 弦轴松动、调完很快又不准]")
        + """
        Ann< cannot be returned: the table of defects | 不能退换：按质量缺陷处理表
        Ann< [Report a fault]
        Liu!! R-261123-0001
        """
    )


@pytest.mark.rule("WAR-13")
async def test_of_hammers_quality_chooses(pianos: World) -> None:
    await ann_is_known(pianos)
    await pianos.change("Qin", name="Qin", roles=frozenset({Role.QUALITY}))
    await pianos.play(
        ASKED.replace("[The iron plate is broken | 铁板断裂]", "[Hammers are coming unglued | 弦槌开胶、脱落]")
        + """
        Qin< Hammers are coming unglued, wants the money back | 弦槌开胶、脱落，要求退款
        Qin> [Refuse]
        Qin> We glue them | 重新胶合即可
        Chen> [Sign]
        Ann< We cannot take ARIA upright piano U-121 back (R-261123-0001): We glue them | 重新胶合即可
        """
    )


@pytest.mark.rule("WAR-13")
async def test_what_needs_no_choice_is_none_of_qualitys_business(pianos: World) -> None:
    await ann_is_known(pianos)
    await pianos.change("Qin", name="Qin", roles=frozenset({Role.QUALITY}))
    await pianos.play(ASKED + "Liu< R-261123-0001\nQin!! R-261123-0001")
