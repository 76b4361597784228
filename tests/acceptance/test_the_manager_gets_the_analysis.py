"""The analysis of last month's complaints comes by itself when the month begins to work, any other when asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile

import pytest
from PIL import Image

from bot.media.attachments import Attachments
from bot.post import Post
from bot.printing.analysis import LEASE, MOST, Analyst
from core.ledgers.entry import Period
from core.reports.complaint_report import Report
from core.storage.postgres import PostgresStore
from core.storage.registers import Registers
from core.storage.reports import complaints_of, faults_of
from core.storage.sqlite import SqliteStore
from core.tickets import Role, Ticket
from scheduler.monthly import Monthly
from tests.acceptance.complaints import ANSWERED, LODGED, PLANNED, ROUTED
from tests.acceptance.world import World
from tests.sheets import sheet_of

SETTLED = LODGED + ROUTED + PLANNED + ANSWERED + "Ann> [Satisfied]\n"
FIRST = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)  # a Tuesday, 9:00 in the shop
MINUTE = timedelta(minutes=1)
TITLES = ("Complaints from", "投诉分析")


async def made(world: World, at: datetime | None = None) -> None:
    """The timetable asks what is due, in a process that has just been started."""
    assert isinstance(world.store, SqliteStore | PostgresStore)
    registers = Registers(world.store.engine.url)

    async def read(period: Period) -> Report:
        return await complaints_of(registers, period, world.shop)

    async def read_faults(period: Period) -> Report:
        return await faults_of(registers, period, world.shop)

    world.at = at or world.at
    if at:
        for seat in world.seats.values():
            seat.new.clear()
        await Monthly(world.store, world.shop, lambda: world.at).order()
    post, pictures = Post(world.shop), world.network.pictures
    await Analyst(world.store, world.shop, post, pictures, read, lambda: world.at, read_faults).work()
    await registers.close()
    await world.look()


@pytest.mark.rule("CMP-13")
async def test_the_head_has_it_first_and_the_manager_with_his_comment(desk_on_either: World) -> None:
    world = desk_on_either
    await world.play(SETTLED)
    await made(world, FIRST - MINUTE)
    await world.play("Liu! Complaints from | 投诉分析\n")
    await made(world, FIRST)
    await world.play(
        """
        Liu< For you first: the manager gets this in 4 hours | 请您先过目：4小时后
        Liu< from 2026-11-01 to 2026-11-30, and from 2026-10-01 to 2026-10-31 | 2026-11-01 至 2026-11-30
        Liu< Lodged: 1 (0) | 受理: 1 (0)
        Liu< The service: 1 (0) | 服务: 1 (0)
        Liu< The customer is satisfied: 1 (0) | 客户满意: 1 (0)
        Liu< Answered in time: 1 (0) | 按时答复: 1 (0)
        Liu< Greeted at once: 100.0% of 1 | 即时问候：100.0%（共 1 次）
        Zhao!! Complaints from | 投诉分析
        Liu> [Comment, and send it on]
        Liu> One drawer, and we packed it badly | 一个抽屉，是我们包装不好
        Liu< 2026-11-01 to 2026-11-30 goes to the manager now | 2026-11-01 至 2026-11-30 的投诉分析现在报送经理
        """
    )
    await made(world)
    await world.play(
        """
        Zhao< from 2026-11-01 to 2026-11-30, and from 2026-10-01 to 2026-10-31 | 2026-11-01 至 2026-11-30
        Zhao< Lodged: 1 (0) | 受理: 1 (0)
        Zhao< Liu: One drawer, and we packed it badly | 刘主管：一个抽屉，是我们包装不好
        Zhao! For you first | 请您先过目
        """
    )
    for later in (FIRST + 5 * MINUTE, FIRST + timedelta(hours=5), FIRST + timedelta(days=1)):
        await made(world, later)
        await world.play("Zhao! Complaints from | 投诉分析\nLiu! Complaints from | 投诉分析\n")


@pytest.mark.rule("CMP-13")
async def test_without_a_word_of_the_head_the_manager_has_it_four_hours_later(desk: World) -> None:
    await desk.play(SETTLED)
    await made(desk, FIRST)
    await made(desk, FIRST + timedelta(hours=4) - MINUTE)
    await desk.play("Zhao!! Complaints from | 投诉分析\n")
    await made(desk, FIRST + timedelta(hours=4))
    await desk.play("Zhao< Lodged: 1 (0) | 受理: 1 (0)\n")


async def test_where_nobody_is_the_head_the_manager_does_not_wait(desk: World) -> None:
    await desk.change("Liu", roles=frozenset({Role.DISPATCHER}))
    await desk.seat("Zhao")
    await made(desk, FIRST)
    await desk.play("Zhao< No complaints. | 没有投诉。")


@pytest.mark.rule("CMP-13")
async def test_a_month_that_begins_with_holidays_waits_for_its_first_working_day(desk: World) -> None:
    await desk.seat("Liu")
    for closed in (1, 2, 7):  # the golden week
        await made(desk, datetime(2026, 10, closed, 1, 5, tzinfo=UTC))
        await desk.play("Liu! Complaints from | 投诉分析")
    await made(desk, datetime(2026, 10, 8, 1, 5, tzinfo=UTC))
    await desk.play("Liu< No complaints. | 没有投诉。")


@pytest.mark.rule("CMP-13")
async def test_it_comes_with_a_picture_and_a_sheet(desk_on_either: World, language: str, tmp_path: Path) -> None:
    world = desk_on_either
    await world.play(SETTLED)
    await made(world, FIRST)
    picture, sheet = await files(world, "Liu", tmp_path)
    with Image.open(picture) as drawn:
        assert drawn.width >= 1000
    figures = {line[1]: line[2] for line in sheet_of(sheet, "Figures" if language == "en" else "统计").values}
    assert figures["Lodged" if language == "en" else "受理"] == 1


@pytest.mark.rule("CMP-13")
async def test_it_can_be_asked_for_any_period(desk_on_either: World, tmp_path: Path) -> None:
    world = desk_on_either
    await world.play(SETTLED)
    await world.play(
        """
        Zhao> complaint report 2026-11 | 投诉分析 2026年11月
        Zhao< I am counting the complaints from 2026-11-01 to 2026-11-30 | 正在统计 2026-11-01 至 2026-11-30 的投诉
        """
    )
    await made(world)
    await world.play("Zhao< Lodged: 1 (0) | 受理: 1 (0)\n")
    assert len(await files(world, "Zhao", tmp_path)) == 2
    for asked in ("this month | 本月", "2026-11-23 to 2026-11-23 | 2026-11-23 至 2026-11-23", "2026 | 2026年"):
        said = " | ".join(
            f"{word} {part}" for word, part in zip(("complaint report", "投诉分析"), asked.split(" | "), strict=True)
        )
        await world.play(f"Zhao> {said}\n")
        await made(world)
        await world.play("Zhao< Lodged: 1 (0) | 受理: 1 (0)\n")
    await world.play(
        """
        Zhao> complaint report last month | 投诉分析 上月
        Zhao< 2026-10-01
        Zhao> complaint report 2027-01 | 投诉分析 2027-01
        Zhao< That is still to come | 这段时间还没有到
        Zhao> complaint report 9999-12 | 投诉分析 9999年12月
        Zhao< For which period | 要看哪段
        Zhao> complaint report of the bad days | 投诉分析 不好的日子
        Zhao< For which period | 要看哪段时间
        Zhao> [This month]
        Zhao< I am counting | 正在统计
        Chen> complaint report 2026-11 | 投诉分析 2026-11
        Chen! I am counting | 正在统计
        """
    )


@pytest.mark.rule("CMP-13")
async def test_a_period_that_is_over_has_the_same_figures_for_ever(desk_on_either: World) -> None:
    world = desk_on_either
    await world.play(SETTLED)
    await made(world, FIRST)
    ann, ticket = await world.person("Ann"), await world.ticket("T-261123-0001")
    await world.do(lambda unit: unit.tickets.save(changed(unit.tickets.get(ticket.ref), subject="quality")))
    await world.do(lambda unit: unit.people.erase(ann.id, "customer-1", world.at))
    await world.play("Zhao> complaint report last month | 投诉分析 上月\n")
    await made(world)
    await world.play("Zhao< The service: 1 (0) | 服务: 1 (0)\nZhao< Lodged: 1 (0) | 受理: 1 (0)\n")


async def test_whom_a_complaint_is_about_does_not_find_it_in_the_sheet(
    desk: World, language: str, tmp_path: Path
) -> None:
    await desk.play(SETTLED)
    liu, ticket = await desk.person("Liu"), await desk.ticket("T-261123-0001")
    await desk.do(lambda unit: unit.tickets.save(changed(unit.tickets.get(ticket.ref), about_person=liu.id)))
    await made(desk, FIRST)
    await desk.play("Zhao> complaint report last month | 投诉分析 上月\n")
    await made(desk)
    sheet = "Cases" if language == "en" else "明细"
    for reader, sees in (("Liu", False), ("Zhao", True)):
        _, file = await files(desk, reader, tmp_path)
        numbers = {line[3] for line in sheet_of(file, sheet).iter_rows(min_row=2, values_only=True)}
        assert numbers == {"T-261123-0001" if sees else "–"}


async def test_whoever_asks_hears_if_it_cannot_be_made(desk: World) -> None:
    async def broken(_: Period) -> Report:
        raise ZeroDivisionError

    post, pictures = Post(desk.shop), desk.network.pictures
    analyst = Analyst(desk.store, desk.shop, post, pictures, broken, lambda: desk.at, broken)
    await desk.play("Zhao> complaint report 2026-10 | 投诉分析 2026-10\n")
    for _ in range(MOST):
        await desk.play("Zhao!! could not be made | 未能生成\n")
        await analyst.work()
        desk.at += LEASE
    await desk.look()
    await desk.play("Zhao< The analysis of 2026-10-01 to 2026-10-31 could not be made | 2026-10-31 的分析未能生成\n")
    await analyst.work()


async def files(world: World, name: str, folder: Path) -> list[Path]:
    """The files of the last analysis of complaints, under the names under which they are offered."""
    seat = await world.seat(name)
    lines = await world.do(lambda unit: unit.outbox.lines(seat.chat, 0, world.at))
    brought = [line.body for line in reversed(lines) if line.body.get("photos")]
    media = next(body["photos"] for body in brought if any(title in str(body["text"]) for title in TITLES))
    attachments = Attachments(world.store, world.network.pictures)
    found = [await attachments.find(each) for each in media]
    return [Path(copyfile(file.path, folder / file.name)) for file in found if file]


def changed(ticket: Ticket | None, **facts: object) -> Ticket:
    assert ticket is not None
    return replace(ticket, facts=dict(ticket.facts) | facts)


async def test_a_button_of_another_list_is_no_answer_to_the_form_that_is_open(desk: World) -> None:
    await desk.play(
        """
        Zhao> complaint report of something | 投诉分析 什么
        Zhao> I have a suggestion | 我有建议
        Zhao> [Last month | 上月]
        Zhao< I am counting the complaints | 正在统计
        Zhao< What is your proposal about? | 哪方面
        """
    )
