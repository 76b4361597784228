"""What the warranty does not pay is quoted, and nothing of it is done before the customer has agreed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.kinds.quote_conditions import quoted
from tests.acceptance.quotes import ON_SITE_UNPAID, QUOTED, QUOTED_BEFORE, UNPAID, WORK_DONE
from tests.acceptance.scripts import ACCEPTED, ON_SITE, REPORTED
from tests.acceptance.world import World


@pytest.mark.rule("FEE-01")
async def test_chargeable_work_waits_for_the_customers_consent(desk_on_either: World) -> None:
    await desk_on_either.play(
        ON_SITE_UNPAID
        + WORK_DONE
        + """
        Zhang< the customer has not agreed to a quote | 客户尚未同意报价
        """
        + QUOTED.replace("Zhang> [Send]", "Zhang< In all: CN¥340.00 | 合计：¥340.00\n Zhang> [Send]")
        + """
        Zhang< has the quote: CN¥340.00 in all | 合计 ¥340.00
        Zhang< Please check before I send it | 提交前请您核对
        Ann< Labour: CN¥80.00 | 工时费：¥80.00
        Ann< Parts: CN¥200.00 | 配件：¥200.00
        Ann< Travel: CN¥60.00 | 路费：¥60.00
        Ann< In all CN¥340.00 | 合计 ¥340.00
        Ann> [Agree to the quote]
        Ann< You have agreed to CN¥340.00 | 您已同意 F-261123-0001 的报价 ¥340.00
        Zhang< has agreed to CN¥340.00 | 已同意报价 ¥340.00
        Zhang> [Send]
        Ann< To be paid for F-261123-0001, as agreed: CN¥340.00 | 应付（按约定）：¥340.00
        Ann> [All in order]
        Liu> ticket F-261123-0001 | 工单 F-261123-0001
        Liu< Quote (CN¥340.00) | 报价（¥340.00）
        Liu< Agree to the quote (CN¥340.00) | 同意报价（¥340.00）
        """
    )
    assert quoted(await desk_on_either.ticket("F-261123-0001")) == Decimal(340)


@pytest.mark.rule("WAR-02")
@pytest.mark.rule("WAR-14")
async def test_damage_that_is_found_under_warranty_is_quoted_before_it_is_repaired(desk: World) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + WORK_DONE.replace("Normal wear | 正常磨损", "Misuse or damage by somebody | 使用不当或人为损坏").replace(
            "Replaced a part | 更换配件", "Refilled the upholstery | 补充填充物"
        )
        + """
        Zhang< the customer has not agreed to a quote | 客户尚未同意报价
        """
        + QUOTED
        + """
        Ann> [Agree to the quote]
        Zhang> [Send]
        Ann< Is everything in order? | 请您验收
        """
    )


@pytest.mark.rule("WAR-02")
async def test_what_comes_to_nothing_needs_no_consent(desk: World) -> None:
    await desk.play(
        ON_SITE_UNPAID
        + """
        Zhang> [Quote]
        Zhang> Only oiled | 只是上油
        Zhang> [Nothing]
        Zhang> [Nothing]
        Zhang> 0
        Zhang> [Send]
        Ann< F-261123-0001 costs you nothing: Only oiled | F-261123-0001 不收费：只是上油
        Ann! [Agree to the quote]
        Liu< Zhang charges nothing for F-261123-0001 | 张师傅对 F-261123-0001 不收费
        """
        + WORK_DONE
        + """
        Ann< Is everything in order? | 请您验收
        Ann!! To be paid | 应付
        """
    )


async def test_a_new_quote_takes_the_place_of_the_earlier_one(desk: World) -> None:
    await desk.play(UNPAID + QUOTED_BEFORE + "Ann< CN¥340.00 | ¥340.00")
    earlier = desk.seats["Ann"].buttons["F-261123-0001"]["Agree to the quote" if desk.language == "en" else "同意报价"]
    await desk.play(
        QUOTED_BEFORE.replace("200", "250")
        + f"""
        Ann< CN¥390.00 | ¥390.00
        Ann> (press {earlier})
        Ann< That was an earlier quote. What holds now is CN¥390.00 | 那是之前的报价。现在的报价是 ¥390.00
        Ann> [Agree to the quote]
        Ann< You have agreed to CN¥390.00 | 的报价 ¥390.00
        Ann> (press {earlier})
        Ann< CN¥390.00 is agreed | 报价 ¥390.00 已同意
        """
    )


async def test_who_does_not_agree_or_asks_is_taken_care_of(desk: World) -> None:
    await desk.play(
        UNPAID
        + QUOTED_BEFORE
        + """
        Ann> [Ask about the quote]
        Ann> Why two? | 为什么要两根？
        Ann< passed on | 已转达
        Chen< asks about the quote for F-261123-0001: “Why two? | 询问 F-261123-0001 的报价：“为什么要两根？
        Ann> [Do not agree]
        Ann< You do not agree to CN¥340.00 | 您不同意报价 ¥340.00
        Ann> Too dear | 太贵了
        Ann< Nothing that is charged is done | 不会进行任何收费的维修
        Chen< does not agree to CN¥340.00: “Too dear” | 不同意报价 ¥340.00：“太贵了”
        Ann> [Agree to the quote]
        Ann< The quote holds no more | 该报价已失效
        """
    )


async def test_whoever_is_with_the_customer_hears_his_question(desk: World) -> None:
    await desk.play(
        ON_SITE_UNPAID
        + QUOTED
        + """
        Ann> [Ask about the quote]
        Ann> Why two? | 为什么要两根？
        Zhang< asks about the quote for F-261123-0001: “Why two? | 询问 F-261123-0001 的报价：“为什么要两根？
        """
    )


async def test_consent_can_be_taken_back_until_somebody_is_on_the_way(desk: World) -> None:
    await desk.play(
        UNPAID
        + QUOTED_BEFORE
        + ACCEPTED
        + """
        Ann> [Agree to the quote]
        Zhang< Agreed with the customer: CN¥340.00 | 已与客户约定：¥340.00
        Ann> status | 进度
        Ann> [Take back my consent]
        Ann< You no longer agree to CN¥340.00 | 您已撤回
        Chen< no longer agrees to CN¥340.00 | 撤回了对报价 ¥340.00 的同意
        Zhang< The customer has not agreed yet | 客户尚未同意
        Ann> [Agree to the quote]
        """
        + ON_SITE
        + """
        Ann> [Take back my consent]
        Ann< no longer possible | 无法再进行
        """
    )


async def test_who_does_not_answer_is_reminded_and_then_the_quote_lapses(desk: World) -> None:
    await desk.play(
        UNPAID
        + QUOTED_BEFORE
        + """
        Ann< until Thu 26 Nov, 09:30 | 11月26日 周四 09:30
        ... until Mon 15:05
        Ann< Do you agree to CN¥340.00 | 报价 ¥340.00，您同意吗
        ... until Thu 09:31
        Ann< has lapsed | 已过期
        Chen< has not answered the quote of CN¥340.00 | 客户未答复报价 ¥340.00
        """
    )
