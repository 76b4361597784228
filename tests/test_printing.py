"""The lists of tomorrow as pictures, and on paper."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from bot.media.pictures import Pictures
from bot.post import Post
from bot.printing.chart import chinese_face
from bot.printing.lists_to_print import Printing
from core.ports import Unit
from core.storage.open import open_store
from core.storage.prune import old_pictures
from tests.acceptance.deliveries import BOOKED, with_van
from tests.acceptance.moments import moment_of
from tests.acceptance.shipments import with_senders
from tests.acceptance.shop import opened
from tests.acceptance.test_a_delivery_is_booked import again
from tests.acceptance.world import World

TWO_STOPS = BOOKED + again("S-202611-305") + "Ann> [11月24日 周二 14:00–16:00]\nAnn> [提交]\n"
needs_a_face = pytest.mark.skipif(not chinese_face(), reason="no face with Chinese signs is installed")


@pytest.fixture
async def desk() -> AsyncIterator[World]:
    store = open_store("sqlite://")
    yield await with_senders(await with_van(await opened(store, "zh_CN")))
    await store.close()


def printing(world: World, folder: Path) -> Printing:
    post = Post(world.shop)
    return Printing(world.store, world.shop, post.deliver, Pictures(folder), post.words, lambda: world.at)


async def printed(world: World, name: str) -> list[tuple[str, tuple[str, ...]]]:
    """Text and pictures of the lists that have come for somebody."""
    seat = await world.seat(name)

    def read(unit: Unit) -> list[tuple[str, tuple[str, ...]]]:
        bodies = [line.body for line in unit.outbox.lines(seat.chat, 0, world.at)]
        return [(str(body["text"]), tuple(body["photos"])) for body in bodies if "打印" in str(body.get("text"))]

    return await world.do(read)


async def kept(world: World, photo: str) -> bool:
    return await world.do(lambda unit: unit.media.file(photo) is not None)


@needs_a_face
@pytest.mark.rule("DLV-13")
async def test_the_evening_before_the_crew_has_its_stops_as_a_picture_once(desk: World, tmp_path: Path) -> None:
    await desk.play(TWO_STOPS)
    lists = printing(desk, tmp_path)
    await lists.work()
    assert await printed(desk, "Sun") == []
    desk.at = moment_of("until Mon 18:31", desk.at, desk.shop.zone)
    await lists.work()
    await lists.work()
    await printing(desk, tmp_path).work()  # the desk was started anew
    for name in ("Sun", "Zhou"):
        ((text, photos),) = await printed(desk, name)
        assert "11月24日 周二" in text
        assert await kept(desk, photos[0])
        place = Pictures(tmp_path).path(photos[0])
        assert place is not None
        assert is_inked(place)
    assert await printed(desk, "Zhang") == []


@needs_a_face
@pytest.mark.rule("DLV-14")
async def test_the_store_has_the_goods_of_tomorrow_as_a_picture(desk: World, tmp_path: Path) -> None:
    await desk.play(TWO_STOPS)
    desk.at = moment_of("until Mon 16:01", desk.at, desk.shop.zone)
    await printing(desk, tmp_path).work()
    assert len(await printed(desk, "Gu")) == 1
    assert await printed(desk, "Chen") == []


@needs_a_face
async def test_what_customers_stand_in_is_not_kept_for_long(desk: World, tmp_path: Path) -> None:
    await desk.play(TWO_STOPS)
    desk.at = moment_of("until Mon 18:31", desk.at, desk.shop.zone)
    await printing(desk, tmp_path).work()
    ((_, photos),) = await printed(desk, "Sun")
    assert photos[0] not in await forgotten(desk, desk.at + timedelta(days=2))
    assert photos[0] in await forgotten(desk, desk.at + timedelta(days=4))


async def forgotten(desk: World, at: datetime) -> list[str]:
    kept = desk.shop.policy.retention
    before, evidence = at - timedelta(days=kept.photos_days), at - timedelta(days=kept.quality_days)
    return [media for media, _, _ in await desk.do(lambda unit: old_pictures(unit, before, evidence))]


@needs_a_face
async def test_a_list_goes_with_whoever_stood_in_it_and_is_forgotten(desk: World, tmp_path: Path) -> None:
    await desk.play(TWO_STOPS)
    desk.at = moment_of("until Mon 18:31", desk.at, desk.shop.zone)
    await printing(desk, tmp_path).work()
    await desk.play("... 1 minute\nSun< 1. S-261123-0001")
    ((_, photos),) = await printed(desk, "Sun")
    ann = (await desk.person("Ann")).id
    files = await desk.do(lambda unit: unit.people.erase(ann, "customer-1", desk.at))
    assert set(photos) <= set(files)
    assert not await kept(desk, photos[0])
    assert await printed(desk, "Sun") == []
    seat = await desk.seat("Sun")
    bodies = await desk.do(lambda unit: [str(line.body) for line in unit.outbox.lines(seat.chat, 0, desk.at)])
    assert not any("你们的送货清单" in body for body in bodies)


def is_inked(picture: Path) -> bool:
    with Image.open(picture) as image:
        return len(image.convert("L").getcolors() or ()) > 10
