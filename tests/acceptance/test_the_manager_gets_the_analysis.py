"""The analysis of last month's complaints comes by itself, once, when the month begins to work."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.post import Post
from core.complaint_report import Report
from core.ledgers.entry import Period
from core.storage.postgres import PostgresStore
from core.storage.registers import Registers
from core.storage.reports import complaints_of
from core.storage.sqlite import SqliteStore
from scheduler.monthly import Monthly
from tests.acceptance.complaints import ANSWERED, LODGED, PLANNED, ROUTED
from tests.acceptance.world import World


async def comes_round(world: World, at: datetime) -> None:
    """The timetable asks what is due, in a process that has just been started."""
    assert isinstance(world.store, SqliteStore | PostgresStore)
    registers = Registers(world.store.engine.url)

    async def read(period: Period) -> Report:
        return await complaints_of(registers, period, world.shop)

    world.at = at
    for seat in world.seats.values():
        seat.new.clear()
    await Monthly(world.store, world.shop, Post(world.shop).deliver, lambda: at, read).tell()
    await registers.close()
    await world.look()


@pytest.mark.rule("CMP-13")
async def test_on_the_first_working_day_and_once(desk_on_either: World) -> None:
    world = desk_on_either
    await world.play(LODGED + ROUTED + PLANNED + ANSWERED + "Ann> [Satisfied]\n")
    await comes_round(world, datetime(2026, 12, 1, 0, 55, tzinfo=UTC))
    await world.play("Zhao! Complaints from | 投诉分析")
    await comes_round(world, datetime(2026, 12, 1, 1, 1, tzinfo=UTC))
    await world.play(
        """
        Zhao< from 2026-11-01 to 2026-11-30, and from 2026-10-01 to 2026-10-31 | 2026-11-01 至 2026-11-30
        Zhao< Lodged: 1 (0) | 受理: 1 (0)
        Zhao< The service: 1 (0) | 服务: 1 (0)
        Zhao< The customer is satisfied: 1 (0) | 客户满意: 1 (0)
        Zhao< Answered in time: 1 (0) | 按时答复: 1 (0)
        Liu!! Complaints from | 投诉分析
        """
    )
    for again in (datetime(2026, 12, 1, 1, 5, tzinfo=UTC), datetime(2026, 12, 2, 1, 5, tzinfo=UTC)):
        await comes_round(world, again)
        await world.play("Zhao! Complaints from | 投诉分析")


@pytest.mark.rule("CMP-13")
async def test_a_month_that_begins_with_holidays_waits_for_its_first_working_day(desk: World) -> None:
    await desk.seat("Zhao")
    for closed in (1, 2, 7):  # the golden week
        await comes_round(desk, datetime(2026, 10, closed, 1, 5, tzinfo=UTC))
        await desk.play("Zhao! Complaints from | 投诉分析")
    await comes_round(desk, datetime(2026, 10, 8, 1, 5, tzinfo=UTC))
    await desk.play("Zhao< No complaints. | 没有投诉。")
