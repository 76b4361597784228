"""Rude, in a hurry, beside the point: the desk stays polite, understands what it can, and offers a person."""

from __future__ import annotations

from tests.acceptance.orders import with_store
from tests.acceptance.world import World

SAGGING = "Ann> My sofa seat is sagging | 我家沙发坐垫塌陷了"


async def test_who_swears_and_then_says_what_is_broken_is_helped_with_that(desk: World) -> None:
    await desk.play(
        f"""
        Ann> Fuck you all! | 你们他妈的管不管！
        Ann< Shall I make a complaint of this | 要不要我把这件事登记为投诉
        {SAGGING}
        Ann< You can say “complain” at any time | “投诉”
        Ann< Did it help? | 解决了吗
        """
    )


async def test_who_does_not_complain_has_nothing_to_check(desk: World) -> None:
    await desk.play(
        """
        Ann> You are all a scam | 你们都是骗子
        Ann> [No, go on]
        Ann! [Send]
        Ann< You can say “complain” at any time | “投诉”
        """
    )


async def test_who_is_not_understood_may_talk_to_a_person(desk: World) -> None:
    await desk.play(
        f"""
        {SAGGING}
        Ann! [Talk to a person]
        Ann> What do I know? | 我哪知道
        Ann< Please choose one of these. | 请从下面选择一项。
        Ann> [Talk to a person]
        Ann< A colleague will write or call you | 同事会
        """
    )


async def test_who_asks_for_a_person_in_a_sentence_gets_one(desk: World) -> None:
    await desk.play(
        f"""
        {SAGGING}
        Ann> I want to speak to a human! | 我要转人工！
        Ann< A colleague will write or call you | 同事会
        Liu< wants to speak to a person | 要求转人工
        """
    )


async def test_an_answer_in_passing_is_understood(desk: World) -> None:
    await desk.play(
        f"""
        {SAGGING}
        Ann> No, it still sags | 没有，还是塌的
        Ann> skip | 跳过
        Ann> the first one | 第一个
        Ann> Where are they? | 人呢？
        Ann< Please give a name | 请提供姓名
        Ann> Ann Lee | 李雷
        Ann> 138 0013 8000
        Ann> Come on!!! | 快点啊！！！
        Ann< Please give the full address | 请提供完整地址
        Ann> never mind | 算了
        Ann< Cancelled. | 已取消
        """
    )


async def test_who_asks_whether_anybody_is_there_hears_the_truth(desk: World) -> None:
    await desk.play(
        """
        Ann> Are you a robot? | 你是机器人吗？
        Ann< I am a program | 我是自动客服
        Ann< [Talk to a person]
        Ann> When are you open? | 你们几点上班？
        Ann< Our office is open now. | 现在是上班时间。
        Ann> Blah blah | 巴拉巴拉
        Ann< I am not sure what you mean. | 没有听懂
        ... until Mon 22:00
        Ann> When are you open? | 你们几点上班？
        Ann< Our office is closed now | 现在是非工作时间
        """
    )


async def test_to_wish_for_another_one_is_an_answer_and_not_the_beginning_of_something_else(desk: World) -> None:
    await desk.play(
        """
        Ann> I want to complain: the table is crooked | 我要投诉，桌子是歪的
        Ann> [Quality of the product]
        Ann> skip | 跳过
        Ann> skip | 跳过
        Ann> skip | 跳过
        Ann< What would you like us to do about it? | 您希望我们怎样解决？
        Ann> Exchange | 换货
        Ann< Photos help us | 照片
        """
    )


async def test_what_is_offered_may_be_typed_even_if_it_means_something_elsewhere(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        """
        Mei> contract | 合同
        Mei> HT-1123
        Mei> Ann Lee | 李雷
        Mei> 138 0013 8000
        Mei> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
        Mei< When was it signed? | 哪天签的？
        Mei> today | 今天
        Mei< For which day does the customer wish the delivery? | 客户希望哪天送货？
        """
    )


async def test_it_did_not_help_and_that_was_all_are_understood(desk: World) -> None:
    await desk.play(
        f"""
        {SAGGING}
        Ann> It didn't help | 没解决
        Ann> (photo seat)
        Ann> send | 提交
        Ann< Is it urgent | 情况紧急吗
        """
    )
