"""The page fits, can be read, and can be used without a mouse."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from playwright.async_api import Browser, expect

from bot.channels.web.front import Visitor
from tests.browser.shop import Shop
from tests.browser.window import DESKTOP, PHONE, window

pytestmark = pytest.mark.asyncio(loop_scope="session")

SMALL: dict[str, Any] = {"viewport": {"width": 320, "height": 568}, "has_touch": True}


def talk(shop: Shop) -> Visitor:
    """A conversation with one of everything in it."""
    who = shop.desk.register("林师傅", "technician")
    shop.desk.line(who.chat, "您好！\n" + "x" * 300 + "\n" + "https://shop.example/" + "长" * 90)
    long = "这是一个特别特别特别特别特别特别长的选项" * 3
    shop.desk.line(who.chat, "旧问题", buttons=((long, "q:1:0"), ("短", "q:1:1")))
    shop.desk.line(
        who.chat,
        "柜门维修\n状态：已派单\n地址：上海市徐汇区漕溪北路 18 号 1203 室\n电话：138 0013 8000\n备注",
        ticket="WX-2510-0042",
        card="42",
        buttons=(("接单", "a"), ("改时间", "b"), ("转给同事", "c")),
    )
    shop.desk.line(who.chat, "新问题？", buttons=(("是", "q:2:0"), ("不是", "q:2:1")), step=(2, 7), asks="choice")
    return who


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("name", "size"), [("phone", PHONE), ("small", SMALL), ("desktop", DESKTOP)])
async def test_everything_fits_and_can_be_read(
    shop: Shop, browser: Browser, scheme: str, name: str, size: dict[str, Any]
) -> None:
    who = talk(shop)
    at = await window(browser, **size, color_scheme=scheme)
    await at.go(shop.link(who))
    await at.say("好的，我看一下 https://shop.example")
    await at.marked("好的", "noted")
    await at.page.wait_for_timeout(400)  # until nothing moves
    await at.shot(f"looks-{name}-{scheme}")
    assert await at.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await at.page.locator("#scroll").evaluate("(one) => one.scrollWidth <= one.clientWidth")
    assert await at.page.evaluate(TOO_FAINT) == []
    assert await at.page.evaluate(NAMELESS) == []
    assert await at.page.evaluate(TOO_SMALL) == []


async def test_what_sends_the_photos_stands_out_beside_what_leaves_them(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    shop.desk.line(who.chat, "已收到 2 张照片。", buttons=(("完成", "q:1:done"), ("取消", "q:1:cancel")), asks="photos")
    at = await window(browser, **PHONE)
    await at.go(shop.link(who))
    frame = "(button) => getComputedStyle(button).borderColor"
    done, cancel = (at.page.get_by_role("button", name=name, exact=True) for name in ("完成", "取消"))
    assert await done.evaluate(frame) != await cancel.evaluate(frame)


async def test_everything_can_be_reached_by_keyboard(shop: Shop, browser: Browser) -> None:
    who = talk(shop)
    at = await window(browser)
    await at.go(shop.link(who))
    await expect(at.page.locator("#box")).to_be_focused()
    await at.page.focus("#menu-button")
    await at.page.keyboard.press("Enter")
    await expect(at.page.locator("#menu-tickets")).to_be_focused()
    await at.page.keyboard.press("ArrowDown")
    await expect(at.page.locator("#menu-help")).to_be_focused()
    await at.page.keyboard.press("Escape")
    await expect(at.page.locator("#menu-button")).to_be_focused()
    reached: set[str] = set()
    for _ in range(20):
        await at.page.keyboard.press("Tab")
        reached.add(await at.page.evaluate("document.activeElement.textContent.trim() || document.activeElement.id"))
    assert {"接单", "改时间", "转给同事", "是", "不是", "138 0013 8000", "pick", "box"} <= reached
    assert "短" not in reached


async def test_nothing_moves_for_those_who_asked_for_that(shop: Shop, browser: Browser) -> None:
    at = await window(browser, reduced_motion="reduce")
    await at.go(shop.link(talk(shop)))
    durations = await at.page.evaluate(
        "[...document.querySelectorAll('*')].map((one) => parseFloat(getComputedStyle(one).animationDuration))"
    )
    assert max(durations) <= timedelta(milliseconds=1).total_seconds()


async def test_a_screen_reader_hears_who_said_what(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    shop.desk.line(who.chat, "请问有什么可以帮您？")
    at = await window(browser)
    await at.go(shop.link(who))
    log = at.page.get_by_role("log", name="聊天记录")
    await expect(log).to_have_attribute("aria-live", "polite")
    await at.say("柜门坏了")
    await at.marked("柜门坏了", "noted")
    heard = await log.inner_text()
    assert heard.index("客服：") < heard.index("请问有什么可以帮您？") < heard.index("您说：") < heard.index("柜门坏了")
    await expect(log.get_by_role("img", name="已送达")).to_be_visible()
    assert await at.page.evaluate("document.documentElement.lang") == "zh-CN"


# Text whose contrast to what lies behind it is under 4.5 : 1 (WCAG 2.2, 1.4.3; what is disabled is exempt).
TOO_FAINT = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const paint = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (one) => {
    const colours = [];
    for (let at = one; at; at = at.parentElement) {
      if (at.matches('.emblem:not(.own)')) colours.unshift('#1f8474');
      colours.unshift(getComputedStyle(at).backgroundColor);
    }
    return ['#fff', ...colours];
  };
  const faint = [];
  for (const one of document.querySelectorAll('body *')) {
    const text = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!text || one.closest(':disabled, .unseen, noscript')) continue;
    if (!one.checkVisibility({visibilityProperty: true})) continue;
    const under = behind(one);
    const [a, b] = [light(paint(under)), light(paint([...under, getComputedStyle(one).color]))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) faint.push([one.className || one.tagName, one.textContent.slice(0, 20), contrast.toFixed(2)]);
  }
  return faint;
}"""
NAMELESS = """() => [...document.querySelectorAll('button, textarea, a')]
  .filter((one) => one.checkVisibility())
  .filter((one) => !(one.getAttribute('aria-label') || one.textContent.trim() || one.labels?.length))
  .map((one) => one.outerHTML)"""
# Smaller than a finger (WCAG 2.2, 2.5.8 wants 24; links inside a sentence are exempt).
TOO_SMALL = """() => [...document.querySelectorAll('button')]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.textContent || one.id, one.getBoundingClientRect()])
  .filter(([, {width, height}]) => Math.min(width, height) < 28)
  .map(([name]) => name)"""
