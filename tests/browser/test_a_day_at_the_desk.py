"""The whole desk in real windows: the customer on a phone, the dispatcher at a desk, the technician on the road."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image
from playwright.async_api import Browser, Locator, expect

from bot.app import App, now
from bot.sample import furnish
from bot.settings import Settings
from tests.browser.window import DESKTOP, PHONE, Window, window
from tests.ports import free_ports

pytestmark = pytest.mark.asyncio(loop_scope="session")

CUSTOMER, TECHNICIAN, DISPATCHER, SUPERVISOR = "李雷", "张师傅", "小陈", "刘主管"
CREW = "孙师傅"


@pytest_asyncio.fixture(loop_scope="session")
async def app(tmp_path: Path) -> AsyncIterator[App]:
    settings = Settings(data=tmp_path, port=free_ports(1)[0], admin_port=0)  # type: ignore[call-arg]
    app = App(settings)
    await app.start()
    yield app
    await app.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def people(app: App, browser: Browser) -> AsyncIterator[dict[str, Window]]:
    """A window for each of the sample shop's people."""
    at = now()
    keys = await app.store.run(lambda unit: furnish(unit, app.shop, at))
    windows: dict[str, Window] = {}
    for who, key in keys.items():
        name = who.split()[0]
        if name in (CUSTOMER, TECHNICIAN, CREW, DISPATCHER, SUPERVISOR):
            windows[name] = await window(browser, **(DESKTOP if name in (DISPATCHER, SUPERVISOR) else PHONE))
            await windows[name].go(f"{app.settings.url}/#k={key}")
    yield windows
    for each in windows.values():
        await each.page.context.close()


async def test_a_fault_is_reported_carried_out_and_accepted(people: dict[str, Window], tmp_path: Path) -> None:
    customer, technician = people[CUSTOMER], people[TECHNICIAN]
    number = await report(customer, a_photo(tmp_path))
    await people[DISPATCHER].sees(number, 1)
    await tap(people[DISPATCHER], TECHNICIAN)
    await expect(bubble(technician, number).last).not_to_contain_text("13800138000")
    await tap(technician, "接单")
    await expect(bubble(technician, number).last).to_contain_text("13800138000")
    await expect(technician.page.locator(".bubble img").first).to_be_visible()
    await expect(bubble(customer, TECHNICIAN)).to_have_count(1)
    for label in ("已出发", "30分钟", "已到达", "完工"):
        await tap(technician, label)
    await expect(bubble(technician, "故障原因是什么")).to_be_visible()
    for answer in ("1", "1", "45", "跳过", "跳过"):
        await answer_next(technician, answer)
    await tap(technician, "提交")
    await tap(customer, "没问题，验收")
    await expect(bubble(customer, "已办结")).to_have_count(1)
    await people[SUPERVISOR].say(f"工单 {number}")
    await expect(bubble(people[SUPERVISOR], number).last).to_contain_text(TECHNICIAN)
    for name, each in people.items():
        await each.shot(f"day-{name}")
        assert each.complaints == []


async def test_a_delivery_is_booked_brought_and_signed_for(people: dict[str, Window]) -> None:
    customer, crew = people[CUSTOMER], people[CREW]
    number = await book(customer)
    await expect(bubble(crew, number).first).to_be_visible()
    await tap(crew, "货已验好")
    await answer_next(crew, "跳过")
    await tap(crew, "已出发")
    await tap(crew, "30分钟")
    await tap(crew, "已到达")
    await tap(crew, "已开箱验货")
    await answer_next(crew, "跳过")
    await answer_next(crew, "跳过")
    await crew.shot("delivery-crew")
    await tap(customer, "签收")
    await answer_next(customer, "李雷")
    await answer_next(customer, "跳过")
    await expect(bubble(customer, "您已收到")).to_have_count(1)
    await customer.shot("delivery-customer")
    assert customer.complaints == crew.complaints == []


async def book(customer: Window) -> str:
    await customer.say("我要送货")
    for answer in ("S-202611-201", "李雷", "138 0013 8000", "杭州市西湖区文三路 1 号 3 楼 301", "2", "2", "跳过"):
        await answer_next(customer, answer)
    await expect(bubble(customer, "大件商品，免费送货").last).to_be_visible()
    await customer.shot("delivery-windows")
    await customer.page.get_by_role("button", name=re.compile(r"^\d+月\d+日.*–")).first.click()
    await customer.shot("delivery-summary")
    await tap(customer, "提交")
    told = bubble(customer, "已为您预约送货").last
    await expect(told).to_be_visible()
    found = re.search(r"S-\d{6}-\d{4}", await told.inner_text())
    assert found
    return found[0]


async def report(customer: Window, photo: Path) -> str:
    await customer.say("我家沙发坐垫塌陷了，坐不了")
    await tap(customer, "没有解决")
    await customer.page.locator("input[type=file]").set_input_files(photo)
    await customer.page.get_by_role("button", name="发送", exact=True).click()
    await expect(customer.page.get_by_role("button", name="完成", exact=True).last).to_be_enabled()
    await tap(customer, "完成")
    await tap(customer, "可以等到上门时处理")
    await answer_next(customer, "杭州市西湖区文三路 1 号 3 楼 301")
    await customer.page.get_by_role("button", name=re.compile(r"^\d+月\d+日.*–")).first.click()
    await tap(customer, "提交")
    told = bubble(customer, "工单号").last
    await expect(told).to_be_visible()
    found = re.search(r"F-\d{6}-\d{4}", await told.inner_text())
    assert found
    return found[0]


async def tap(who: Window, label: str) -> None:
    await who.page.get_by_role("button", name=label, exact=True).last.click()


async def answer_next(who: Window, text: str) -> None:
    """Type an answer to what was asked, and wait until the desk has said something new."""
    theirs = who.page.locator(".line:not(.mine)")
    await expect(who.page.locator(".line").last).not_to_have_class(re.compile(r"\bmine\b"))
    before = await theirs.count()
    await who.say(text)
    await expect(theirs.nth(before)).to_be_visible()


def bubble(who: Window, text: str) -> Locator:
    return who.page.locator(".bubble").filter(has_text=text)


def a_photo(folder: Path) -> Path:
    path = folder / "sofa.jpg"
    Image.effect_mandelbrot((640, 480), (-2, -1, 1, 1), 30).convert("RGB").save(path)
    return path
