"""What annoys on a telephone: raw names, a number torn in two, a button that does nothing any more."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Browser, expect

from core.people import STAFF
from tests.browser.shop import Shop
from tests.browser.window import PHONE, window

pytestmark = pytest.mark.asyncio(loop_scope="session")

TORN = "(all) => all.filter((one) => one.getClientRects().length > 1).map((one) => one.textContent)"


async def test_every_colleague_reads_what_he_is_in_his_own_language(shop: Shop, browser: Browser) -> None:
    for role in sorted(STAFF):
        at = await window(browser, **PHONE)  # a window holds one key
        await at.go(shop.link(shop.desk.register("小梅", role)))
        await expect(at.page.locator("#who")).to_have_text(re.compile(r"^[\u4e00-\u9fff]+ · 小梅$"))
        await at.page.context.close()


async def test_the_number_of_a_ticket_and_a_time_stay_on_one_line(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    for more in range(12):
        filling = "好" * more
        shop.desk.line(who.chat, f"{filling}已为您预约送货，单号 S-261123-0001。11月23日 周一 14:00–16:00见。")
    at = await window(browser, **PHONE)
    await at.go(shop.link(who))
    whole = at.page.locator(".whole")
    await expect(whole).to_have_text(["S-261123-0001", "14:00–16:00"] * 12)
    assert await whole.evaluate_all(TORN) == []
    await at.shot("whole-numbers")


async def test_how_many_photos_came_can_be_confirmed_once(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    done = (("完成", "q:2:done"), ("取消", "q:2:cancel"))
    shop.desk.line(who.chat, "已收到 1 张照片。", card="album:2", buttons=done)
    at = await window(browser, **PHONE)
    await at.go(shop.link(who))
    await shop.send(who, shop.desk.line(who.chat, "已收到 2 张照片。", card="album:2", buttons=done))
    await at.sees("已收到 1 张照片。", times=0)
    await at.page.get_by_role("button", name="完成").click()
    await at.marked("完成", "noted")
    await shop.send(who, shop.desk.line(who.chat, "谢谢。"))
    await at.sees("谢谢。")
    await expect(at.page.get_by_role("button", name="取消")).to_be_disabled()
    await expect(at.page.locator(".chosen")).to_have_text("完成")
