"""Who answers for complaints and returns is counted, for whoever evaluates people."""

from __future__ import annotations

import pytest

from tests.acceptance.complaints import ANSWERED, LODGED, PLANNED, ROUTED
from tests.acceptance.test_goods_come_back import APPROVED, ASKED
from tests.acceptance.world import World

BY_WANG = "[Wang: technician | 王师傅：师傅]"


@pytest.mark.rule("CMP-04")
@pytest.mark.rule("RTN-09")
async def test_the_manager_sees_who_answers_for_what(desk: World) -> None:
    complaint = LODGED + ROUTED + PLANNED + ANSWERED.replace("[Nobody in particular]", BY_WANG)
    known = "    Ann> Ann Lee | 李雷\n    Ann> 138 0013 8000\n"
    await desk.play(
        complaint
        + ASKED.replace(known, "")
        + APPROVED.replace("[Nobody in particular]", BY_WANG)
        + """
        Zhao> responsible | 责任记录
        Zhao< Answered for from 2026-11-01 to 2026-11-30: 2 | 2026-11-01 至 2026-11-30 责任记录：2 件
        Zhao< Wang: 2, T-261123-0001 (Transport: damage or delay) | 王师傅：2 件，T-261123-0001（运输损坏或延误）
        Zhao< R-261123-0001 (Material) | R-261123-0001（材料质量问题）
        Zhao> responsible 2026-10 | 责任记录 2026-10
        Zhao< from 2026-10-01 to 2026-10-31: 0 | 2026-10-01 至 2026-10-31 责任记录：0 件
        Zhao> responsible later | 责任记录 以后
        Zhao< For example: responsible 2026-11 | 例如：责任记录 2026-11
        Wang> responsible | 责任记录
        Wang! T-261123-0001
        """
    )
