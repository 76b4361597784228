"""*Mine* is a word that has to be kept: handed back, taken over, or lost when nothing is done."""

from __future__ import annotations

import pytest

from tests.acceptance.complaints import LODGED, ROUTED
from tests.acceptance.scripts import ACCEPTED, ON_SITE, REPORTED
from tests.acceptance.world import World

CALLED = (
    LODGED
    + """
    Liu< The drawer came with a crack | 抽屉送来就是裂的
"""
)
HELP = """
    Zhang> [Need help]
    Zhang> The frame is cracked inside | 里面的框架裂了
    Zhang> [Skip]
    Wang< The frame is cracked inside | 里面的框架裂了
"""
FIVE = ("Liu", "Sun", "Zhou", "Wang", "Chen")


@pytest.mark.rule("ESC-01")
async def test_it_climbs_again_if_nothing_is_done_and_all_who_were_called_hear(desk_on_either: World) -> None:
    await desk_on_either.change("Sun", roles=frozenset({"supervisor"}))
    await desk_on_either.play(
        CALLED
        + """
        Sun< The drawer came with a crack | 抽屉送来就是裂的
        Liu> [Mine]
        Liu< If nothing is done about it by Mon 23 Nov, 10:30 | 若到11月23日 周一 10:30仍无任何处理
        ... 59 minutes
        Zhao!! The drawer came | 抽屉送来
        ... 2 minutes
        Zhao< Liu took this, and nothing has been done since | 刘主管认领后一直没有处理
        Zhao< The drawer came with a crack | 抽屉送来就是裂的
        Liu< You took this, and nothing has been done since | 您认领后一直没有处理
        Sun< Liu took this, and nothing has been done since | 刘主管认领后一直没有处理
        Liu> mine | 我的
        Liu< You have claimed nothing | 您还没有认领任何工单
        Zhao> [Mine]
        Zhao< yours now | 现由您处理
        Zhao< Liu takes care of it | 刘主管认领
        Zhao< Liu has done nothing about it, so it calls for: manager | 刘主管认领后未处理，上报：经理
        Zhao< Zhao takes care of it | 赵经理认领
        """
    )


@pytest.mark.rule("ESC-01")
async def test_at_the_top_it_calls_for_the_same_again(desk: World) -> None:
    await desk.play(
        CALLED
        + """
        ... 11 minutes
        Zhao> [Mine]
        ... 61 minutes
        Zhao< You took this, and nothing has been done since | 您认领后一直没有处理
        Zhao> unclaimed | 未认领
        Zhao< T-261123-0001
        """
    )


@pytest.mark.rule("ESC-01")
async def test_doing_something_keeps_it(desk: World) -> None:
    await desk.play(
        CALLED
        + "Liu> [Mine]\n"
        + ROUTED
        + """
        ... 3 hours
        Zhao!! nothing has been done | 没有处理
        Liu> mine | 我的
        Liu< T-261123-0001
        """
    )


async def test_a_word_of_the_customer_is_not_yet_something_done(desk: World) -> None:
    await desk.play(
        CALLED
        + """
        Liu> [Mine]
        Ann> human | 人工
        ... 61 minutes
        Zhao< Liu took this, and nothing has been done since | 刘主管认领后一直没有处理
        """
    )


@pytest.mark.rule("ESC-01")
async def test_whoever_has_it_may_hand_it_back(desk_on_either: World) -> None:
    await desk_on_either.change("Sun", roles=frozenset({"supervisor"}))
    await desk_on_either.play(
        CALLED
        + """
        Liu> [Mine]
        Liu> [Hand back]
        Liu< You have handed back T-261123-0001 | 您已放回 T-261123-0001
        Sun< Liu has handed this back | 刘主管已将此事放回
        Zhao!! handed this back | 将此事放回
        Liu> [Hand back]
        Liu< You have not taken this | 这件事不是由您认领的
        Liu> hand back | 放回
        Liu< You have claimed nothing | 您还没有认领任何工单
        Liu> [Mine]
        Liu> hand back T-261123-0001 | 放回 T-261123-0001
        Liu< You have handed back T-261123-0001 | 您已放回 T-261123-0001
        Sun> [Mine]
        Sun> hand back | 放回
        Sun< You have handed back T-261123-0001 | 您已放回 T-261123-0001
        ... 11 minutes
        Zhao< Nobody has taken care yet | 尚无人处理
        """
    )


async def test_what_the_only_one_on_a_level_hands_back_goes_up(desk: World) -> None:
    await desk.play(
        CALLED
        + """
        Liu> [Mine]
        Liu> [Hand back]
        Zhao< Liu has handed this back | 刘主管已将此事放回
        Zhao> [Mine]
        Zhao< yours now | 现由您处理
        """
    )


async def test_what_is_settled_cannot_be_handed_back(desk: World) -> None:
    await desk.play(
        CALLED
        + """
        Liu> [Mine]
        Ann> [Withdraw]
        Ann> [Yes, withdraw it]
        Ann> It is all right now | 已经好了
        Liu> [Hand back]
        Liu< This is settled already | 此事已经办结
        Zhao!! handed this back | 将此事放回
        """
    )


@pytest.mark.rule("ESC-01")
async def test_somebody_higher_takes_it_over(desk: World) -> None:
    await desk.change("Zhao", roles=frozenset({"supervisor", "manager"}))
    await desk.play(
        CALLED
        + """
        Liu> [Mine]
        Zhao> [Mine]
        Zhao< Liu has taken this already | 刘主管已在处理
        Zhao> [Take over the alert]
        Zhao< yours now | 现由您处理
        Liu< Zhao has taken over T-261123-0001 from you | 赵经理已从您手中接管 T-261123-0001
        Liu> [Mine]
        Liu< Zhao has taken this already | 赵经理已在处理
        """
    )


@pytest.mark.rule("ESC-01")
async def test_got_it_from_everybody_stops_nothing(desk_on_either: World) -> None:
    said = ("got it | 收到，谢谢！", "👍🏻", "OK!", "收到", "noted | 知道了")
    world = desk_on_either
    await world.play(REPORTED + ACCEPTED + ON_SITE)
    for name in FIVE:
        await world.change(name, roles=frozenset({"supervisor"}))
    await world.play(HELP)
    for name, words in zip(FIVE, said, strict=True):
        await world.play(
            f"""
            {name}> {words}
            {name}< Only the button Mine counts | 只有点击认领按钮才算
            """
        )
    await world.play(
        """
        ... 11 minutes
        Zhao< Nobody has taken care yet | 尚无人处理
        Chen> got it | 收到
        Chen> [Mine: F-261123-0001 | 由我处理：F-261123-0001]
        Chen< yours now | 现由您处理
        Liu> got it | 收到
        Liu! Only the button | 只有点击
        """
    )
