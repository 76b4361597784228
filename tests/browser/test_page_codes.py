"""Somebody comes by the code on a product, in a real browser."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from bot.envelope import Arrival
from tests.browser.shop import Shop
from tests.browser.window import PHONE, window

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_code_is_said_once_and_leaves_the_address_bar(shop: Shop, browser: Browser) -> None:
    at = await window(browser, **PHONE)
    await at.go(f"{shop.link()}#s=code_on-a_sofa")
    await at.marked("（扫码进入）", "noted")
    assert "#" not in at.page.url
    await at.reload()
    await at.sees("（扫码进入）", 1)
    assert [shop.channel.read(raw) for raw in shop.desk.texts()] == [Arrival("code_on-a_sofa")]
    assert not at.complaints


async def test_a_second_code_in_the_same_tab_is_said_too(shop: Shop, browser: Browser) -> None:
    at = await window(browser, **PHONE)
    await at.go(shop.link())
    await at.go(f"{shop.link()}#s=another")
    await at.marked("（扫码进入）", "noted")
    assert [shop.channel.read(raw) for raw in shop.desk.texts()] == [Arrival("another")]
