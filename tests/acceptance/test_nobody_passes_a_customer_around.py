"""A return that is handed on and on, or complained about: the conduct of colleagues is looked into."""

from __future__ import annotations

import pytest

from core.tickets import Role
from tests.acceptance.complaints import LODGED
from tests.acceptance.test_goods_come_back import ASKED
from tests.acceptance.world import World

NEVER_MIND = """
    Liu> [Mine]
    Liu> hand back R-261123-0001 | 放回 R-261123-0001
"""


@pytest.mark.rule("RTN-08")
async def test_a_return_that_is_handed_on_too_often_is_looked_into(desk_on_either: World) -> None:
    await desk_on_either.play(
        ASKED
        + """
        Ann> person | 人工
        """
        + NEVER_MIND
        + """
        Zhao> [Mine]
        Zhao> hand back R-261123-0001 | 放回 R-261123-0001
        Liu!! Conduct review | 行为核查
        """
        + NEVER_MIND
        + """
        Liu< about R-261123-0001: the return was handed on | 相关退换货 R-261123-0001：该退换货被转手
        Liu< A shelf is bent | 层板弯了
        Liu> [Answer] K-261123-0001
        Liu> We were short of people | 当时人手不足
        Zhao< We were short of people | 当时人手不足
        Liu> ticket R-261123-0001 | 工单 R-261123-0001
        Liu< Handed on to somebody else | 转手
        """
    )


@pytest.mark.rule("RTN-08")
async def test_a_complaint_about_a_return_is_looked_into_by_somebody_else(desk: World) -> None:
    about_the_return = LODGED.replace(
        "    Ann> [Skip]\n    Ann> A new drawer", "    Ann> R-261123-0001\n    Ann> A new drawer"
    ).replace("    Ann> Ann Lee | 李雷\n    Ann> 138 0013 8000\n", "")
    await desk.play(
        ASKED
        + about_the_return
        + """
        Liu< about R-261123-0001: the customer complains | 相关退换货 R-261123-0001：客户就这次
        Liu< nobody calls back | 也没人回电话
        ... until Tue 09:31
        Zhao< has not answered | 尚未答复
        """
    )


@pytest.mark.rule("RTN-11")
async def test_an_office_files_a_return_for_its_customer(desk_on_either: World) -> None:
    await desk_on_either.play(
        """
        Chen> return | 退货
        Chen< What does the customer return? | 客户要退换哪件商品
        Chen> A bookcase, order S-9 | 书柜，订单S-9
        Chen> [Yes]
        Chen> [It has a defect]
        Chen> [My money back]
        Chen> A shelf is bent | 层板弯了
        Chen> [Skip]
        Chen> 1299
        Chen> Ann Lee | 李雷
        Chen> 138 0013 8000
        Chen> Ningbo office | 宁波办事处
        Chen> [Send]
        Chen< The return is R-261123-0001 | 退换货单号：R-261123-0001
        Liu< Return R-261123-0001 of Ann Lee | 退换货申请 R-261123-0001
        Liu> ticket R-261123-0001 | 工单 R-261123-0001
        Liu< Office: Ningbo office | 办事处：宁波办事处
        """
    )


@pytest.mark.rule("RTN-11")
async def test_what_is_not_returned_is_said_to_the_office_at_once(desk: World) -> None:
    await desk.change("Mei", name="Mei", roles=frozenset({Role.SALES_CLERK}))
    await desk.play(
        """
        Mei> return | 退货
        Mei> Batteries | 电池
        Mei> [Yes]
        Mei> [I do not want it after all]
        Mei> [Yes]
        Mei> [My money back]
        Mei> [Skip]
        Mei> [Skip]
        Mei> [Skip]
        Mei> Ann Lee | 李雷
        Mei> 138 0013 8000
        Mei> [Skip]
        Mei> [Send]
        Mei< food, medicine, intimate goods and the like are not returned | 特殊商品不适用无理由退换
        Liu!! R-261123
        """
    )
