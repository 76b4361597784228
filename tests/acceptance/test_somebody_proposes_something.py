"""A proposal: passed on, adopted, declined or kept, graded, rewarded."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.acceptance.test_the_manager_gets_the_analysis import FIRST, made
from tests.acceptance.world import World

NEW_YEAR = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)

MADE = """
    Ann> I have a suggestion | 我有建议
    Ann> [After-sales service | 售后服务]
    Ann< belongs to the shop | 归公司所有
    Ann> Come on Saturdays as well | 周六也上门
    Ann> [Skip]
    Ann> Ann Lee | 李雷
    Ann> [Send]
    Ann< Your proposal is P-261123-0001 | 您的提案编号是 P-261123-0001
"""
MADE_AGAIN = MADE.replace("    Ann> Ann Lee | 李雷\n", "")
GRADED = """
    Liu> [Grade]
    Liu> [8: very good]
    Liu> [6: good]
    Liu> [8: very good]
    Liu> [Send]
    Liu< 22 points. On average 22.0 | 22分，平均22.0分
"""
OF_A_COLLEAGUE = """
    Zhang> suggestion | 建议
    Zhang> 2
    Zhang> Thicker screws | 换粗一点的螺丝
    Zhang> [Skip]
    Zhang> [Send]
"""


@pytest.mark.rule("SUG-01")
@pytest.mark.rule("SUG-02")
@pytest.mark.rule("SUG-03")
@pytest.mark.rule("SUG-04")
@pytest.mark.rule("SUG-07")
async def test_it_is_studied_adopted_and_carried_out(desk_on_either: World) -> None:
    await desk_on_either.play(
        MADE
        + """
        Liu< P-261123-0001 of Ann Lee, After-sales service: Come | 新提案 P-261123-0001，提案人李雷，售后服务：周六
        Liu> [Pass on]
        Liu> [Zhang: technician | 张师傅：师傅]
        Zhang< Please say what you think of it by Mon 7 Dec, 09:30 | 请在12月7日 周一 09:30前填写研究意见
        Zhang> [My opinion]
        Zhang> Two of us would do | 安排两人就够
        Liu< Zhang thinks: Two of us would do | 张师傅的意见：安排两人就够
        Liu> [Adopt]
        Liu> Visits on Saturdays | 周六安排上门
        Liu> 2
        Liu> [Together with the customer]
        Liu> Folder 7 | 7号档案
        Liu> [Send]
        Ann< is adopted, thank you! This is what we do: Visits on Saturdays | 已被采用，谢谢您！实施措施：周六安排上门
        Ann< belongs to both of us | 由双方共有
        Liu> ticket P-261123-0001 | 工单 P-261123-0001
        Liu> [Carried out]
        Ann< is carried out: Visits on Saturdays | 已实施：周六安排上门
        """
    )


@pytest.mark.rule("SUG-06")
async def test_a_kept_one_is_decided_within_two_months(desk: World) -> None:
    await desk.play(
        MADE
        + """
        Liu> [Keep]
        Liu> We count how many ask | 先统计需求
        Ann< We keep your proposal P-261123-0001 for further study: We count how many ask | 将保留研究：先统计需求
        Ann> status | 状态
        Ann< After-sales service: kept for further study | 售后服务：保留研究
        ... 41 days
        Liu! still kept | 仍在保留
        ... 2 days
        Liu< still kept | 仍在保留
        ... 18 days
        Zhao< nothing is decided | 仍未作出决定
        """
    )


@pytest.mark.rule("SUG-05")
@pytest.mark.rule("SUG-09")
async def test_a_declined_one_is_answered_with_thanks_and_five_earn_a_certificate(desk: World) -> None:
    for number in range(1, 6):
        made = MADE if number == 1 else MADE_AGAIN
        await desk.play(
            made.replace("0001", f"000{number}")
            + f"""
            Liu> [Decline] P-261123-000{number}
            Liu> The law forbids it. | 法规不允许。
            Ann< Thank you for your proposal P-261123-000{number} | 感谢您的提案 P-261123-000{number}
            """
        )
        await desk.play("Ann< certificate | 奖状" if number == 5 else "Ann! certificate | 奖状")
    await desk.play("Liu< Please hand over a certificate | 请颁发感谢奖状")


@pytest.mark.rule("SUG-08")
async def test_the_committee_grades_it_and_the_reward_follows(desk: World) -> None:
    await desk.play(
        MADE
        + GRADED
        + """
        Liu> ticket P-261123-0001 | 工单 P-261123-0001
        Liu> [Reward]
        Liu< too few of the committee have graded it | 评审人数不足
        Zhao> ticket P-261123-0001 | 工单 P-261123-0001
        Zhao> [Grade]
        Zhao> [6: good]
        Zhao> [6: good]
        Zhao> [6: good]
        Zhao> [Send]
        Zhao< On average 20.0 | 平均20.0分
        Zhao> ticket P-261123-0001 | 工单 P-261123-0001
        Zhao> [Reward]
        Ann< Grade B. Your reward is CN¥500.00 | 评定为二等，奖励¥500.00
        Chen< Please hand Ann Lee | 请向李雷
        """
    )


@pytest.mark.rule("SUG-10")
async def test_a_colleague_proposes_as_well_and_may_take_it_back(desk: World) -> None:
    await desk.play(
        OF_A_COLLEAGUE
        + """
        Zhang< Your proposal is P-261123-0001 | 您的提案编号是 P-261123-0001
        Liu< Thicker screws | 换粗一点的螺丝
        Zhang> status | 任务
        Zhang> [P-261123-0001]
        Zhang> [Withdraw]
        Zhang> [Yes, withdraw it]
        Zhang> [Skip]
        Liu< Proposal P-261123-0001 was taken back | 提案 P-261123-0001
        """
    )
    assert (await desk.ticket("P-261123-0001")).facts["source"] == "employee"


@pytest.mark.rule("SUG-10")
async def test_the_management_gets_the_list_of_each_quarter(desk_on_either: World) -> None:
    await desk_on_either.play(MADE)
    await made(desk_on_either, FIRST)
    await desk_on_either.play("Zhao!! Proposals from | 提案：1 件")
    await made(desk_on_either, NEW_YEAR)
    await desk_on_either.play(
        """
        Zhao< Proposals from 2026-10-01 to 2026-12-31: 1 | 2026-10-01 至 2026-12-31 提案：1 件
        Zhao< Ann Lee (customer): 1 | 李雷（客户）：1 件
        """
    )


ADOPTED = """
    Zhao> ticket P-261123-0001 | 工单 P-261123-0001
    Zhao> [Grade]
    Zhao> [8: very good]
    Zhao> [6: good]
    Zhao> [8: very good]
    Zhao> [Send]
    Liu> ticket P-261123-0001 | 工单 P-261123-0001
    Liu> [Reward]
    Liu> ticket P-261123-0001 | 工单 P-261123-0001
    Liu> [Adopt]
    Liu> Visits on Saturdays | 周六安排上门
    Liu> 2
    Liu> [The shop develops it]
    Liu> [Send]
"""
DECLINED = """
    Liu> [Decline] P-261123-0002
    Liu> The law forbids it. | 法规不允许。
"""
WITHDRAWN = """
    Ann> status | 状态
    Ann> [P-261123-0004 After-sales service | P-261123-0004 售后服务]
    Ann> [Withdraw] P-261123-0004
    Ann> [Yes, withdraw it]
    Ann> [Skip]
    Ann< P-261123-0004
"""


@pytest.mark.rule("SUG-09")
@pytest.mark.rule("SUG-10")
async def test_the_supervisor_sees_who_proposed_what_in_a_year(desk: World) -> None:
    await desk.play(
        MADE
        + GRADED
        + ADOPTED
        + MADE_AGAIN.replace("0001", "0002")
        + DECLINED
        + OF_A_COLLEAGUE
        + MADE_AGAIN.replace("0001", "0004")
        + WITHDRAWN
        + """
        Liu> proposal report 2026 | 提案统计 2026
        Liu< Proposals from 2026-01-01 to 2026-12-31: 3 | 2026-01-01 至 2026-12-31 提案：3 件
        Liu< Ann Lee (customer): 2, adopted 1, declined 1, points 22.0, reward CN¥500.00 | 李雷（客户）：2 件，采用 1，婉拒 1，得分 22.0，奖励 ¥500.00
        Liu< Zhang (employee): 1, adopted 0, declined 0, points –, reward CN¥0.00 | 张师傅（员工）：1 件，采用 0，婉拒 0，得分 –，奖励 ¥0.00
        Zhao> proposal report 2025 | 提案统计 2025
        Zhao< Proposals from 2025-01-01 to 2025-12-31: 0 | 2025-01-01 至 2025-12-31 提案：0 件
        Zhao> proposal report soon | 提案统计 以后
        Zhao< For example: proposal report 2026 | 例如：提案统计 2026
        Chen> proposal report 2026 | 提案统计 2026
        Chen! Ann Lee | 李雷
        """  # noqa: E501 - what is seen in both languages stands on one line
    )


async def test_photos_sent_without_a_question_are_not_taken_for_the_proposal(desk: World) -> None:
    await desk.play(
        MADE
        + """
        Ann> (photo p1)
        Ann< Which product is it? | 产品
        """
    )
