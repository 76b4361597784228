"""What is left of the pictures people send, and what is refused."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import psutil
import pytest
from PIL import Image, ImageOps

from bot.media import darkroom
from bot.media.pictures import Kept, Pictures
from core.errors import Refused
from tests.channels import samples
from tests.channels.samples import RED, WHITE, Colour, written

NOT_A_PICTURE = "We cannot read this as a picture. Please send a JPEG or PNG, or a screenshot of it."


@pytest.fixture
def pictures(tmp_path: Path) -> Pictures:
    return Pictures(tmp_path / "pictures")


async def test_nobody_learns_from_a_photo_where_and_with_what_it_was_taken(pictures: Pictures) -> None:
    sent = samples.phone_photo()
    assert Image.open(BytesIO(sent)).getexif().get_ifd(samples.GPS)
    kept = await pictures.keep(sent)
    with shown(pictures, kept) as picture:
        assert not picture.getexif()
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    for trace in (b"Exif", b"Homephone 12", b"our kitchen", b"ICC_PROFILE", b"xmpmeta"):
        assert trace in sent
        assert trace not in bytes_of(pictures, kept)


@pytest.mark.parametrize("held", range(1, 9))
async def test_a_photo_stands_upright_however_the_phone_was_held(pictures: Pictures, held: int) -> None:
    sent = written(samples.corners(), exif=samples.orientation(held))
    kept = await pictures.keep(sent)
    with shown(pictures, kept) as picture, Image.open(BytesIO(sent)) as original:
        upright = ImageOps.exif_transpose(original)
        assert (kept.width, kept.height) == picture.size == upright.size
        for corner in samples.corner_points(picture.size):
            assert alike(picture.getpixel(corner), upright.getpixel(corner))


async def test_a_large_photo_is_made_smaller_and_a_small_one_is_left_small(pictures: Pictures) -> None:
    large = await pictures.keep(written(Image.new("RGB", (4000, 3000), RED)))
    small = await pictures.keep(written(Image.new("RGB", (40, 30), RED)))
    assert [(kept.width, kept.height) for kept in (large, small)] == [(2048, 1536), (40, 30)]
    for kept in (large, small):
        content = bytes_of(pictures, kept)
        assert (kept.media, kept.size) == (hashlib.sha256(content).hexdigest(), len(content))
        assert (kept.mime, content[:3]) == ("image/jpeg", b"\xff\xd8\xff")


@pytest.mark.parametrize("name", samples.READABLE)
async def test_each_of_these_is_read_in_its_true_colours(pictures: Pictures, name: str) -> None:
    sent, colour = samples.READABLE[name]
    with shown(pictures, await pictures.keep(sent)) as picture:
        assert alike(picture.getpixel((20, 20)), colour)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
async def test_what_is_transparent_becomes_white(pictures: Pictures, mode: str) -> None:
    with shown(pictures, await pictures.keep(samples.half_transparent(mode))) as picture:
        assert alike(picture.getpixel((5, 5)), WHITE)
        assert not alike(picture.getpixel((35, 5)), WHITE)


@pytest.mark.parametrize("name", samples.UNREADABLE)
async def test_what_is_no_picture_is_refused(pictures: Pictures, name: str) -> None:
    assert await why_not(pictures, samples.UNREADABLE[name]) == NOT_A_PICTURE
    assert not pictures.folder.exists()


async def test_an_iphone_owner_is_told_what_to_send_instead_of_heic(pictures: Pictures) -> None:
    why = await why_not(pictures, b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100))
    assert why == "We cannot read HEIC photos. Please send a JPEG, or a screenshot of the photo."


async def test_a_picture_may_have_20_megabytes(pictures: Pictures) -> None:
    picture = written(Image.new("RGB", (40, 30), RED))
    assert await pictures.keep(picture.ljust(20 << 20, b"\0"))
    why = await why_not(pictures, picture.ljust((20 << 20) + 1, b"\0"))
    assert why == "That picture is too large: at most {most} MB, please."


@pytest.mark.parametrize("name", samples.BOMBS)
async def test_a_picture_that_would_fill_the_memory_is_refused_and_fills_none(pictures: Pictures, name: str) -> None:
    asking = asyncio.create_task(why_not(pictures, samples.BOMBS[name]))
    most = before = memory()
    while not asking.done():
        most = max(most, memory())
        await asyncio.sleep(0.005)
    assert asking.result() == "That picture has more than {most} million pixels. Please send a smaller one."
    assert most - before < 50 << 20


async def test_whoever_needs_too_much_memory_fails_alone(pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(darkroom, "MOST_PIXELS", 10**9)
    assert await why_not(pictures, samples.BOMBS["PNG of 13000 by 13000"]) == NOT_A_PICTURE


async def test_a_picture_that_takes_too_long_is_given_up(pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(darkroom, "PATIENCE", 0.5)
    assert await why_not(pictures, samples.endless()) == NOT_A_PICTURE
    assert at_work() == 0


async def test_nothing_hidden_behind_a_picture_is_kept(pictures: Pictures) -> None:
    sent = written(Image.new("RGB", (40, 30), RED), comment="<script>") + b"PK\3\4evil"
    kept = await pictures.keep(sent)
    for hidden in (b"<script>", b"PK\3\4", b"evil"):
        assert hidden in sent
        assert hidden not in bytes_of(pictures, kept)


async def test_six_at_once_are_looked_at_two_at_a_time(pictures: Pictures) -> None:
    shades = [written(Image.new("RGB", (1500, 1500), (40 * n, 0, 0))) for n in range(6)]
    keeping = asyncio.gather(*map(pictures.keep, shades))
    most = 0
    while not keeping.done():
        most = max(most, at_work())
        await asyncio.sleep(0.005)
    assert len({pictures.path(kept.media) for kept in await keeping}) == 6
    assert most == 2


async def test_whoever_looks_at_a_picture_is_short_of_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERCARE_TOKEN", "secret")
    process = await darkroom.started()
    child = psutil.Process(process.pid)
    await until(lambda: child.nice() > psutil.Process().nice())
    assert child.rlimit(psutil.RLIMIT_AS) == (512 << 20, 512 << 20)
    assert child.rlimit(psutil.RLIMIT_CPU) == (10, 10)
    assert child.rlimit(psutil.RLIMIT_CORE) == (0, 0)
    assert "AFTERCARE_TOKEN" not in child.environ()
    await darkroom.ended(process)
    assert at_work() == 0


async def test_giving_up_on_an_upload_leaves_nothing_behind(pictures: Pictures) -> None:
    keeping = asyncio.create_task(pictures.keep(samples.endless()))
    await until(lambda: at_work() > 0)
    keeping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await keeping
    assert at_work() == 0
    assert await pictures.keep(written(samples.corners()))


def shown(pictures: Pictures, kept: Kept) -> Image.Image:
    return Image.open(BytesIO(bytes_of(pictures, kept)))


def bytes_of(pictures: Pictures, kept: Kept) -> bytes:
    place = pictures.path(kept.media)
    assert place
    assert place.is_relative_to(pictures.folder)
    return place.read_bytes()


async def why_not(pictures: Pictures, data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        await pictures.keep(data)
    return refused.value.phrase.key


def at_work() -> int:
    """How many processes look at pictures of ours now."""
    found = 0
    for child in psutil.Process().children():
        with suppress(psutil.NoSuchProcess):
            found += "bot.media.reencode" in child.cmdline()
    return found


def memory() -> int:
    return psutil.Process().memory_info().rss


async def until(happened: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not happened():  # noqa: ASYNC110 - another process sets no events here
            await asyncio.sleep(0.01)


def alike(one: Colour, other: Colour) -> bool:
    """The same colour, as far as a JPEG can tell."""
    assert isinstance(one, tuple)
    assert isinstance(other, tuple)
    return all(abs(a - b) < 24 for a, b in zip(one, other, strict=True))
