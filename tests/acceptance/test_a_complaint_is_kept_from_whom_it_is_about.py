"""Who sees a complaint about somebody: everybody who looks into it, but not he himself."""

from __future__ import annotations

import pytest

from bot.dialogue.words import Words
from bot.placards import placard
from core.desk import Desk
from core.errors import NotFound
from core.people import Chat
from core.ports import Board, Topic, Unit
from core.reach import lost
from tests.acceptance.complaints import LODGED
from tests.acceptance.scripts import VISITED
from tests.acceptance.world import World

ABOUT_ZHANG = LODGED.replace("[The service]", "[Somebody's conduct]").replace(
    "    Ann> [Skip]\n    Ann> A new drawer",
    "    Ann> [F-261123-0001 Sofa | F-261123-0001 沙发]\n    Ann> [Zhang]\n    Ann> A new drawer",
)
ABOUT_LIU = LODGED.replace("[The service]", "[Somebody's conduct]").replace(
    "    Ann> A new drawer |", "    Ann> Your supervisor Liu | 你们的刘主管\n    Ann> A new drawer |"
)
ABOUT_ZHAO, ABOUT_CHEN = (
    ABOUT_LIU.replace("Your supervisor Liu | 你们的刘主管", who)
    for who in ("Your manager Zhao | 你们的赵经理", "Chen on the phone | 电话里的小陈")
)


@pytest.mark.rule("CMP-01")
async def test_the_technician_complained_about_does_not_see_it_and_does_not_look_into_it(desk: World) -> None:
    told = ABOUT_ZHANG.replace("    Ann> Ann Lee | 李雷\n    Ann> 138 0013 8000\n", "")
    await desk.play(
        VISITED
        + """
        Ann> [All in order]
        """
        + told
        + """
        Liu< T-261123-0001
        Zhang! T-261123-0001
        Zhang> my jobs | 我的任务
        Zhang! T-261123-0001
        Liu> [Route]
        Liu> [After-sales service | 售后服务部]
        Liu> [Skip]
        Liu< Wang: technician | 王师傅：
        Liu! Zhang: | 张师傅：
        Liu> [Wang: technician | 王师傅：师傅]
        Wang< T-261123-0001 is yours to look into | 投诉 T-261123-0001 由您负责调查
        Wang< Ann Lee, +8613800138000 | 李雷
        Zhang!! T-261123-0001
        """
    )
    zhang = await desk.person("Zhang")
    ref = (await desk.ticket("T-261123-0001")).ref

    def look(unit: Unit) -> object:
        return Desk(unit, desk.shop, desk.at).seen_by(zhang, ref)

    with pytest.raises(NotFound):
        await desk.do(look)


@pytest.mark.rule("CMP-01")
async def test_one_about_the_supervisor_goes_to_the_manager_and_is_not_found_by_him(desk: World) -> None:
    await desk.play(
        ABOUT_LIU
        + """
        Zhao< Complaint T-261123-0001 | 新投诉 T-261123-0001
        Liu!! T-261123-0001
        Liu> open | 未完成
        Liu! T-261123-0001
        Liu> complaints | 投诉列表
        Liu< No complaint is open.
        Liu> ticket T-261123-0001 | 工单 T-261123-0001
        Liu< I cannot find that.
        Liu> why T-261123-0001 | 为什么 T-261123-0001
        Liu< I cannot find that.
        Zhao> [Route]
        Zhao! Liu: | 刘主管：
        """
    )


@pytest.mark.rule("CMP-01")
async def test_no_list_shows_it_to_him(desk: World) -> None:
    await desk.play(
        ABOUT_LIU
        + """
        Zhao> [Mine]
        Liu> (press a:1)
        Liu< I cannot find that.
        ... until Thu 10:00
        Liu> overdue | 超时
        Liu< Nothing is overdue.
        Liu> unclaimed | 未认领
        Liu< Everything is claimed.
        Liu> undelivered | 未送达
        Liu! T-261123-0001
        Liu> today | 今天
        Liu! T-261123-0001
        Liu!! T-261123-0001
        Zhao> overdue | 超时
        Zhao< T-261123-0001
        """
    )


@pytest.mark.rule("CMP-01")
async def test_the_managers_morning_does_not_count_one_about_himself(desk: World) -> None:
    await desk.play(
        ABOUT_ZHAO
        + """
        ... until Tue 09:35
        Zhao< Open: 0 | 未完成：0
        Zhao< Complaints: 0 | 投诉：0
        ... until Thu 10:00
        Zhao!! T-261123-0001
        Liu> complaints | 投诉列表
        Liu< T-261123-0001
        """
    )


@pytest.mark.rule("CMP-01")
async def test_whoever_answers_the_phone_is_not_told_that_the_customer_cannot_be_reached(desk: World) -> None:
    await desk.play(ABOUT_CHEN)

    def gone(unit: Unit) -> list[str]:
        moment = Desk(unit, desk.shop, desk.at)
        lost(moment, unit.chats.open(ann.chat, desk.language))
        return [notice.to.name for notice in moment.notices]

    ann, liu = await desk.seat("Ann"), await desk.person("Liu")
    assert await desk.do(gone) == [liu.name]


@pytest.mark.rule("CMP-01")
async def test_the_board_that_everybody_reads_has_no_topic_for_it(desk: World) -> None:
    await desk.play(
        ABOUT_LIU + LODGED.replace("    Ann> Ann Lee | 李雷\n    Ann> 138 0013 8000\n", "").replace("0001", "0002")
    )

    def shown(unit: Unit) -> list[bool]:
        found = filter(None, map(unit.tickets.numbered, ("T-261123-0001", "T-261123-0002")))
        board = Board(1, Chat("telegram", "", "-100"), desk.language)
        words = Words(desk.language, desk.shop.zone)
        return [placard(unit, desk.shop, words, Topic(board, ticket.ref), desk.at) is not None for ticket in found]

    assert await desk.do(shown) == [False, True]


@pytest.mark.rule("CMP-01")
async def test_angry_words_about_the_supervisor_go_to_the_manager(desk: World) -> None:
    await desk.play(
        """
        Ann> Outrageous, Liu laughs at me! | 太过分了，刘主管还笑话我！
        Ann> [No, go on]
        Zhao< is upset but does not complain | 没有投诉
        Liu!! laughs | 笑话
        """
    )
