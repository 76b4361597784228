"""A technician notes what sales should know; the supervisor finds it in his list (VIS-25)."""

from __future__ import annotations

import pytest

from core.tickets import Role
from tests.acceptance.scripts import ACCEPTED, ON_SITE, REPORTED
from tests.acceptance.world import World


@pytest.mark.rule("VIS-25")
async def test_the_note_is_in_the_supervisors_list_and_nowhere_else(desk_on_either: World) -> None:
    await desk_on_either.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Liu> sales | 销售线索
        Liu< There are no notes for sales.
        Zhang> [Note for sales]
        Zhang> They want a second sofa next spring | 明年春天想再买一张沙发
        Zhang< Noted for sales. Thank you.
        Liu> sales | 销售线索
        Liu< F-261123-0001, Sofa: They want a second sofa next spring | F-261123-0001 沙发：明年春天想再买一张沙发
        Chen> sales | 销售线索
        Chen!! second sofa | 再买一张沙发
        Ann> status | 进度
        Ann!! second sofa | 再买一张沙发
        ... 91 days
        Liu> sales | 销售线索
        Liu< There are no notes for sales.
        """
    )


@pytest.mark.rule("VIS-25")
async def test_a_sales_clerk_is_told_at_once_and_has_the_list_too(desk: World) -> None:
    await desk.change("Mei", roles=frozenset({Role.SALES_CLERK}))
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [Note for sales]
        Zhang> They want a second sofa next spring | 明年春天想再买一张沙发
        Mei< notes for sales, F-261123-0001, Sofa: They want | 的销售线索，F-261123-0001，沙发：明年春天
        Mei> sales | 销售线索
        Mei< F-261123-0001, Sofa: They want a second sofa next spring | F-261123-0001 沙发：明年春天想再买一张沙发
        Mei! [F-261123-0001]
        """
    )
