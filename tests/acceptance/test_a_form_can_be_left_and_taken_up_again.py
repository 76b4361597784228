"""Digressions, a second form, silence, another language in the middle, steps back."""

from __future__ import annotations

import pytest

from tests.acceptance.quotes import UNPAID
from tests.acceptance.scripts import ACCEPTED, REPORTED, VISITED
from tests.acceptance.world import World

BED = REPORTED.replace("sofa seat is sagging | 我家沙发坐垫塌陷了", "bed creaks | 我家的床吱嘎响")
KNOWN_BY_NOW = """\
    Ann> Ann Lee | 李雷
    Ann> 138 0013 8000
    Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
"""
ANOTHER = BED.replace(KNOWN_BY_NOW, "").replace("0001", "0002")
HALF = """
    Ann> My sofa seat is sagging | 我家沙发坐垫塌陷了
    Ann> [No, not solved]
    Ann> [Skip]
    Ann< Is it urgent, or is anybody in danger?
"""


@pytest.mark.rule("CHN-04")
async def test_a_digression_is_answered_and_the_question_put_again(desk: World) -> None:
    await desk.play(
        HALF
        + """
        Ann> contact | 联系方式
        Ann< 0571-0000 1001
        Ann< Is it urgent, or is anybody in danger?
        Ann> status | 状态
        Ann< You have no open ticket.
        Ann< Is it urgent, or is anybody in danger?
        Ann> 1
        Ann< What is your name?
        """
    )


async def test_the_language_changes_in_the_middle(desk: World) -> None:
    await desk.play("Ann> repair | 报修")
    await desk.play("Ann> english\nAnn< English from now on\nAnn< Which product is it?\nAnn< [Cancel | Cancel]")
    await desk.play("Ann> 中文\nAnn< 从现在起说中文\nAnn< 哪件产品\nAnn< [取消 | 取消]")
    await desk.play("Ann> language\nAnn> [English | English]\nAnn< Which product is it?")


async def test_a_second_form_asks_which_to_go_on_with(desk: World) -> None:
    await desk.play(
        HALF
        + """
        Ann> erase my data | 删除我的数据
        Ann< You have begun: Report a fault | 您正在进行“我要报修”
        Ann> 1
        Ann< Is it urgent, or is anybody in danger?
        Ann> forget me | 注销
        Ann> [Start: Erase my data | 改为：删除我的数据]
        Ann< This cannot be undone | 删除后无法恢复
        Ann> [No, keep it]
        Ann> 1
        Ann! What is your name?
        """
    )


async def test_a_button_of_a_ticket_does_not_throw_a_half_filled_form_away(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        Ann> repair | 报修
        Ann> S-202305-042
        Ann> [Other time]
        Ann< You have begun: Report a fault | 您正在进行“我要报修”
        Ann> [Go on: Report a fault | 继续：我要报修]
        Ann< [OAK wardrobe]
        Ann> [Other time]
        Ann> 2
        Ann< Which of these times suits you?
        """
    )


async def test_an_answer_that_begins_like_another_form_is_still_an_answer(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Ann> [All in order]
        ... 1 hour
        Ann> [Satisfied]
        Ann> repair was quick | 维修很快
        Ann< Thank you. That helps us.
        """
    )


@pytest.mark.rule("CHN-17")
async def test_silence_is_asked_about_once_and_then_the_form_is_put_away(desk: World) -> None:
    await desk.play(
        HALF
        + """
        ... 29 minutes
        Ann! Are you still there? | 您还在吗
        ... 2 minutes
        Ann< Are you still there? | 您还在吗
        ... 23 hours
        Ann! put away | 已关闭
        ... 1 hour
        Ann< the form is put away. Nothing was sent | 这份表单已关闭，没有提交
        Ann> status | 状态
        Ann! urgent | 紧急
        """
    )


async def test_back_goes_back_and_cancel_ends(desk: World) -> None:
    await desk.play(
        HALF
        + """
        Ann> back | 返回
        Ann< send photos | 拍几张
        Ann> 0
        Ann< Please describe it, or skip.
        Ann> [Back]
        Ann< Did it help? | 问题解决了吗
        Ann> cancel | 取消
        Ann< Nothing was sent | 没有提交任何内容
        Ann> status | 状态
        Ann< You have no open ticket.
        """
    )


async def test_the_words_on_a_button_can_be_typed(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + """
        ... until Mon 12:05
        Ann> Confirm | 确认
        Ann< See you | 谢谢您
        Zhang> arrived | 已到达
        Zhang< shoe covers | 鞋套
        """
    )


async def test_a_typed_button_of_several_tickets_asks_which(desk: World) -> None:
    await desk.play(
        REPORTED
        + ANOTHER
        + """
        Ann> Cancel the visit | 取消报修
        Ann< Which ticket do you mean?
        Ann> [F-261123-0002 Bed, mattress | F-261123-0002 床、床垫]
        Ann> [Yes, cancel it]
        Ann> [Skip]
        Ann< F-261123-0002
        """
    )
    assert (await desk.ticket("F-261123-0001")).state == "new"


async def test_whatever_is_sent_gets_an_answer(desk: World) -> None:
    texts = ("0", "?", "\x00", "🛋️", "<b>bold</b>", "\u202eright to left", "x" * 100_000, "  ", "1", "/start", "SELECT")
    for text in texts:
        seat = await desk.seat("Ann")
        await desk.says("Ann", text)
        assert seat.new, text[:20]
        await desk.play("Ann> cancel | 取消")
    await desk.play("Ann> (sticker)\nAnn< I cannot use that here.\nAnn> (contact +8613800138000)\nAnn< cannot | 无法")


async def test_two_forms_of_the_same_name_are_told_apart_by_their_tickets(desk: World) -> None:
    await desk.play(
        UNPAID
        + ANOTHER
        + """
        Chen> ticket F-261123-0002 | 工单 F-261123-0002
        Chen> [Quote]
        Chen> New slats | 换床板条
        Chen> open | 未完成
        Chen> [F-261123-0001]
        Chen> [Quote] F-261123-0001
        Chen< 0002. Go on with it, or start: Write a quote, F-261123-0001? | 还是改为“填写报价（F-261123-0001）”
        Chen> [Go on: Write a quote, F-261123-0002 | 继续：填写报价（F-261123-0002）]
        Chen< How much does the labour cost? | 工时费多少？
        """
    )


async def test_a_menu_says_of_which_ticket_it_is_and_another_can_be_looked_at_meanwhile(desk: World) -> None:
    await desk.play(
        REPORTED
        + ANOTHER
        + """
        Chen> ticket F-261123-0001 | 工单 F-261123-0001
        Chen> [Assign]
        Chen< Assign a technician, F-261123-0001 | 派工（F-261123-0001）
        Chen> ticket F-261123-0002 | 工单 F-261123-0002
        Chen< Bed, mattress | 床、床垫
        Chen< Who goes? | 请问派哪位师傅？
        """
    )
