"""Nothing that somebody wrote ever becomes part of the page."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Dialog, Error, expect

from tests.browser.shop import Shop
from tests.browser.window import window

pytestmark = pytest.mark.asyncio(loop_scope="session")

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert&#40;1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href='javascript:alert(1)'>here</a>",
    "javascript:alert(1)",
    'https://shop.example/"onmouseover="alert(1)',
    "https://shop.example/'><script>alert(1)</script>",
    "HTTPS:javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "</textarea><script>alert(1)</script>",
    "<style>*{display:none}</style>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href=https://evil.example>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "__proto__",
    "\u202egnp.exe",
    "%3Cscript%3Ealert(1)%3C/script%3E",
]


async def test_attacks_are_shown_as_what_they_are(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("<b>Ann</b>", "<i>technician</i>")
    for attack in ATTACKS:
        shop.desk.line(who.chat, attack, ticket=attack, buttons=((attack, "1"),), asks=attack)
        shop.desk.line(who.chat, f"Title\n{attack}: {attack}\nName: {attack}", card=attack, buttons=((attack, "2"),))
    at = await window(browser)
    dialogs: list[str] = []

    async def heard(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        await dialog.dismiss()

    at.page.on("dialog", heard)
    await at.go(shop.link(who))
    for attack in ATTACKS:
        await at.say(attack)
    await expect(at.page.locator(".line")).to_have_count(3 * len(ATTACKS))
    shown = await at.page.locator(".desk:not(.card) .text").all_inner_texts()
    assert shown == ATTACKS
    assert await at.page.locator("#log :is(script, iframe, style, meta, base, form, details, input, math)").count() == 0
    links = await at.page.locator("#log a").evaluate_all("all => all.map((one) => new URL(one.href).protocol)")
    assert set(links) <= {"https:", "tel:"}
    assert dialogs == []
    assert at.complaints == []


async def test_links_and_telephone_numbers_can_be_pressed(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    shop.desk.line(
        who.chat,
        "请拨打 400-820-1234 或 138 0013 8000、021-64321234、+44 20 7946 0958，"
        "条款见（https://shop.example/terms?a=1#b）。单号 20251014138001380001，身份证 310104199001011234，"
        "工单 WX-13800138000，网址 http://shop.example 。See https://shop.example/x.",
    )
    at = await window(browser)
    await at.go(shop.link(who))
    assert await at.page.locator("#log a").evaluate_all("all => all.map((one) => one.getAttribute('href'))") == [
        "tel:4008201234",
        "tel:13800138000",
        "tel:02164321234",
        "tel:+442079460958",
        "https://shop.example/terms?a=1#b",
        "https://shop.example/x",
    ]
    assert await at.page.locator("#log a[target=_blank]:not([rel*=noopener])").count() == 0


async def test_a_script_that_got_in_is_not_run(shop: Shop, browser: Browser) -> None:
    at = await window(browser)
    await at.go(shop.link())
    with pytest.raises(Error, match="TrustedHTML"):
        await at.page.evaluate("document.body.innerHTML = '<img src=x onerror=alert(1)>'")
    with pytest.raises(Error, match="TrustedScript"):
        await at.page.evaluate("document.body.setAttribute('onclick', 'alert(1)')")
    with pytest.raises(Error, match="TrustedScriptURL"):
        await at.page.evaluate("document.createElement('script').src = 'https://evil.example/x.js'")
    await at.page.evaluate("document.body.append(Object.assign(new Image(), {src: 'https://evil.example/x.png'}))")
    await at.page.wait_for_timeout(300)
    assert any("Content Security Policy" in complaint for complaint in at.complaints)


async def test_the_key_is_in_no_address_and_no_cookie(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    media = await shop.desk.keep_photo(who.chat, b"\x89PNG\r\n\x1a\n")
    shop.desk.line(who.chat, "photo", photos=(media,))
    at = await window(browser)
    addresses: list[str] = []
    at.page.on("request", lambda request: addresses.append(request.url))
    await at.go(shop.link(who))
    await expect(at.page.locator(".picture:not(.loading)")).to_have_count(1)
    assert any("/media/" in address for address in addresses)
    assert not [address for address in addresses[1:] if who.key in address]
    assert who.key not in at.page.url
    assert await at.page.context.cookies() == []
