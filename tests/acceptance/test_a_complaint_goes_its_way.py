"""Routed, looked into, planned, answered; on the clock, and with more time only by consent."""

from __future__ import annotations

import pytest

from tests.acceptance.complaints import ANSWERED, LODGED, PLANNED, ROUTED
from tests.acceptance.world import World


@pytest.mark.rule("CMP-03")
@pytest.mark.rule("CMP-04")
@pytest.mark.rule("CMP-06")
@pytest.mark.rule("CMP-08")
@pytest.mark.rule("CMP-09")
@pytest.mark.rule("CMP-11")
@pytest.mark.rule("CMP-15")
@pytest.mark.rule("CMP-22")
@pytest.mark.rule("CMP-23")
async def test_from_the_first_word_to_a_satisfied_customer(desk_on_either: World) -> None:
    await desk_on_either.play(
        LODGED
        + ROUTED
        + """
        Chen< T-261123-0001 is yours to look into, for Production (workmanship) | 投诉 T-261123-0001 由您负责调查
        Ann< Chen (Production (workmanship)) | 由小陈负责（生产部（工艺））
        Ann< by Tue 24 Nov, 09:30 what we will do | 11月24日 周二 09:30前告诉您处理方案
        """
        + PLANNED
        + """
        Ann< A new drawer on Friday | 周五送新抽屉
        """
        + ANSWERED
        + """
        Ann< The new drawer is in | 新抽屉已换好
        Ann! compensation | 补偿
        Ann> [Satisfied]
        Ann< T-261123-0001 is settled | 投诉 T-261123-0001 得到解决
        Chen< the customer is satisfied | 客户满意
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu< She wants it within a week | 希望一周内解决
        Liu< Transport: damage or delay | 运输损坏或延误
        """
    )
    ticket = await desk_on_either.ticket("T-261123-0001")
    assert (ticket.state, ticket.facts["cause"], ticket.facts["responsible"]) == ("closed", "transport", "nobody")


@pytest.mark.rule("CMP-06")
@pytest.mark.rule("CMP-08")
@pytest.mark.rule("CMP-20")
async def test_what_nobody_touches_goes_up_step_by_step(desk: World) -> None:
    await desk.play(
        LODGED
        + """
        Liu> [Mine]
        ... until Tue 09:29
        Zhao!! nobody has been named | 仍未指定处理人
        ... until Tue 09:31
        Zhao< nobody has been named within 1 working day | 超过1个工作日仍未指定处理人
        ... until Tue 15:31
        Liu< If that cannot be kept, ask for more time now | 请现在就征求客户同意延期
        """
        + ROUTED
        + """
        ... until Wed 09:31
        Liu< is overdue: the customer was to have the result by Wed 25 Nov, 09:30 | 已超时
        Ann< We are sorry: you were to have our answer | 本应在11月25日 周三 09:30前答复您
        ... until Wed 15:32
        Liu< Chen has no plan within 1 working day | 小陈超过1个工作日仍未提交方案
        Chen< your plan was due | 方案期限是
        ... until Thu 09:31
        Zhao< is still without a result | 仍未给出结果
        """
    )


@pytest.mark.rule("CMP-20")
async def test_more_time_only_with_the_customers_consent(desk: World) -> None:
    asked = """
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu> [Extend]
        Liu> [Mon 30 Nov, 18:00 | 11月30日 周一 18:00]
        Liu> The laboratory needs longer. | 检测还需要几天。
        Ann< May we have until Mon 30 Nov, 18:00 | 宽限到11月30日 周一 18:00
    """
    await desk.play(
        LODGED
        + asked
        + """
        Ann> [No, that is too late]
        Ann< The date for T-261123-0001 stays | 的期限不变
        Liu< does not agree to a later date | 不同意延期
        Ann> status | 状态
        Ann< our answer by Wed 25 Nov, 09:30 | 11月25日 周三 09:30前给您答复
        """
        + asked
        + """
        Ann> [Yes, until then]
        Ann< We will keep Mon 30 Nov, 18:00 | 一定在11月30日 周一 18:00前完成
        Ann> status | 状态
        Ann< our answer by Mon 30 Nov, 18:00 | 11月30日 周一 18:00前给您答复
        Liu> why T-261123-0001 | 为什么 T-261123-0001
        Liu< our answer to the complaint: Mon 30 Nov, 18:00, as the customer agreed | 客户已同意
        """
    )


@pytest.mark.rule("CMP-19")
async def test_nobody_promises_more_than_he_may(desk: World) -> None:
    proposed = ANSWERED.replace("Chen> [Skip]", "Chen> 800")
    await desk.play(
        LODGED
        + ROUTED
        + PLANNED
        + proposed.replace("800", "9000")
        + """
        Chen< Nobody here may promise more than | 这里最多只能承诺
        """
        + proposed
        + """
        Chen< is being approved | 正在审批
        Ann!! The new drawer is in | 新抽屉已换好
        Zhao< Chen proposes CN¥800.00 | 小陈建议补偿¥800.00
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu> [Approve]
        Liu< more than you may promise | 超出您的审批权限
        Zhao> [Send back]
        Zhao> Half of it will do | 一半就够了
        Chen< CN¥800.00 is not approved: Half of it will do | 补偿¥800.00未获批准：一半就够了
        """
        + proposed.replace("800", "400")
        + """
        Liu< Chen proposes CN¥400.00 | 小陈建议补偿¥400.00
        Liu> [Approve]
        Ann< As compensation you get CN¥400.00 | 另补偿您¥400.00
        Chen< Liu approved CN¥400.00 | 已批准投诉 T-261123-0001 的补偿¥400.00
        """
    )


@pytest.mark.rule("CMP-03")
async def test_silence_is_asked_about_and_not_taken_for_content(desk: World) -> None:
    await desk.play(
        LODGED
        + ROUTED
        + PLANNED
        + ANSWERED
        + """
        ... until Tue 09:31
        Ann< Is our answer to T-261123-0001 enough for you? | 投诉 T-261123-0001 的处理结果，您满意吗
        ... until Thu 09:31
        Liu< Please ask Ann Lee | 请致电李雷
        Liu> [Close]
        Liu> Satisfied, on the phone | 电话确认满意
        Ann< T-261123-0001 was closed by Liu: Satisfied, on the phone | 电话确认满意
        """
    )


@pytest.mark.rule("CMP-14")
@pytest.mark.rule("CMP-19")
@pytest.mark.rule("CMP-23")
async def test_a_batch_the_loss_and_what_matters_are_on_record(desk: World) -> None:
    about_a_batch = LODGED.replace("[The service]", "[Quality of the product]").replace(
        "    Ann> A new drawer", "    Ann> Batch 7, 12 pieces | 七批，12件\n    Ann> A new drawer"
    )
    await desk.play(
        about_a_batch
        + """
        Liu< Quality of the product: The drawer | 产品质量：抽屉
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu< About: Batch 7, 12 pieces | 涉及：七批，12件
        """
        + ROUTED
        + """
        Liu> [Who is liable]
    Liu> [the company]
    Liu> Batch 7 was glued badly | 七批胶合不良
    Liu> [Production (workmanship) | 生产部（工艺）]
    Liu> 3600
    Liu> [Send]
    Chen< Provisional loss of Production (workmanship): CN¥3,600.00 | 暂定由生产部（工艺）承担损失¥3,600.00
        """
        + PLANNED.replace("[Skip]", "That somebody calls | 希望有人回电")
        + """
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu< That somebody calls | 希望有人回电
        Ann!! That somebody calls | 希望有人回电
        """
    )
