"""What the customer can try himself comes first, unless somebody could get hurt."""

from __future__ import annotations

import pytest

from tests.acceptance.world import World


@pytest.mark.rule("FLT-09")
async def test_first_aid_that_helps_closes_the_case_without_a_visit(desk: World) -> None:
    await desk.play(
        """
        Ann> My sofa seat is sagging | 我家沙发坐垫塌陷了
        Ann< swap them left to right | 左右、正反对调
        Ann> [Yes, solved]
        Ann> [Send]
        Ann< We have noted it as F-261123-0001 | 工单号 F-261123-0001
        Chen!! F-261123-0001
        ... 9 days
        Ann! How was our service | 满意吗
        Liu!! F-261123-0001
        """
    )
    assert (await desk.ticket("F-261123-0001")).state == "closed"


@pytest.mark.rule("FLT-09")
async def test_first_aid_that_does_not_help_goes_on_with_what_was_said(desk: World) -> None:
    await desk.play(
        """
        Ann> My sofa seat is sagging | 我家沙发坐垫塌陷了
        Ann> no | 没有
        Ann< send photos | 拍几张
        Ann! What is wrong with it? | 出了什么问题
        """
    )


@pytest.mark.rule("FLT-11")
@pytest.mark.rule("ESC-01")
async def test_in_danger_nobody_is_asked_to_try_anything(desk: World) -> None:
    await desk.play(
        """
        Ann> Smoke is coming out of my sofa, the motor is stuck | 我家电动沙发冒烟了，卡住不动
        Ann! You can try this first | 您可以先试试
        Ann> [Skip]
        Ann> Ann Lee | 李雷
        Ann> 138 0013 8000
        Ann> 1 Wensan Road, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
        Ann! When may our technician come? | 什么时候上门
        Ann> [Send]
        Ann< We call you by Mon 23 Nov, 09:40 | 11月23日 周一 09:40
        Liu< URGENT F-261123-0001 | 【紧急】F-261123-0001
        ... 9 minutes
        Zhao!! URGENT | 紧急
        ... 1 minutes
        Zhao< URGENT F-261123-0001 | 【紧急】F-261123-0001
        """
    )


@pytest.mark.rule("FLT-11")
async def test_what_is_dangerous_by_itself_is_urgent_and_says_what_to_do_at_once(desk: World) -> None:
    await desk.play(
        """
        Ann> My wardrobe leans forward | 我家衣柜往前倾斜
        Ann> [Skip]
        Ann< For your safety | 为了您的安全
        Ann> [It can wait for the visit]
        Ann> Ann Lee | 李雷
        Ann> 138 0013 8000
        Ann> 1 Wensan Road, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
        Ann> 1
        Ann> [Send]
        Ann< For your safety | 为了您的安全
        Liu< URGENT F-261123-0001 | 【紧急】F-261123-0001
        """
    )
    assert (await desk.ticket("F-261123-0001")).urgent


@pytest.mark.rule("FLT-11")
async def test_an_urgent_report_that_somebody_takes_care_of_goes_no_further(desk: World) -> None:
    await desk.play(
        """
        Ann> My bed is broken and I got hurt | 我家的床断了，人受伤了
        Ann> [Skip]
        Ann> Ann Lee | 李雷
        Ann> 138 0013 8000
        Ann> 1 Wensan Road, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
        Ann> [Send]
        Liu> [Contacted]
        ... 1 hour
        Zhao!! URGENT | 紧急
        """
    )
