"""Who is let in, and as whom."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import WSServerHandshakeError

from bot.channels.web.guard import Border
from bot.channels.web.limits import Limits, Rate
from tests.channels.web.house import House, opened


async def test_a_newcomer_gets_a_key_and_is_known_by_it_later(house: House) -> None:
    first = await (await house.open()).hear("welcome")
    assert len(first["key"]) >= 43
    assert first["shop"] == "Maple Home Service"
    assert first["role"] == "customer"
    again = await house.open(house.desk.visitors[first["key"]])
    assert await again.hear("welcome") == first
    assert len(house.desk.visitors) == 1


async def test_a_key_of_nobodys_is_turned_away_in_the_language_of_the_page(house: House) -> None:
    page = await house.page()
    await page.tell(hello={"key": "x" * 43, "after": 0, "lang": "zh_CN"})
    refused = await page.hear("refused")
    assert refused == {"id": None, "why": "This link is no longer valid. Please ask for a new one. (zh)"}
    assert await page.closed() == 4401


async def test_an_invitation_is_exchanged_once(house: House) -> None:
    house.desk.invite("maple-lake-42", "Lin", "technician")
    page = await house.page()
    await page.tell(join={"code": "maple-lake-42", "lang": "en"})
    welcome = await page.hear("welcome")
    assert (welcome["name"], welcome["role"], welcome["lang"]) == ("Lin", "technician", "en")
    other = await house.page()
    await other.tell(join={"code": "maple-lake-42", "lang": "en"})
    assert (await other.hear("refused"))["why"] == "This invitation is not valid."
    assert await other.closed() == 4403


async def test_guessing_invitations_ends_after_five_failures_an_hour(house: House) -> None:
    async def attempt(code: str) -> int | None:
        page = await house.page()
        await page.tell(join={"code": code, "lang": "en"})
        return await page.closed()

    assert sorted(str(code) for code in await asyncio.gather(*(attempt(f"guess-{n}") for n in range(8)))) == (
        ["4403"] * 5 + ["4429"] * 3
    )
    house.desk.invite("right", "Lin", "technician")
    assert await attempt("right") == 4429
    house.desk.clock.tick(3600)
    page = await house.page()
    await page.tell(join={"code": "right", "lang": "en"})
    assert (await page.hear("welcome"))["name"] == "Lin"


async def test_a_right_invitation_does_not_count_as_a_failure(house: House) -> None:
    for number in range(8):
        house.desk.invite(f"code-{number}", "Lin", "technician")
        page = await house.page()
        await page.tell(join={"code": f"code-{number}", "lang": "en"})
        assert await page.hear("welcome")


async def test_a_crowd_of_newcomers_from_one_address_is_slowed(tmp_path: Path) -> None:
    async with opened(tmp_path, Limits(newcomers=(Rate(2, timedelta(minutes=1)),))) as house:
        known = house.desk.register("Ann")
        await house.inside()
        await house.inside()
        third = await house.open()
        assert "your network" in (await third.hear("refused"))["why"]
        assert await third.closed() == 4429
        assert await (await house.open(known)).hear("welcome")


async def test_addresses_behind_our_proxy_are_told_apart_and_cannot_be_made_up(tmp_path: Path) -> None:
    limits = Limits(newcomers=(Rate(1, timedelta(minutes=1)),))
    async with opened(tmp_path, limits, Border(proxies=1)) as house:
        for forwarded, answer in (
            ("203.0.113.7", "welcome"),
            ("203.0.113.8", "welcome"),
            ("198.51.100.1, 203.0.113.7", "refused"),
        ):
            page = await house.page(**{"X-Forwarded-For": forwarded})
            await page.tell(hello={"key": "", "after": 0, "lang": "en"})
            assert await page.hear(answer)


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "",
        "http://",
        "http://[",
        "https://127.0.0.1.evil.example",
        "file://",
        "http://127.0.0.1:1",
    ],
)
async def test_a_foreign_page_cannot_open_a_socket(house: House, origin: str) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await house.client.ws_connect("/ws", headers={"Origin": origin})
    assert refused.value.status == 403


async def test_without_an_origin_there_is_no_socket(house: House) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await house.client.ws_connect("/ws")
    assert refused.value.status == 403


async def test_an_allowed_origin_and_a_standard_port_are_let_in(tmp_path: Path) -> None:
    async with opened(tmp_path, border=Border(origins=("https://shop.example",))) as house:
        assert await house.page("https://shop.example")
        assert await house.page("https://Desk.example", Host="desk.example:443")


async def test_a_page_that_says_nothing_is_let_go(tmp_path: Path) -> None:
    async with opened(tmp_path, Limits(first_frame_within=timedelta(seconds=0.1))) as house:
        assert await (await house.page()).closed() == 4400


async def test_one_address_cannot_hold_all_the_sockets(tmp_path: Path) -> None:
    async with opened(tmp_path, Limits(sockets=2)) as house:
        first = await house.page()
        await house.page()
        with pytest.raises(WSServerHandshakeError) as refused:
            await house.page()
        assert refused.value.status == 429
        await first.ws.close()
        assert await house.page()
