"""Who examines a complaint from outside, and what is written to and from authorities."""

from __future__ import annotations

import pytest

from tests.acceptance.complaints import LODGED, ROUTED
from tests.acceptance.world import World


@pytest.mark.rule("CMP-10")
async def test_who_examines_it_gets_time_and_the_customer_agrees_to_that(desk_on_either: World) -> None:
    await desk_on_either.play(
        LODGED
        + ROUTED
        + """
        Chen> [Letters outside]
        Chen> [Who examines it]
        Chen> The city laboratory | 市质检所
        Chen> [We have written]
        Chen> Please test the glue | 请检测胶水
        Chen> (photo order)
        Chen> [Done]
        Chen> 5
        Chen> [Send]
        Liu< T-261123-0001, The city laboratory: Please test the glue | 投诉 T-261123-0001，市质检所：请检测胶水
        Ann< with a report by Mon 7 Dec | 市质检所将于12月7日 周一
        Ann! (photo order)
        Ann< May we have until Tue 8 Dec, 18:00 | 12月8日 周二 18:00
        Ann> [Yes, until then]
        Liu< agreed to Tue 8 Dec | 同意延期到12月8日
        ... 15 days
        Liu< the letter with The city laboratory was to be answered by Mon 7 Dec | 与市质检所的往来函件应在12月7日
        """
    )


@pytest.mark.rule("CMP-24")
async def test_what_an_authority_writes_is_kept_and_answered_in_time(desk: World) -> None:
    await desk.play(
        LODGED
        + """
        Liu> [Letters outside]
        Liu> [An authority]
        Liu> Market supervision | 市场监管局
        Liu> [They have written]
        Liu> Please explain by Wednesday | 请周三前说明
        Liu> [Skip]
        Liu> 2
        Liu> [Send]
        Liu< The letter is kept with T-261123-0001 | 函件已存入 T-261123-0001
        Ann! Market supervision | 市场监管局
        Liu> [Letters outside] T-261123-0001
        Liu> [An authority]
        Liu> Market supervision | 市场监管局
        Liu> [We have written]
        Liu> Explained | 已说明
        Liu> [Skip]
        Liu> [Skip]
        Liu> [Send]
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu< Letters outside (Market supervision, Please explain by Wednesday | 外部函件（市场监管局、请周三前说明
        ... until Wed 10:00
        Liu! the letter with | 往来函件应在
        """
    )
