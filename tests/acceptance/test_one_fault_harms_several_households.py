"""Water runs from one flat into another: followed with both, and over when both have accepted (FLT-28)."""

from __future__ import annotations

import pytest

from tests.acceptance.world import World


def reported(who: str, phone: str) -> str:
    return f"""
        {who}> The tap drips | 水龙头滴水
        {who}> [No, not solved]
        {who}> [Skip]
        {who}> [It can wait for the visit]
        {who}> {who}
        {who}> {phone}
        {who}> Building 3, Anju Garden, Binjiang District, Hangzhou | 杭州市滨江区安居花园 3 栋 502
        {who}> [Tue 24 Nov, 08:30–10:00 | 11月24日 周二 08:30–10:00]
        {who}> [Send]
        {who}< F-261123-000
    """


BOTH = reported("Ann", "138 0013 8000") + reported("Ben", "139 1111 2222")
GROUPED = (
    BOTH
    + """
    Chen> ticket F-261123-0001 | 工单 F-261123-0001
    Chen> [Several households] F-261123-0001
    Chen> f-261123-0002
    Chen> Water runs from the fifth floor to the fourth | 五楼漏水到四楼
    Chen> [Send]
    Chen< G-261123-0001 follows them together | G-261123-0001
    Ann< cause of F-261123-0001 concerns several households | F-261123-0001的原因涉及多户
    Ben< cause of F-261123-0002 concerns several households | F-261123-0002的原因涉及多户
    """
)
ANNS_IS_MENDED = """
    Chen> [Wang] F-261123-0001
    Wang> [Accept]
    ... until Tue 07:01
    Wang> [On my way]
    Wang> [Skip]
    ... until Tue 08:31
    Wang> [Arrived]
    Wang> [Finished]
    Wang> [Workmanship | 施工质量]
    Wang> [Replaced a part | 更换配件]
    Wang> 20
    Wang> [Skip]
    Wang> [Skip]
    Wang> [Send]
    Ann> [All in order]
"""


@pytest.mark.rule("FLT-28")
async def test_it_is_over_when_each_household_has_accepted(homes: World) -> None:
    await homes.play(
        GROUPED
        + """
        Chen> ticket G-261123-0001 | 工单 G-261123-0001
        Chen< Tickets: F-261123-0001, F-261123-0002 | 相关工单：F-261123-0001、F-261123-0002
        Chen> [Write to all households]
        Chen> The water is off until ten | 十点前停水
        Ann< The water is off until ten | 十点前停水
        Ben< The water is off until ten | 十点前停水
        Chen> [What was agreed]
        Chen> The fifth floor pays the ceiling of the fourth | 五楼承担四楼天花板费用
        Ann< it was agreed: The fifth floor pays | 商定如下：五楼承担
        Ben< it was agreed: The fifth floor pays | 商定如下：五楼承担
        Liu> ticket G-261123-0001 | 工单 G-261123-0001
        Liu< Agreed: The fifth floor pays | 商定结果：五楼承担
        """
        + ANNS_IS_MENDED
        + """
        Ben< accepted by 1 of 2 households | 2 户中 1 户已验收
        Chen< Still open: F-261123-0002 | 尚未验收：F-261123-0002
        Ben> status | 进度
        Ben> [Cancel the visit]
        Ben> [Yes, cancel it]
        Ben> [Skip]
        Ann< All households have accepted | 各户均已验收
        Ben< All households have accepted | 各户均已验收
        Liu< G-261123-0001 is over | G-261123-0001已结案
        """
    )
    assert (await homes.ticket("G-261123-0001")).state == "closed"


@pytest.mark.rule("FLT-28")
async def test_that_the_office_has_closed_a_repair_is_no_acceptance(homes: World) -> None:
    await homes.play(
        GROUPED
        + """
        Liu> ticket F-261123-0002 | 工单 F-261123-0002
        Liu> [Close] F-261123-0002
        Liu> The ceiling has dried | 天花板已干
        Chen< accepted by 0 of 2 households | 2 户中 0 户已验收
        """
        + ANNS_IS_MENDED
        + """
        Ann! All households have accepted | 各户均已验收
        Liu> ticket G-261123-0001 | 工单 G-261123-0001
        Liu> [A household accepts]
        Liu> [F-261123-0002]
        Liu> Ben, on the phone today | 今天电话确认
        Ann< All households have accepted | 各户均已验收
        """
    )


@pytest.mark.rule("FLT-28")
async def test_only_an_open_report_of_another_household_can_join(homes: World) -> None:
    await homes.play(
        BOTH
        + """
        Ben> status | 进度
        Ben> [Cancel the visit]
        Ben> [Yes, cancel it]
        Ben> [Skip]
        Chen> ticket F-261123-0001 | 工单 F-261123-0001
        Chen> [Several households] F-261123-0001
        Chen> the one below | 楼下那家
        Chen> Water | 漏水
        Chen> [Send]
        Chen< Please write the numbers of tickets | 请填写工单号
        Chen> F-261123-0002
        Chen> [Send]
        Chen< F-261123-0002 is no open report | F-261123-0002不是
        Ann!! several households | 多户
        """
    )
