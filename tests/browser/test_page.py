"""The page as people use it, in a real browser."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from bot.envelope import Press, Text
from core.outcomes import Sent
from tests.browser.shop import Shop
from tests.browser.window import PHONE, tab, window

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize("size", ["phone", "desktop"])
async def test_a_customer_writes_and_is_answered(shop: Shop, browser: Browser, size: str) -> None:
    who = shop.desk.register("王小姐")
    at = await window(browser, **(PHONE if size == "phone" else {}))
    await at.go(shop.link(who))
    await at.say("柜门掉下来了")
    await at.marked("柜门掉下来了", "noted")
    assert await shop.send(who, line := shop.desk.line(who.chat, "请问是哪件家具？")) == Sent(str(line.id))
    await at.sees("请问是哪件家具？")
    await at.marked("柜门掉下来了", "handled")
    assert [shop.channel.read(raw) for raw in shop.desk.texts()] == [Text("柜门掉下来了")]
    await expect(at.page.locator("#box")).to_have_value("")
    await expect(at.page).to_have_title("枫木家居 · 售后服务")
    assert not await at.page.evaluate("document.documentElement.scrollWidth > innerWidth")
    await at.shot(f"answered-{size}")
    assert not at.complaints


async def test_enter_sends_but_not_while_a_word_is_being_composed(shop: Shop, browser: Browser) -> None:
    at = await window(browser)
    await at.go(shop.link())
    await at.page.fill("#box", "ni hao")
    await at.page.eval_on_selector(
        "#box", "box => box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true}))"
    )
    await at.page.eval_on_selector(
        "#box", "box => box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', keyCode: 229}))"
    )
    await expect(at.page.locator("#box")).to_have_value("ni hao")
    await at.page.press("#box", "Shift+Enter")
    await at.page.type("#box", "second line")
    await at.page.press("#box", "Enter")
    await at.marked("second line", "noted")
    assert [shop.channel.read(raw) for raw in shop.desk.texts()] == [Text("ni hao\nsecond line")]


async def test_what_a_notice_offers_can_still_be_done_when_another_one_has_come(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("刘主管")
    shop.desk.line(who.chat, "张师傅请求支援。", buttons=(("我来处理", "a:1"), ("派工", "m:T1:assign")), ticket="F-1")
    shop.desk.line(who.chat, "客户要求转人工。", buttons=(("我来处理", "a:2"),), ticket="F-2")
    at = await window(browser, **PHONE)
    await at.go(shop.link(who))
    await at.page.get_by_role("button", name="我来处理").first.click()
    await at.marked("我来处理", "noted")
    assert shop.channel.read(shop.desk.texts()[0]) == Press("a:1")
    await shop.send(who, shop.desk.line(who.chat, "现由您处理。"))
    await expect(at.page.locator(".replies button:enabled")).to_have_count(3)


async def test_the_last_question_can_be_pressed_and_earlier_ones_only_be_read(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    shop.desk.line(who.chat, "需要什么？", buttons=(("报修", "q:1:0"), ("送货", "q:1:1")), step=(1, 3))
    at = await window(browser, **PHONE)
    await at.go(shop.link(who))
    await expect(at.page.locator("#progress-words")).to_have_text("第 1 步 · 共 3 步")
    await at.page.get_by_role("button", name="报修").click()
    await at.marked("报修", "noted")
    await expect(at.page.get_by_role("button", name="送货")).to_be_disabled()
    await expect(at.page.get_by_role("button", name="送货")).to_be_visible()
    await expect(at.page.locator(".chosen")).to_have_text("报修")
    assert shop.channel.read(shop.desk.texts()[0]) == Press("q:1:0")
    await shop.send(
        who, shop.desk.line(who.chat, "电话号码？", buttons=(("跳过", "q:2:skip"),), step=(2, 3), asks="phone")
    )
    await expect(at.page.get_by_role("button", name="跳过")).to_be_enabled()
    await expect(at.page.locator("#box")).to_have_attribute("inputmode", "tel")
    await expect(at.page.locator("#progress-words")).to_have_text("第 2 步 · 共 3 步")
    await at.say("13800138000")
    await at.marked("13800138000", "noted")
    await shop.send(who, shop.desk.line(who.chat, "已登记。"))
    await expect(at.page.get_by_role("button", name="跳过")).to_be_disabled()
    await expect(at.page.locator("#progress")).to_be_hidden()
    await expect(at.page.locator("#box")).to_have_attribute("inputmode", "text")
    await at.reload()
    await expect(at.page.locator(".replies button:enabled")).to_have_count(0)
    await expect(at.page.locator(".chosen")).to_have_text("报修")


async def test_a_card_is_kept_up_to_date_in_one_place(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    at = await window(browser)
    await at.go(shop.link(who))

    async def show_card(text: str) -> None:
        nudge = (("催一下", "42:nudge"),)
        await shop.send(who, shop.desk.line(who.chat, text, ticket="WX-0042", card="ticket-42", buttons=nudge))

    await show_card("柜门维修\n状态：等待派单")
    await shop.send(who, shop.desk.line(who.chat, "还需要什么吗？", buttons=(("没有了", "q:3:0"),)))
    await show_card("柜门维修\n状态：已派单")
    await expect(at.page.locator(".card")).to_have_count(1)
    await expect(at.page.locator(".line").last).to_contain_text("已派单")
    await expect(at.page.locator(".line").last).to_contain_text("已更新")
    await expect(at.page.locator(".ticket")).to_have_text("WX-0042")
    await at.page.get_by_role("button", name="没有了").click()
    await at.marked("没有了", "noted")
    await at.page.get_by_role("button", name="催一下").click()
    await at.marked("催一下", "noted")
    await expect(at.page.get_by_role("button", name="催一下")).to_be_enabled()
    await at.reload()
    await expect(at.page.locator(".card")).to_have_count(1)


async def test_a_newcomer_is_the_same_person_after_a_reload(shop: Shop, browser: Browser) -> None:
    at = await window(browser)
    await at.go(shop.link())
    await at.say("hello")
    await at.marked("hello", "noted")
    await at.reload()
    await at.sees("hello")
    assert len(shop.desk.visitors) == 1
    assert "#" not in at.page.url


async def test_several_people_are_open_in_one_browser(shop: Shop, browser: Browser) -> None:
    ann, lin = shop.desk.register("Ann"), shop.desk.register("林师傅", "technician")
    customer = await window(browser)
    await customer.go(shop.link(ann))
    technician = await tab(customer.page.context)
    await technician.go(shop.link(lin))
    for at, role in ((customer, ""), (technician, "服务技师 · 林师傅")):
        assert "#" not in at.page.url
        await at.reload()
        await expect(at.page.locator("#who")).to_have_text(role or "顾客 · Ann")
        await expect(at.page.locator("#who")).to_be_visible(visible=bool(role))
    await technician.say("on my way")
    await technician.marked("on my way", "noted")
    await customer.sees("on my way", times=0)
    assert [envelope.chat.chat for envelope in shop.desk.envelopes] == [lin.chat]


async def test_a_colleague_joins_by_invitation_and_stays(shop: Shop, browser: Browser) -> None:
    shop.desk.invite("maple-42", "林师傅", "technician")
    at = await window(browser)
    await at.go(shop.link() + "#join=maple-42")
    await expect(at.page.locator("#who")).to_have_text("服务技师 · 林师傅")
    await at.reload()
    await expect(at.page.locator("#who")).to_have_text("服务技师 · 林师傅")
    assert len(shop.desk.visitors) == 1


@pytest.mark.parametrize("fragment", ["#k=nobody", "#join=used-up"])
async def test_a_link_that_is_no_good_says_so_and_offers_to_go_on(shop: Shop, browser: Browser, fragment: str) -> None:
    at = await window(browser, **PHONE)
    await at.page.goto(shop.link() + fragment)
    await expect(at.page.locator("#blocked")).to_contain_text("not valid" if "join" in fragment else "no longer valid")
    await at.shot(f"blocked-{fragment[1]}")
    await at.page.get_by_role("button", name="继续").click()
    await at.settle()
    await expect(at.page.locator("#blocked")).to_be_hidden()


async def test_the_language_can_be_switched(shop: Shop, browser: Browser) -> None:
    at = await window(browser)
    await at.go(shop.link())
    await expect(at.page.locator("#box")).to_have_attribute("placeholder", "请输入消息")
    await at.page.get_by_role("button", name="更多").click()
    await at.page.get_by_role("button", name="English").click()
    await at.marked("English", "noted")
    await expect(at.page.locator("#box")).to_have_attribute("placeholder", "Write a message")
    await at.page.get_by_role("button", name="More").click()
    await at.page.get_by_role("button", name="My tickets").click()
    await at.marked("status", "noted")


async def test_too_long_a_text_stays_in_the_box(shop: Shop, browser: Browser) -> None:
    at = await window(browser)
    await at.go(shop.link())
    await at.say("长" * 8001)
    await expect(at.page.locator("#notice")).to_contain_text("最多 8000 个字")
    await expect(at.page.locator("#box")).to_have_value("长" * 8001)
    assert not shop.desk.envelopes


async def test_new_lines_do_not_pull_a_reader_away(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    for number in range(60):
        shop.desk.line(who.chat, f"line {number}")
    at = await window(browser, **PHONE)
    await at.go(shop.link(who))
    await expect(at.page.get_by_text("line 59")).to_be_in_viewport()
    await at.page.evaluate("document.getElementById('scroll').scrollTop = 0")
    await expect(at.page.locator("#jump")).to_be_visible()
    await shop.send(who, shop.desk.line(who.chat, "the newest"))
    await expect(at.page.locator("#jump-count")).to_have_text("1")
    await expect(at.page.get_by_text("the newest")).not_to_be_in_viewport()
    await at.page.locator("#jump").click()
    await expect(at.page.get_by_text("the newest")).to_be_in_viewport()
    await expect(at.page.locator("#jump")).to_be_hidden()


async def test_the_title_counts_what_came_while_nobody_looked(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    at = await window(browser)
    await at.go(shop.link(who))
    await at.page.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true})")
    await shop.send(who, shop.desk.line(who.chat, "您好"))
    await expect(at.page).to_have_title("(1) 枫木家居 · 售后服务")
    await at.page.evaluate("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))")
    await expect(at.page).to_have_title("枫木家居 · 售后服务")


async def test_dots_show_while_an_answer_is_on_its_way(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    at = await window(browser, **PHONE)
    await at.go(shop.link(who))
    await at.say("在吗？")
    await expect(at.page.locator("#typing")).to_be_visible()
    await at.shot("typing")
    await shop.send(who, shop.desk.line(who.chat, "在的"))
    await expect(at.page.locator("#typing")).to_be_hidden()
