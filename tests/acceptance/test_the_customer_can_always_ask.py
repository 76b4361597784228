"""At any time: where it stands, please hurry, a person, my data, put something right, forget me."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import ACCEPTED, REPORTED, VISITED
from tests.acceptance.world import World


@pytest.mark.rule("FLT-07")
async def test_the_status_says_where_it_stands_who_comes_and_what_is_promised(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Ann> status | 状态
        Ann< F-261123-0001
        Ann< waiting for a technician
        Ann< repaired by Mon 30 Nov, 09:30 | 11月30日 周一 09:30前为您修好
        """
        + ACCEPTED
        + """
        Ann> status | 进度
        Ann< visit agreed
        Ann< Zhang (badge 007) comes | 张师傅（工号 007）
        Ann< [Confirm]
        """
    )


async def test_a_reminder_is_passed_on_once_in_the_policys_time(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Ann> hurry | 催单
        Ann< We have asked them to hurry | 已为您催办
        Chen< asks to hurry (1) | 催办（第 1 次）
        Ann> hurry | 催单
        Ann< passed on your reminder for F-261123-0001 already | 已经为您催办过了
        Chen! (2) | 第 2 次
        ... 4 hours
        Ann> hurry | 催单
        Chen< asks to hurry (2) | 催办（第 2 次）
        """
    )


@pytest.mark.rule("CHN-14")
async def test_a_person_is_called_with_everything_said_so_far(desk: World) -> None:
    await desk.play(
        """
        Ann> My sofa seat is sagging | 我家沙发坐垫塌陷了
        Ann> [No, not solved]
        Ann> human | 转人工
        Ann< A colleague will write or call you about F-261123-0001 | 已为您转接人工
        Ann! [Skip]
        Liu< wants to speak to a person | 要求转人工
        Liu< The seat has sunk in | 坐垫塌陷
        Liu> [Write to the customer]
        Liu> What can I do for you? | 请问有什么可以帮您？
        Ann< What can I do for you? | 请问有什么可以帮您？
        Ann> When can somebody come? | 什么时候能来？
        Ann< Added to F-261123-0001 | 已补充到工单 F-261123-0001
        ... 2 days
        Liu!! still has no technician | 仍未派工
        """
    )


async def test_with_an_open_ticket_the_person_knows_which(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Ann> human is the price negotiable? | 人工 价格能再谈谈吗？
        Liu< Ann Lee, +8613800138000 | 李雷 +8613800138000
        Liu< Ticket F-261123-0001. is the price negotiable? | 工单 F-261123-0001。价格能再谈谈吗？
        """
    )


@pytest.mark.rule("DSP-09")
async def test_what_was_given_wrongly_is_put_right(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        Ann> [Correct the data]
        Ann> [Address]
        Ann> 5 Hushan Road, Lin'an, Hangzhou | 杭州市临安区湖山路 5 号 2 楼
        Ann< Corrected for F-261123-0001 | 工单 F-261123-0001 已更正
        Chen< Hushan | 湖山路
        Zhang< were corrected | 已更正
        Zhang< Hushan | 湖山路
        Zhang> [Correct the data]
        Zhang> [Product]
        Zhang> OAK wardrobe
        Ann< OAK wardrobe
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        Liu< Ann Lee: Correct the data (Address: 5 Hushan | 李雷：更正信息（地址：杭州市临安区湖山路
        """
    )
    assert (await desk.ticket("F-261123-0001")).facts["suburb"]


async def test_a_correction_shows_no_address_to_who_has_not_accepted(desk: World) -> None:
    await desk.play(
        REPORTED
        + """
        Chen> [Zhang]
        Ann> status | 状态
        Ann> [Correct the data]
        Ann> [Phone]
        Ann> 139 1234 5678
        Zhang< were corrected | 已更正
        Zhang!! 5678
        """
    )


async def test_my_data_are_shown_and_forgotten_when_nothing_is_open(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Ann> my data | 我的数据
        Ann< Ann Lee | 李雷
        Ann< 138 0013 8000
        Ann< F-261123-0001
        Ann> [Erase my data]
        Ann< F-261123-0001 is still open | 还没有办结
        Ann> [All in order]
        Ann> forget me | 忘记我
        Ann> [No, keep it]
        Ann> forget me | 忘记我
        Ann> [Yes, erase everything]
        Ann< Your data is erased | 您的数据已全部删除
        Ann> my data | 我的数据
        Ann! Ann Lee | 李雷
        Ann! 138
        ... 9 days
        Ann! how was our service | 满意吗
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        Liu! Ann Lee | 李雷
        Liu! Wensan | 文三路
        Liu! sagging | 塌陷了
        """
    )


async def test_thanks_trouble_nobody(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        Ann> Thank you! | 谢谢！
        Ann< You are welcome.
        Zhang! Thank you | 谢谢
        """
    )
