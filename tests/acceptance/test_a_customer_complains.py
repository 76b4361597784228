"""A customer complains, in whatever he is doing, and hears what is promised."""

from __future__ import annotations

import pytest

from tests.acceptance.complaints import LODGED
from tests.acceptance.scripts import REPORTED
from tests.acceptance.world import World


@pytest.mark.rule("CMP-01")
@pytest.mark.rule("CMP-02")
@pytest.mark.rule("CMP-06")
@pytest.mark.rule("CMP-20")
async def test_a_complaint_is_heard_out_numbered_and_promised(desk_on_either: World) -> None:
    await desk_on_either.play(
        LODGED
        + """
        Ann< by Tue 24 Nov, 09:30 who looks into it | 11月24日 周二 09:30前告诉您由谁处理
        Ann< our answer by Wed 25 Nov, 09:30 | 11月25日 周三 09:30前给您答复
        Liu< Complaint T-261123-0001 of Ann Lee | 新投诉 T-261123-0001
        Liu< The drawer came with a crack | 抽屉送来就是裂的
        Liu< A new drawer | 换一个新抽屉
        Zhang!! T-261123-0001
        Ann> status | 状态
        Ann< The service: with after-sales | 服务：售后部门已受理
        Ann< You have our answer by Wed 25 Nov, 09:30 | 11月25日 周三 09:30前给您答复
        Liu> complaints | 投诉列表
        Liu< T-261123-0001
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu< Wish: A new drawer | 诉求：换一个新抽屉
        Liu! Visit: | 上门时间
        """
    )


@pytest.mark.rule("CMP-01")
async def test_a_complaint_in_the_middle_of_a_report_keeps_the_report_and_takes_its_answers_along(desk: World) -> None:
    await desk.play(
        """
        Ann> My sofa seat is sagging | 我家沙发坐垫塌陷了
        Ann> [No, not solved]
        Ann> [Skip]
        Ann> I want to complain, nobody answers the phone! | 我要投诉，电话都没人接！
        Ann< What is it mostly about? | 主要是关于哪方面
        Ann> [The service]
        Ann> [Skip]
        Ann> [Skip]
        Ann> Call me | 给我回电
        Ann> [Skip]
        Ann> Ann Lee | 李雷
        Ann> [Skip]
        Ann> [Send]
        Ann< Your complaint is T-261123-0001 | 投诉编号 T-261123-0001
        Ann< in danger? | 危险
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu< Said before: | 此前已说明
        Liu< sagging | 塌陷
        Ann> [It can wait for the visit]
        Ann> Ann Lee | 李雷
        Ann> 138 0013 8000
        Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
        Ann> [Mon 23 Nov, 14:00–16:00 | 11月23日 周一 14:00–16:00]
        Ann> [Send]
        Ann< F-261123-0001
        """
    )


@pytest.mark.rule("CMP-01")
@pytest.mark.rule("CMP-21")
async def test_who_is_beside_himself_is_asked_whether_to_make_a_complaint_of_it(desk: World) -> None:
    await desk.play(
        """
        Ann> My sofa seat is sagging | 我家沙发坐垫塌陷了
        Ann> You are all a scam, I am furious | 你们都是骗子，气死我了
        Ann< Shall I make a complaint of this | 要不要我把这件事登记为投诉
        Ann> [No, go on]
        Ann< complain | 投诉
        Ann< Did it help? | 解决了吗
        Liu< is upset but does not complain: “You are all a scam | 但没有投诉：“你们都是骗子
        """
    )


@pytest.mark.rule("CMP-01")
async def test_who_calls_it_off_goes_on_where_he_was(desk: World) -> None:
    await desk.play(
        """
        Ann> My sofa seat is sagging | 我家沙发坐垫塌陷了
        Ann> complain | 投诉
        Ann> cancel | 取消
        Ann< Cancelled. Nothing was sent.
        Ann< Did it help? | 解决了吗
        """
    )


@pytest.mark.rule("CMP-07")
async def test_a_major_one_starts_the_emergency_plan_at_once(desk: World) -> None:
    await desk.play(
        LODGED.replace("and nobody calls back", "and my child was injured").replace("也没人回电话", "孩子受伤流血了")
        + """
        Ann< serious matter: by Wed 25 Nov, 09:30 at the latest | 最迟11月25日 周三 09:30前告诉您处理进展
        Liu< MAJOR complaint T-261123-0001 | 【重大投诉】T-261123-0001
        Liu< Call within 10 minutes | 10分钟内致电客户
        Zhao< somebody is hurt or in danger | 涉及人身安全
        Zhao< Keep the evidence | 保全证据
        ... until Tue 18:00
        Zhao! has heard nothing | 仍未向客户反馈
        ... until Wed 09:31
        Zhao< the customer has heard nothing within 2 working days | 超过2个工作日仍未向客户反馈
        """
    )


@pytest.mark.rule("CMP-07")
async def test_the_supervisor_decides_how_serious_it_is(desk: World) -> None:
    await desk.play(
        LODGED.replace("A new drawer", "12,000 yuan back").replace("换一个新抽屉", "退我1.2万元")
        + """
        Liu< a large amount is at stake | 涉及金额较大
        Liu> [Not major]
        ... until Wed 10:00
        Zhao!! has heard nothing | 仍未向客户反馈
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu> [Major]
        Zhao< so marked by the supervisor | 由主管认定
        """
    )


@pytest.mark.rule("CMP-05")
async def test_a_customer_may_put_it_straight_before_the_general_manager(desk: World) -> None:
    await desk.play(
        LODGED
        + """
        Zhao!! T-261123-0001
        Ann> [Tell the manager]
        Ann< before him now | 已直接呈报总经理
        Zhao< puts T-261123-0001 before you | 直接向您反映投诉 T-261123-0001
        """
    )


@pytest.mark.rule("CMP-01")
@pytest.mark.rule("CMP-14")
async def test_an_employee_writes_one_down_for_a_customer(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Zhang> complaint | 投诉
        Zhang> F-261123-0009
        Zhang> The batch 7 chairs wobble | 第七批椅子晃动
        Zhang> [Quality of the product]
        Zhang> Exchange | 换货
        Zhang> [Skip]
        Zhang> [Send]
        Zhang< I cannot find that ticket | 没有找到这张工单
        Zhang> [Skip]
        Zhang> Han Meimei | 韩梅梅
        Zhang> 139 0013 9000
        Zhang> [Send]
        Zhang< T-261123-0001 is written down | 已登记为投诉 T-261123-0001
        Liu< Han Meimei | 韩梅梅
        Liu< The batch 7 chairs wobble | 第七批椅子晃动
        Ann!! T-261123-0001
        Chen> complaint | 投诉
        Chen> F-261123-0001
        Chen> She is angry on the phone | 客户来电很生气
        Chen> [The service]
        Chen> A call back | 回电
        Chen> [Skip]
        Chen> [Send]
        Chen< T-261123-0002 is written down | 已登记为投诉 T-261123-0002
        Ann> status | 状态
        Ann< T-261123-0002
        """
    )


async def test_a_customer_takes_it_back(desk: World) -> None:
    await desk.play(
        LODGED
        + """
        Ann> [Withdraw]
        Ann> [Yes, withdraw it]
        Ann> It was solved | 已经解决了
        Ann< T-261123-0001 is withdrawn | T-261123-0001 已撤回
        Liu< withdrawn T-261123-0001. It was solved | 已撤回投诉 T-261123-0001。已经解决了
        """
    )
