"""A return: asked for, judged by a rule that is named, collected, checked, paid back or replaced."""

from __future__ import annotations

import pytest

from core.tickets import Role
from tests.acceptance.shop import ANNS_PHONE, sold
from tests.acceptance.world import World

ASKED = """
    Ann> I want to return | 我要退货
    Ann> A bookcase, order S-9 | 书柜，订单S-9
    Ann> [Yes]
    Ann> [It has a defect]
    Ann> [My money back]
    Ann> A shelf is bent | 层板弯了
    Ann> (photo receipt)
    Ann> [Done]
    Ann> 1299
    Ann> Ann Lee | 李雷
    Ann> 138 0013 8000
    Ann> [Send]
    Ann< Your return is R-261123-0001 | 您的退换货单号是 R-261123-0001
"""
APPROVED = """
    Liu> [Approve]
    Liu< What counts is the price that was paid, with its discount | 按实付价（含折扣）退款
    Liu< Paid was: 1299 | 实付：1299
    Liu> 1299
    Liu> [Material | 材料质量问题]
    Liu> [Purchasing (material) | 采购部（材料）]
    Liu> [Nobody in particular]
    Liu> [Send]
"""


@pytest.mark.rule("RTN-01")
@pytest.mark.rule("RTN-04")
@pytest.mark.rule("RTN-05")
@pytest.mark.rule("RTN-07")
@pytest.mark.rule("RTN-09")
@pytest.mark.rule("RTN-10")
async def test_from_the_request_to_the_money(desk_on_either: World) -> None:
    await desk_on_either.play(
        ASKED
        + """
        Ann< defect within seven days (Product Quality Law, article 40) | 三包商品售出七日内
        Ann< by Wed 25 Nov, 09:30 whether it is approved | 11月25日 周三 09:30前告诉您是否批准
        Liu< wants the money back. A shelf | 要求退款。层板弯了
        """
        + APPROVED
        + """
        Ann< is approved | 已批准
        Ann< CN¥1,299.00 | ¥1,299.00
        Ann< We collect it by Wed 25 Nov, 09:30 | 我们在11月25日 周三 09:30前上门取货
        Chen< Please have A bookcase, order S-9 collected | 取回书柜，订单S-9
        Chen> [Collected]
        Ann< It is checked, then you get the money back | 验收后为您办理退款
        Chen< Please check | 前验收
        Chen> [As described]
        Liu< Ann Lee gets the money back. CN¥1,299.00 | 请为李雷办理退款。¥1,299.00
        Liu> [Paid back]
        Ann< CN¥1,299.00 are paid back | ¥1,299.00已退还
        """
    )
    ticket = await desk_on_either.ticket("R-261123-0001")
    assert (ticket.state, ticket.facts["cause"], ticket.facts["units"]) == ("closed", "material", ["material"])


@pytest.mark.rule("RTN-07")
async def test_store_and_finance_do_their_part(desk: World) -> None:
    await desk.change("Gu", name="Gu", roles=frozenset({Role.STORE_KEEPER}))
    await desk.change("Qian", name="Qian", roles=frozenset({Role.FINANCE}))
    await desk.play(
        ASKED
        + APPROVED
        + """
        Liu> ticket R-261123-0001 | 工单 R-261123-0001
        Liu> [Ask a department]
        Liu> [Production (workmanship) | 生产部（工艺）]
        Liu> [Wang: technician | 王师傅：师傅]
        Liu> Which batch? | 哪一批？
        Liu> [Skip]
        Liu> [Send]
        Wang< about R-261123-0001: Which batch? | 相关工单 R-261123-0001：哪一批？
        Gu!! R-261123-0001
        Chen> [Collected]
        Chen! Please check | 前验收
        Gu< Please check A bookcase | 前验收退换货 R-261123-0001 的书柜
        Gu> [As described]
        Liu! CN¥1,299.00 | ¥1,299.00
        Qian< Ann Lee gets the money back. CN¥1,299.00 | 请为李雷办理退款。¥1,299.00
        Gu! [Paid back]
        Qian> [Paid back]
        Ann< CN¥1,299.00 are paid back | ¥1,299.00已退还
        """
    )


@pytest.mark.rule("RTN-02")
@pytest.mark.rule("RTN-07")
async def test_what_is_not_as_described_goes_back_to_the_supervisor(desk: World) -> None:
    await desk.play(
        ASKED
        + APPROVED
        + """
        Chen> [Collected]
        Chen> [Not as described]
        Chen> The shelf was sawn off. | 层板是锯断的。
        Liu< is not as described: The shelf was sawn off. | 验收不符：层板是锯断的。
        Ann< The supervisor talks to you | 主管会与您联系
        Liu> [Refuse]
        Liu> Sawn off. | 锯断的。
        Ann< We cannot take A bookcase, order S-9 back (R-261123-0001): Sawn off. | 不能退换（R-261123-0001）：锯断的。
        """
    )


@pytest.mark.rule("RTN-04")
async def test_after_seven_days_a_quality_report_is_asked_for(desk: World) -> None:
    late = ASKED.replace("    Ann> [Yes]\n", "    Ann> [No]\n").replace(
        "    Ann> [My money back]",
        "    Ann< report of a quality inspection | 质量检验报告\n    Ann> [No]\n    Ann> [My money back]",
    )
    await desk.play(
        late
        + """
        Ann< after seven days, with a quality inspection report | 凭有关部门的质量检验报告
        Liu> [Ask for the report]
        Ann< we need the quality inspection report | 需要质量检验报告
        """
    )


@pytest.mark.rule("RTN-06")
async def test_what_broke_by_wrong_use_is_not_returned_but_repaired(desk: World) -> None:
    await desk.play(
        """
        Ann> exchange | 换货
        Ann> A bookcase | 书柜
        Ann> [Yes]
        Ann> [It broke through my own mistake]
        Ann> [Another one]
        Ann> [Skip]
        Ann> [Skip]
        Ann> [Skip]
        Ann> Ann Lee | 李雷
        Ann> 138 0013 8000
        Ann> [Send]
        Ann< what wrong use, washing or care has caused is not returned | 使用、洗涤、保养不当造成的损坏不予退换
        Ann> [Report a fault]
        Ann< Which product is it? | 请问是哪件产品
        Liu!! R-261123
        """
    )


@pytest.mark.rule("RTN-03")
async def test_excluded_goods_are_refused_politely(desk: World) -> None:
    await desk.play(
        """
        Ann> return | 退货
        Ann> Batteries | 电池
        Ann> [Yes]
        Ann> [I do not want it after all]
        Ann> [Yes]
        Ann> [My money back]
        Ann> [Skip]
        Ann> [Skip]
        Ann> [Skip]
        Ann> Ann Lee | 李雷
        Ann> 138 0013 8000
        Ann> [Send]
        Ann< food, medicine, intimate goods and the like are not returned | 特殊商品不适用无理由退换
        Ann< [Report a fault]
        """
    )


@pytest.mark.rule("RTN-07")
async def test_each_step_that_nobody_takes_is_alerted(desk: World) -> None:
    await desk.play(
        ASKED
        + """
        ... until Wed 09:31
        Zhao< is not judged within 2 working days | 超过2个工作日仍未审核
        """
        + APPROVED
        + """
        ... until Fri 09:32
        Liu< nothing collected within 2 working days | 超过2个工作日仍未取货
        """
    )


@pytest.mark.rule("RTN-04")
async def test_two_of_the_same_are_told_apart_by_the_day(desk: World) -> None:
    await desk.do(lambda unit: unit.sales.add([sold("S-202611-305", "NOVA sofa", "sofa", "NOVA-3", 4)]))
    await desk.change("Ann", phone=ANNS_PHONE, phone_is_own=True)
    await desk.play(
        """
        Ann> I want to return | 我要退货
        Ann< [NOVA sofa NOVA-3 (2026-09-24)]
        Ann< [NOVA sofa NOVA-3 (2026-11-19)]
        Ann> [NOVA sofa NOVA-3 (2026-09-24)]
        Ann> [It has a defect]
        Ann< report of a quality inspection | 质量检验报告
        """
    )
