"""What comes after the warranty: a service contract, offered in time, signed, and offered again (FLT-27, WAR-16)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.people import Sale
from tests.acceptance.orders import with_store
from tests.acceptance.quotes import UNPAID
from tests.acceptance.world import World

HOME = Sale(
    0, "H-401", "+8613800138000", "Ann Lee", "flat", "plumbing", "3-502", "", date(2024, 6, 1), date(2024, 12, 20),
    "Building 3, Anju Garden",
)  # fmt: skip
LATER = replace(HOME, order="H-402", model="3-503", delivered_on=date(2025, 2, 1))
BENS = replace(HOME, order="H-403", model="4-101", phone="+8613911112222", customer="Ben Wu")


@pytest.fixture
async def estate(homes: World) -> World:
    """The warranty of Ann's flat and of Ben's ends on 20 December, that of her second one later; Ben is not in chat."""
    await homes.do(lambda unit: unit.sales.add([HOME, LATER, BENS]))
    await homes.change("Ann", phone=HOME.phone, phone_is_own=True)
    return homes


@pytest.mark.rule("FLT-27")
async def test_from_the_end_of_the_warranty_to_the_end_of_the_contract(estate: World) -> None:
    await estate.play(
        """
        ... 5 minutes
        Ann< The warranty of your flat 3-502 ends on 2026-12-20 | 您的flat 3-502保修期至 2026-12-20 止
        Ann! 3-503
        Ann> [Yes, call me]
        Ann< Our sales will call you | 销售同事会与您联系
        Chen< Please call Ann Lee, +8613800138000, about a service contract | 请就服务合同致电Ann Lee
        Chen> [Contract signed] V-261123-0001
        Chen> 2027-03-31
        Ann< Your service contract for flat 3-502 runs until 2027-03-31 | 服务合同有效期至 2027-03-31
        ... until Tue 10:00
        Ann!! The warranty of your flat 3-503 | flat 3-503保修期
        ... 96 days
        Ann!! The service contract for your flat | 服务合同将于
        ... 2 days
        Ann< The service contract for your flat 3-502 ends on 2027-03-31 | flat 3-502服务合同将于 2027-03-31 到期
        Ann> [No, thank you]
        Ann< Say “unsubscribe” | 退订
        """
    )


@pytest.mark.rule("FLT-27")
async def test_sales_calls_who_is_not_in_chat_and_nobody_is_asked_twice(estate: World) -> None:
    await estate.play(
        """
        ... 5 minutes
        ... 1 minute
        Chen< Please call Ben Wu, +8613911112222, about a service contract | 请就服务合同致电Ben Wu
        Chen> [No contract]
        Ann> [No, thank you]
        ... until Tue 09:00
        Ann! The warranty of your flat | 保修期
        Chen! Ben Wu
        """
    )


@pytest.mark.rule("FLT-27")
async def test_who_wants_no_news_gets_no_offer(estate: World) -> None:
    await estate.play("Ann> unsubscribe | 退订\n... 5 minutes\nAnn! The warranty of your flat | 保修期")


@pytest.mark.rule("FLT-27")
async def test_what_breaks_under_a_running_contract_is_repaired_free(desk: World) -> None:
    world = await with_store(desk)
    report = UNPAID.replace("    Ann> 138 0013 8000\n", "")
    again = report.replace("    Ann> Ann Lee | 李雷\n", "").replace("F-261123-0001", "F-261123-0002")
    await world.play(
        report
        + """
        Mei> [Contract signed] V-261123-0001
        Mei> 2027-11-23
        Ann> status | 进度
        Ann> [Cancel the visit]
        Ann> [Yes, cancel it]
        Ann> [Skip]
        """
        + again
        + """
        Ann< Your service contract V-261123-0001 runs until 2027-11-23, so the repair is free | 本次维修免费
        Chen< Service contract V-261123-0001: free of charge | 服务合同 V-261123-0001：免费
        """
    )


@pytest.mark.rule("WAR-16")
async def test_a_fault_after_the_warranty_is_a_task_for_sales(desk: World) -> None:
    world = await with_store(desk)
    await world.play(
        UNPAID.replace("    Ann> 138 0013 8000\n", "")
        + """
        Mei< agree how this fault is handled | 商定这次怎么处理
        Mei< about a service contract for OAK wardrobe | OAK wardrobe OAK-5
        Mei> [Contract signed] V-261123-0001
        Mei> 2027-11-23
        Ann< runs until 2027-11-23 | 有效期至 2027-11-23
        """
    )
