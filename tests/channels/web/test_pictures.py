"""Pictures go up and come down, and nothing else does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.web.limits import Limits, Rate
from tests.channels.web.house import PNG, House, opened


async def test_a_picture_goes_up_and_comes_back_to_its_chat_only(house: House) -> None:
    ann, bob = house.desk.register("Ann"), house.desk.register("Bob")
    up = await house.client.post("/media", data=PNG, headers=house.may(ann))
    assert up.status == 201
    media = (await up.json())["media"]
    down = await house.client.get(f"/media/{media}", headers=house.may(ann))
    assert await down.read() == PNG
    assert down.headers["Content-Type"] == "image/png"
    assert down.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert (await house.client.get(f"/media/{media}", headers=house.may(bob))).status == 404
    assert (await house.client.get(f"/media/{media}")).status == 401


async def test_what_is_no_picture_is_handed_over_as_a_file(house: House) -> None:
    ann = house.desk.register("Ann")
    media = await house.desk.keep_photo(ann.chat, b"<html><script>alert(1)</script>")
    down = await house.client.get(f"/media/{media}", headers=house.may(ann))
    assert down.headers["Content-Type"] == "application/octet-stream"
    assert down.headers["Content-Disposition"] == "attachment"
    assert down.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_document_comes_with_its_name(house: House) -> None:
    ann = house.desk.register("Ann")
    media = await house.desk.keep_photo(ann.chat, b"%PDF-1.7 an offer")
    down = await house.client.get(f"/media/{media}", headers=house.may(ann))
    named = "attachment; filename=\"file.pdf\"; filename*=UTF-8''%E6%8A%A5%E4%BB%B7%201.pdf"
    assert down.headers["Content-Disposition"] == named


async def test_an_upload_needs_a_key_and_our_own_page(house: House) -> None:
    ann = house.desk.register("Ann")
    for headers, status in (
        ({"Origin": house.origin}, 401),
        ({"Origin": house.origin, "Authorization": "Bearer nobody"}, 401),
        ({"Origin": house.origin, "Authorization": f"Basic {ann.key}"}, 401),
        ({**house.may(ann), "Origin": "https://evil.example"}, 403),
        ({"Authorization": f"Bearer {ann.key}"}, 403),
    ):
        assert (await house.client.post("/media", data=PNG, headers=headers)).status == status
    assert not house.desk.photos


async def test_a_picture_is_counted_while_it_is_read(tmp_path: Path) -> None:
    async with opened(tmp_path, Limits(photo=1 << 20)) as house:
        ann = house.desk.register("Ann", language="en")

        async def endless() -> AsyncIterator[bytes]:
            for _ in range(40):
                yield bytes(64 * 1024)

        up = await house.client.post("/media", data=endless(), headers=house.may(ann))
        assert up.status == 413
        assert await up.json() == {"why": "That picture is too large: at most 1 MB, please."}
        assert not house.desk.photos
        fits = await house.client.post("/media", data=bytes(1 << 20), headers=house.may(ann))
        assert fits.status == 201


async def test_a_picture_that_drips_is_given_up(tmp_path: Path) -> None:
    async with opened(tmp_path, Limits(upload_within=timedelta(seconds=0.2))) as house:
        ann = house.desk.register("Ann", language="en")

        async def drips() -> AsyncIterator[bytes]:
            for _ in range(8):
                yield b"x"
                await asyncio.sleep(0.1)

        up = await house.client.post("/media", data=drips(), headers=house.may(ann))
        assert up.status == 408


async def test_a_refused_picture_says_why_in_the_visitors_language(house: House) -> None:
    ann = house.desk.register("Ann", language="zh_CN")
    up = await house.client.post("/media", data=b"", headers=house.may(ann))
    assert up.status == 422
    assert await up.json() == {"why": "The picture is empty. (zh)"}


async def test_uploads_have_a_pace(tmp_path: Path) -> None:
    async with opened(tmp_path, Limits(uploads=(Rate(2, timedelta(minutes=1)),))) as house:
        ann = house.desk.register("Ann")
        statuses = [(await house.client.post("/media", data=PNG, headers=house.may(ann))).status for _ in range(3)]
        assert statuses == [201, 201, 429]


@pytest.mark.parametrize(
    "path", ["/media/..%2f..%2fetc%2fpasswd", "/static/../channel.py", "/static/%2e%2e/channel.py"]
)
async def test_no_path_leads_out(house: House, path: str) -> None:
    answer = await house.client.get(path, headers=house.may(house.desk.register("Ann")))
    assert answer.status in {403, 404}
