"""What is decided on a piano's defect is signed by the dealer and by the branch office (WAR-10)."""

from __future__ import annotations

import pytest

from tests.acceptance.test_a_pianos_defects import ASKED, ann_is_known
from tests.acceptance.world import World

DECIDED = (
    ASKED
    + """
    Liu> [Approve]
    Liu> 19999
    Liu> [Material | 材料质量问题]
    Liu> 1
    Liu> [Nobody in particular]
    Liu> [Send]
    Liu< It counts once the other side has signed | 另一方签字后生效
    Ann! U-121, is approved | 已批准
    Chen< The iron plate is broken: approved | 铁板断裂：同意
    Chen< Please sign for the dealer | 请代表经销商
"""
)


@pytest.mark.rule("WAR-10")
async def test_the_decision_counts_with_the_second_signature(pianos: World) -> None:
    await ann_is_known(pianos)
    await pianos.play(
        DECIDED
        + """
        Liu> ticket R-261123-0001 | 工单 R-261123-0001
        Liu> [Sign] R-261123-0001
        Liu< Whoever decided on R-261123-0001 does not sign it as well | 不能由同一人签字
        Ann! U-121, is approved | 已批准
        Chen> [Sign] R-261123-0001
        Ann< is approved | 已批准
        Ann< CN¥19,999.00 | ¥19,999.00
        """
    )
    assert (await pianos.ticket("R-261123-0001")).state == "collecting"


@pytest.mark.rule("WAR-10")
async def test_who_does_not_agree_sends_it_back(pianos: World) -> None:
    await ann_is_known(pianos)
    await pianos.play(
        DECIDED
        + """
        Chen> [I do not agree]
        Chen> The plate was dropped by the carrier | 铁板是搬运时摔坏的
        Liu< does not sign the decision: The plate was dropped | 不同意该决定：铁板是搬运时摔坏的
        ... 1 minute
        Liu> [Refuse]
        Liu> The carrier pays for it | 由承运方赔偿
        Chen< The iron plate is broken: refused | 铁板断裂：不予退换
        Chen> [Sign] R-261123-0001
        Ann< The carrier pays for it | 由承运方赔偿
        """
    )


@pytest.mark.rule("WAR-10")
async def test_nobody_signs_so_the_supervisor_hears(pianos: World) -> None:
    await ann_is_known(pianos)
    await pianos.play(
        DECIDED + "... until Wed 09:31\nLiu< is not signed by both within 2 working days | 未完成双方签字"
    )
