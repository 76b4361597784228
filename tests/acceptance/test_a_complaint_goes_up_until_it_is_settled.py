"""Not satisfied: the next level has it, with all that was said, up to the body outside."""

from __future__ import annotations

import pytest

from tests.acceptance.complaints import ANSWERED, LODGED, PLANNED, ROUTED
from tests.acceptance.world import World

NOT_ENOUGH = """
    Ann> [Not satisfied]
    Ann> It wobbles still | 还是晃
    Ann< goes up | 已升级处理
"""
BY_LIU = ROUTED + PLANNED + ANSWERED
NOT_BY_LIU = """
    Liu> ticket T-261123-0001 | 工单 T-261123-0001
    Liu> [Route]
    Liu> 1
    Liu> [Skip]
    Liu> 1
    Liu< at this level the manager does | 到了这一级，由经理指定
"""
BY_ZHAO = ROUTED.replace("Liu>", "Zhao>") + PLANNED + ANSWERED


@pytest.mark.rule("CMP-12")
@pytest.mark.rule("CMP-24")
async def test_three_levels_of_dissatisfaction_and_the_body_outside(desk: World) -> None:
    await desk.play(
        LODGED
        + BY_LIU
        + NOT_ENOUGH
        + """
        Ann< is now with the head of after-sales, with all that was said | 连同全部记录已交售后主管
        Ann< you hear from us by Wed 25 Nov, 09:30 | 11月25日 周三 09:30前答复您
        Liu< the customer is not satisfied: It wobbles still | 客户不满意：还是晃
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu< The new drawer is in | 新抽屉已换好
        Liu< Not satisfied (It wobbles still) | 不满意（还是晃）
        """
        + BY_LIU
        + "... 1 day\n"
        + NOT_ENOUGH
        + """
        Ann< with the head of the department | 已交责任部门负责人
        Zhao< the customer is not satisfied: It wobbles still | 客户不满意：还是晃
        """
        + NOT_BY_LIU
        + BY_ZHAO
        + NOT_ENOUGH
        + """
        Ann< with the general manager | 已交总经理
        """
        + BY_ZHAO
        + NOT_ENOUGH
        + """
        Ann< You may turn to the consumer association, phone 12315 | 您可以向消费者协会，电话 12315反映
        Zhao< It is now with the consumer association | 现由消费者协会
        Zhao> [Close]
        Zhao> Settled before the association: money back | 消协调解：退款
        Ann< was closed by Zhao: Settled before the association | 消协调解：退款
        """
    )
    assert (await desk.ticket("T-261123-0001")).facts["level"] == 4


async def test_until_then_nobody_closes_it_over_the_customers_head(
    desk: World,
) -> None:
    await desk.play(
        LODGED
        + """
        Zhao> ticket T-261123-0001 | 工单 T-261123-0001
        Zhao< [Extend]
        Zhao! [Close]
        """
    )


async def test_hard_words_about_the_answer_are_no_second_complaint(desk: World) -> None:
    await desk.play(
        LODGED
        + BY_LIU
        + """
        Ann> [Not satisfied]
        Ann> Outrageous, I complain again! | 太过分了，我要再投诉！
        Ann< goes up | 已升级处理
        Liu< Outrageous, I complain again! | 太过分了，我要再投诉！
        """
    )
