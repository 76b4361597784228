"""The page loses the desk and finds it again: nothing is lost, and nothing is there twice."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from core.outcomes import Absent
from tests.browser.shop import Shop
from tests.browser.window import PHONE, window

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_restart_loses_nothing_and_doubles_nothing(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    at = await window(browser, **PHONE)
    await at.go(shop.link(who))
    await at.say("before")
    await at.marked("before", "noted")
    await shop.close()
    await expect(at.page.locator("#banner")).to_be_visible()
    await at.say("first while away")
    await at.say("second while away")
    await at.marked("second while away", "waiting")
    await at.shot("away")
    assert await shop.send(who, shop.desk.line(who.chat, "said meanwhile")) == Absent()
    await shop.open()
    await at.marked("second while away", "noted")
    await expect(at.page.locator("#banner")).to_be_hidden()
    for text in ("before", "first while away", "second while away", "said meanwhile"):
        await at.sees(text)
    await at.reload()
    assert await at.texts() == ["before", "said meanwhile", "first while away", "second while away"]
    assert len(shop.desk.envelopes) == 3


async def test_a_line_that_waited_for_its_hour_is_not_overlooked(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    lines = [shop.desk.line(who.chat, f"line {number:02}") for number in range(30)]
    held = shop.desk.lines[who.chat].pop(20)
    at = await window(browser)
    await at.go(shop.link(who))
    await at.sees("line 29")
    await at.sees(held.text, times=0)
    await shop.close()
    await expect(at.page.locator("#banner")).to_be_visible()
    shop.desk.lines[who.chat].append(held)
    await shop.open()
    await at.sees(held.text)
    assert sorted(await at.texts()) == [line.text for line in lines]


async def test_what_was_not_confirmed_survives_a_reload_and_is_kept_once(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    at = await window(browser)
    await at.go(shop.link(who))
    shop.desk.database.clear()
    await at.say("is it there?")
    await at.marked("is it there?", "waiting")
    await at.reload()
    await at.marked("is it there?", "waiting")
    shop.desk.database.set()
    await at.marked("is it there?", "noted")
    await at.sees("is it there?")
    await at.reload()
    await at.sees("is it there?")
    assert len(shop.desk.envelopes) == 1


async def test_a_page_opened_before_the_desk_is_up_sends_when_it_is(shop: Shop, browser: Browser) -> None:
    at = await window(browser)
    await at.go(shop.link())
    await shop.close()
    await at.say("typed into the dark")
    await shop.open()
    await at.marked("typed into the dark", "noted")
    await at.say("and into the light")
    await at.marked("and into the light", "noted")
    assert len(shop.desk.visitors) == 1


async def test_too_fast_is_slowed_and_all_arrives_in_order(shop: Shop, browser: Browser) -> None:
    at = await window(browser)
    await at.go(shop.link())
    for number in range(24):
        await at.say(f"message {number:02}")
    await expect(at.page.locator(".mine[data-state=noted]")).to_have_count(24, timeout=15_000)
    said = [str(shop.channel.read(raw)) for raw in shop.desk.texts()]
    assert len(said) == 24
    assert said == sorted(said)


async def test_a_refused_message_says_why_and_can_be_taken_back(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    shop.desk.line(who.chat, "哪一个？", buttons=(("这个", "q:1:" + "x" * 57), ("那个", "q:1:1")))
    at = await window(browser, **PHONE)
    await at.go(shop.link(who))
    await at.page.get_by_role("button", name="这个").click()
    await at.marked("这个", "failed")
    await expect(at.page.locator(".failure")).to_contain_text("I could not read that message. (zh)")
    await at.shot("refused")
    await expect(at.page.get_by_role("button", name="那个")).to_be_enabled()
    await at.reload()
    await at.marked("这个", "failed")
    await at.page.get_by_role("button", name="删除").click()
    await expect(at.page.locator(".mine")).to_have_count(0)
    await at.page.get_by_role("button", name="那个").click()
    await at.marked("那个", "noted")


async def test_two_windows_of_one_person_show_the_same(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    first, second = await window(browser), await window(browser, **PHONE)
    await first.go(shop.link(who))
    await second.go(shop.link(who))
    await first.say("from the desk")
    await second.sees("from the desk")
    await second.say("from the phone")
    await first.sees("from the phone")
    await shop.send(who, shop.desk.line(who.chat, "to both"))
    for at in (first, second):
        await at.sees("to both")
        assert sorted(await at.texts()) == ["from the desk", "from the phone", "to both"]
