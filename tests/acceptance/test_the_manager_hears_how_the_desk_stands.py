"""In the morning, once, with a list behind each number."""

from __future__ import annotations

import pytest

from tests.acceptance.complaints import LODGED
from tests.acceptance.scripts import REPORTED
from tests.acceptance.world import World


@pytest.mark.rule("ESC-01")
async def test_each_number_opens_its_list(desk_on_either: World) -> None:
    await desk_on_either.play(
        REPORTED
        + LODGED.replace("    Ann> Ann Lee | 李雷\n    Ann> 138 0013 8000\n", "")
        + """
        ... until Tue 09:05
        Zhao< This is how the desk stands | 今日工单概况
        Zhao< Open: 2 | 未完成：2
        Zhao< Overdue: 1 | 超时：1
        Zhao< Complaints: 1 | 投诉：1
        Zhao< Undelivered: 0 | 未送达：0
        Liu!! This is how the desk stands | 今日工单概况
        Zhao> [Unclaimed]
        Zhao< T-261123-0001
        Zhao> [Complaints]
        Zhao< T-261123-0001
        Zhao! F-261123-0001
        Zhao> [Overdue]
        Zhao< F-261123-0001
        ... 1 hour
        Zhao! This is how the desk stands | 今日工单概况
        ... until Wed 09:05
        Zhao< This is how the desk stands | 今日工单概况
        ... until Fri 12:30
        Zhao> mine | 我的
        ... until Sat 09:05
        Zhao! This is how the desk stands | 今日工单概况
        Liu> unclaimed | 未认领
        Liu< T-261123-0001
        """
    )
