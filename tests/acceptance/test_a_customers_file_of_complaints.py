"""What one customer has complained about so far, and what became of it (CMP-25)."""

from __future__ import annotations

import pytest

from tests.acceptance.complaints import ANSWERED, LODGED, PLANNED, ROUTED
from tests.acceptance.test_a_complaint_is_kept_from_whom_it_is_about import ABOUT_LIU
from tests.acceptance.world import World

WHO = "    Ann> Ann Lee | 李雷\n    Ann> 138 0013 8000\n"
SECOND = LODGED.replace(WHO, "").replace("261123", "261124")


@pytest.mark.rule("CMP-25")
async def test_by_number_or_by_phone(desk_on_either: World) -> None:
    await desk_on_either.play(
        LODGED
        + ROUTED
        + PLANNED
        + ANSWERED
        + "Ann> [Satisfied]\n... until Tue 10:00\n"
        + SECOND
        + """
        Liu> customer file 138 0013 8000 | 客户档案 138 0013 8000
        Liu< Ann Lee, +8613800138000: complaints so far: 2 | 李雷 +8613800138000：投诉 2 件
        Liu< T-261123-0001, Mon 23 Nov, 09:30: closed | T-261123-0001，11月23日 周一 09:30：已办结
        Liu< Result: The new drawer is in | 结果：新抽屉已换好
        Liu< T-261124-0001, Tue 24 Nov, 10:00: with after-sales | T-261124-0001，11月24日 周二 10:00：
        Zhao> customer file t-261123-0001 | 客户档案 t-261123-0001
        Zhao< T-261124-0001
        Zhao> customer file 13900139000 | 客户档案 13900139000
        Zhao< No complaint of this customer is known.
        Zhao> customer file whoever | 客户档案 某人
        Zhao< Please say it with a ticket or a phone number | 请写上工单号或电话
        Chen> customer file 138 0013 8000 | 客户档案 138 0013 8000
        Chen! T-261123-0001
        """
    )


@pytest.mark.rule("CMP-01")
@pytest.mark.rule("CMP-25")
async def test_one_about_the_reader_is_not_in_it(desk: World) -> None:
    await desk.play(
        ABOUT_LIU
        + """
        Liu> customer file 138 0013 8000 | 客户档案 138 0013 8000
        Liu< No complaint of this customer is known.
        Liu> customer file T-261123-0001 | 客户档案 T-261123-0001
        Liu! T-261123-0001
        Zhao> customer file 138 0013 8000 | 客户档案 138 0013 8000
        Zhao< T-261123-0001
        """
    )
