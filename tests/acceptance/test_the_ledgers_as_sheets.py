"""What was done in chat stands in the ledgers of the service department."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.commands.export import written
from bot.dialogue.words import Words
from core.ledgers import ledger_named
from core.ledgers.entry import Period
from core.storage.postgres import PostgresStore
from core.storage.registers import Registers
from core.storage.sqlite import SqliteStore
from tests.acceptance.complaints import ANSWERED, LODGED, PLANNED, ROUTED
from tests.acceptance.deliveries import BOOKED, CHECKED, THE_DAY, UNPACKED, with_van
from tests.acceptance.orders import HANDED_IN, MISSING, ORDERED, with_store
from tests.acceptance.quotes import ON_SITE_UNPAID, QUOTED
from tests.acceptance.scripts import ACCEPTED, ON_SITE, REPORTED, VISITED
from tests.acceptance.shipments import ACKNOWLEDGED, PAID, SHIPPED, with_senders
from tests.acceptance.shipments import REQUESTED as SHIPMENT_REQUESTED
from tests.acceptance.test_a_complaint_leads_to_corrective_action import CARRIED_OUT, COMPLAINED, PROPOSED, REQUESTED
from tests.acceptance.test_a_delivery_from_the_booking_to_the_signature import SIGNED
from tests.acceptance.test_a_project import APPROVED as PROJECT_APPROVED
from tests.acceptance.test_a_project import PLANNED as PROJECT_PLANNED
from tests.acceptance.test_a_project import REQUESTED as PROJECT_REQUESTED
from tests.acceptance.test_a_project import WORKED
from tests.acceptance.test_an_installation import AT_WORK, FINISHED
from tests.acceptance.test_an_installation import BOOKED as FITTING_BOOKED
from tests.acceptance.test_goods_come_back import APPROVED, ASKED
from tests.acceptance.test_somebody_proposes_something import MADE
from tests.acceptance.world import World
from tests.sheets import sheet_of

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


async def ledger(world: World, name: str, folder: Path) -> list[Mapping[str, Any]]:
    """Its lines by their English heading, as whoever opens the file reads them."""
    assert isinstance(world.store, SqliteStore | PostgresStore)
    chosen, file = ledger_named(name), folder / f"{name}.xlsx"
    registers = Registers(world.store.engine.url)
    words = Words(world.language, world.shop.zone)
    await written(registers.entries(chosen.letter, NOVEMBER), chosen, world.shop, words, file)
    await registers.close()
    headings, *lines = sheet_of(file).iter_rows(values_only=True)
    return [dict(zip([each.partition("\n")[2] for each in headings], line, strict=True)) for line in lines]


def on(day: int, hour: int, minute: int = 0) -> datetime:
    """That moment of November on the clock of the shop, as a sheet has it."""
    return datetime(2026, 11, day, hour, minute)  # noqa: DTZ001 - no sheet knows zones


def in_(world: World, english: str, chinese: str) -> str:
    return english if world.language == "en" else chinese


@pytest.mark.rule("FLT-24")
async def test_repairs(desk_on_either: World, tmp_path: Path) -> None:
    await desk_on_either.play(VISITED + "Ann> [All in order]\n")
    (line,) = await ledger(desk_on_either, "repairs", tmp_path)
    assert (line["Number"], line["Phone"]) == ("F-261123-0001", "+8613800138000")
    assert line["Address"].endswith(in_(desk_on_either, "Hangzhou", "3 楼"))
    assert (line["Visit from"], line["Arrived"]) == (on(23, 14), on(23, 14, 5))
    assert (line["Technician"], line["Minutes"]) == (in_(desk_on_either, "Zhang", "张师傅"), 45)
    assert line["Work done"] == in_(desk_on_either, "Refilled the upholstery", "补充填充物")
    assert (line["Accepted"], line["Ended"]) == (on(23, 14, 5), on(23, 14, 5))


@pytest.mark.rule("FLT-24")
async def test_what_a_repair_costs_the_customer(desk: World, tmp_path: Path) -> None:
    await desk.play(ON_SITE_UNPAID + QUOTED)
    (quoted,) = await ledger(desk, "repairs", tmp_path)
    assert quoted["Cost"] is None
    await desk.play("Ann> [Agree to the quote]")
    (agreed,) = await ledger(desk, "repairs", tmp_path)
    assert agreed["Cost"] == 340


@pytest.mark.rule("ESC-05")
async def test_how_long_a_repair_was_held_up(desk: World, tmp_path: Path) -> None:
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + """
        Zhang> [Need help]
        Zhang> The frame is cracked inside | 里面的框架裂了
        Zhang> [Skip]
        ... 30 minutes
        Zhang> [Carry on]
        """
    )
    (line,) = await ledger(desk, "repairs", tmp_path)
    assert line["Held up (hours)"] == 0.5


@pytest.mark.rule("CMP-06")
async def test_complaints(desk_on_either: World, tmp_path: Path) -> None:
    await desk_on_either.play(LODGED + ROUTED + PLANNED + ANSWERED + "Ann> [Satisfied]\n")
    (line,) = await ledger(desk_on_either, "complaints", tmp_path)
    assert (line["Number"], line["Lodged"]) == ("T-261123-0001", on(23, 9, 30))
    assert line["Subject"] == in_(desk_on_either, "The service", "服务")
    assert line["Requested settlement"] == in_(desk_on_either, "A new drawer", "换一个新抽屉")
    assert line["Responsible departments"] == in_(desk_on_either, "Production (workmanship)", "生产部（工艺）")
    assert line["Looked into by"] == in_(desk_on_either, "Chen", "小陈")
    assert line["Responsible"] == in_(desk_on_either, "Nobody in particular", "没有具体责任人")
    assert (line["Answered"], line["Customer satisfied"]) == (line["Ended"], line["Ended"])
    assert line["State"] == in_(desk_on_either, "closed", "已办结")


async def test_corrective_actions(desk: World, tmp_path: Path) -> None:
    await desk.play(COMPLAINED + REQUESTED + PROPOSED + CARRIED_OUT)
    (line,) = await ledger(desk, "capa", tmp_path)
    assert (line["Number"], line["Complaint"]) == ("Q-261123-0001", "T-261123-0001")
    assert line["Preventive measure"] == in_(desk, "Test the foam of every batch", "每批泡棉都检测")
    assert line["Owner"] == in_(desk, "Wang", "王师傅")
    assert line["Approved"] == line["Carried out"] == on(23, 14, 5)
    assert line["Ended"] is None


async def test_returns(desk: World, tmp_path: Path) -> None:
    await desk.play(ASKED + APPROVED)
    (line,) = await ledger(desk, "returns", tmp_path)
    assert (line["Number"], line["Paid"], line["Refund"]) == ("R-261123-0001", 1299, 1299)
    assert line["Wants"] == in_(desk, "the money back", "退款")
    assert line["Cause"] == in_(desk, "Material", "材料质量问题")
    assert line["Rule"]


async def test_proposals(desk: World, tmp_path: Path) -> None:
    await desk.play(MADE)
    (line,) = await ledger(desk, "proposals", tmp_path)
    assert (line["Subject"], line["Source"]) == (
        in_(desk, "After-sales service", "售后服务"),
        in_(desk, "customer", "客户"),
    )
    assert line["Proposal"] == in_(desk, "Come on Saturdays as well", "周六也上门")


async def test_delivery_receipts(desk: World, tmp_path: Path) -> None:
    world = await with_van(desk)
    await world.play(BOOKED + CHECKED + THE_DAY + UNPACKED + SIGNED)
    (line,) = await ledger(world, "deliveries", tmp_path)
    assert (line["Order"], line["Signed by"]) == ("S-202611-201", in_(desk, "Ann Lee", "李雷"))
    assert line["Goods"] == "NOVA sofa NOVA-3 ×1; ROCK table ROCK-120 ×1"
    assert line["Crew"] == in_(desk, "Sun, Zhou", "孙师傅、周师傅")
    assert (line["From"], line["Signed"]) == (on(24, 9), on(24, 9, 15))


async def test_installation_acceptances(desk: World, tmp_path: Path) -> None:
    world = await with_van(desk)
    await world.play(FITTING_BOOKED + AT_WORK + FINISHED)
    (line,) = await ledger(world, "installations", tmp_path)
    assert (line["Product"], line["Serial number"]) == ("OAK-5", "SN-7")
    assert line["All points in order"] == in_(desk, "No", "否")
    assert line["Accepted by the customer"] == on(23, 14, 2)


@pytest.mark.rule("DLV-13")
async def test_vehicles_sent_with_deliveries(desk_on_either: World, tmp_path: Path) -> None:
    world = await with_van(desk_on_either)
    await world.play(BOOKED + CHECKED + THE_DAY)
    (line,) = await ledger(world, "trips", tmp_path)
    assert (line["Order"], line["From"]) == ("S-202611-201", on(24, 9))
    assert line["Crew"] == in_(world, "Sun, Zhou", "孙师傅、周师傅")
    assert (line["Set off"], line["Arrived"]) == (on(24, 8, 30), on(24, 9, 15))


@pytest.mark.rule("ORD-09")
async def test_shipments(desk_on_either: World, tmp_path: Path) -> None:
    world = await with_senders(desk_on_either)
    await world.play(SHIPMENT_REQUESTED + PAID + ACKNOWLEDGED + SHIPPED)
    (line,) = await ledger(world, "shipments", tmp_path)
    assert (line["Carrier"], line["Waybill"]) == (in_(world, "Deppon", "德邦"), "DP-778")
    assert (line["Serial numbers"], line["Made on"], line["Shipped on"]) == (
        "N3-11, R120-7",
        "2026-10-15",
        "2026-11-23",
    )
    assert line["State"] == in_(world, "on the road", "在途")


@pytest.mark.rule("ORD-02")
async def test_contracts(desk_on_either: World, tmp_path: Path) -> None:
    world = await with_store(desk_on_either)
    await world.play(HANDED_IN + MISSING + ORDERED)
    (line,) = await ledger(world, "contracts", tmp_path)
    assert (line["Number"], line["Contract"], line["Phone"]) == ("O-261123-0001", "HT-1123", "+8613800138000")
    assert (line["Model"], line["Quantity"]) == ("NOVA-3\nROCK-120", "1\n2")
    assert (line["Unit price"], line["Total"]) == ("3999\n899", 5797)
    assert (line["Signed"], line["Delivery wished"], line["Expected"]) == ("2026-11-23", "2026-11-30", "2026-11-27")
    assert line["Missing"] == in_(world, "ROCK table ROCK-120", "茶几 ROCK-120")
    assert line["Sold by"] == in_(world, "Mei", "小梅")
    assert line["Ordered from the factory"] == on(23, 9, 30)


@pytest.mark.rule("INS-12")
async def test_projects(desk_on_either: World, tmp_path: Path) -> None:
    world = await with_senders(desk_on_either)
    await world.play(PROJECT_REQUESTED + PROJECT_APPROVED + PROJECT_PLANNED + WORKED)
    (line,) = await ledger(world, "projects", tmp_path)
    assert line["Schedule"] == in_(
        world, "2026-11-30 frames in ✓; 2026-12-11 doors hung ✓", "2026-11-30 门框安装 ✓; 2026-12-11 门扇安装 ✓"
    )
    assert (line["Done by"], line["Last approval"]) == ("2026-12-18", on(23, 9, 30))
