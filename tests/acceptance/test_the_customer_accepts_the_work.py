"""Only the customer says that it is done; or a supervisor closes, with a reason."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import FINISHED, VISITED
from tests.acceptance.world import World


@pytest.mark.rule("FLT-17")
@pytest.mark.rule("FLT-18")
async def test_accepted_means_closed(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Ann> All in order | 没问题，验收
        Ann< F-261123-0001 is closed | 工单 F-261123-0001 已办结
        Zhang< The customer accepted F-261123-0001 | 客户已验收
        """
    )
    ticket = await desk.ticket("F-261123-0001")
    assert ticket.state == "closed"
    assert ticket.facts["accepted_at"]


@pytest.mark.rule("FLT-18")
async def test_the_order_clerk_has_a_list_of_what_was_confirmed_and_what_was_not(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Chen> vouchers 2026-11 | 服务凭证 2026-11
        Chen< Vouchers from 2026-11-01 to 2026-11-30: 0 | 2026-11-01 至 2026-11-30 服务凭证：0
        Chen< F-261123-0001, Zhang: finished, not confirmed by Ann Lee | 张师傅：已完工，李雷尚未确认
        Ann> [All in order]
        Chen> vouchers | 服务凭证
        Chen< F-261123-0001, Zhang: Sofa | 张师傅：沙发
        Chen< Ann Lee confirmed it Mon 23 Nov, 14:05 | 李雷于11月23日 周一 14:05确认
        Zhang> vouchers | 服务凭证
        Zhang! confirmed it | 确认
        """
    )


@pytest.mark.rule("FLT-17")
async def test_not_in_order_opens_it_again_and_counts_as_rework(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        Ann> [Not in order]
        Ann> It still sags | 还是塌
        Ann> (photo still)
        Ann> [Done]
        Liu< does not accept the work: It still sags | 客户验收未通过：还是塌
        Liu< (photo still)
        Zhang< It still sags | 还是塌
        Ann< choose a new time | 重新选择上门时间
        Ann> [Other time]
        Ann> [Tue 24 Nov, 14:00–16:00 | 11月24日 周二 14:00–16:00]
        Zhang< New time for F-261123-0001 | 工单 F-261123-0001 改约
        Zhang< (photo still)
        ... until Tue 14:01
        Zhang> [Arrived]
        """
        + FINISHED
        + """
        Ann> [All in order]
        """
    )
    ticket = await desk.ticket("F-261123-0001")
    assert (ticket.state, ticket.facts["rework"]) == ("closed", 1)


@pytest.mark.rule("FLT-18")
async def test_the_technician_cannot_close_it_for_the_customer(desk: World) -> None:
    await desk.play(VISITED)
    ref = (await desk.ticket("F-261123-0001")).ref
    for action in ("accept_work", "close"):
        await desk.play(f"Zhang> (press m:{ref}:{action})\nZhang< That is for somebody else to do.")
    assert (await desk.ticket("F-261123-0001")).state == "finished"


@pytest.mark.rule("FLT-17")
async def test_silence_is_asked_about_once_and_then_the_supervisor_closes_with_a_reason(desk: World) -> None:
    await desk.play(
        VISITED
        + """
        ... until Tue 14:06
        Ann< Is everything in order with F-261123-0001 | 已完工，请问一切都没问题吗
        ... until Thu 14:06
        Liu< the customer has not answered. Please ask | 客户一直未验收
        Liu> [Close]
        Liu> She said on the phone that it is fine | 电话里说没问题
        Ann< closed by Liu: She said on the phone | 已由刘主管关闭，原因：电话里说没问题
        Zhang< was closed: She said | 已关闭，原因：电话里说没问题
        ... 5 days
        Ann!! How was our service | 满意吗
        """
    )
    assert (await desk.ticket("F-261123-0001")).state == "closed"


async def test_a_dispatcher_cannot_close(desk: World) -> None:
    await desk.play(VISITED)
    ref = (await desk.ticket("F-261123-0001")).ref
    await desk.play(f"Chen> (press m:{ref}:close)\nChen< That is for somebody else to do.")
