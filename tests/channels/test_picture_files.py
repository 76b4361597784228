"""Where pictures are kept, and how they are forgotten."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.media.pictures import Pictures
from core.errors import StorageTrouble
from tests.channels import samples
from tests.channels.samples import RED, written

NOW = datetime.now(UTC)


@pytest.fixture
def pictures(tmp_path: Path) -> Pictures:
    return Pictures(tmp_path / "pictures")


async def test_the_same_picture_is_kept_once(pictures: Pictures) -> None:
    first = await pictures.keep(written(samples.corners(), "PNG"))
    again = await pictures.keep(written(samples.corners(), "PNG", exif=samples.orientation(1)))
    assert first == again
    assert len(files(pictures)) == 1


async def test_a_forgotten_picture_is_gone(pictures: Pictures) -> None:
    one = await pictures.keep(written(samples.corners()))
    other = await pictures.keep(written(Image.new("RGB", (40, 30), RED)))
    await pictures.forget((one.media, one.media, "f" * 64, "../../etc/passwd"))
    assert pictures.path(one.media) is None
    assert files(pictures) == [pictures.path(other.media)]


@pytest.mark.parametrize(
    "media", ["", "../secret", "../" * 20 + "etc/passwd", "/etc/passwd", "ab/" + "c" * 62, "A" * 64, "a" * 63 + "\n",
              "a" * 64 + "\n", "a" * 64 + "\0", "..", "CON", "\u0661" * 64],
)  # fmt: skip
async def test_no_id_leads_out_of_the_folder(pictures: Pictures, media: str) -> None:
    pictures.folder.mkdir()
    secret = pictures.folder.parent / "secret"
    secret.touch()
    assert pictures.path(media) is None
    await pictures.forget([media])
    assert secret.exists()


@given(st.text())
def test_nothing_but_an_id_of_ours_names_a_file(media: str) -> None:
    assert Pictures(Path(__file__).parent).path(media) is None


async def test_what_was_left_unfinished_is_swept_up_after_an_hour(pictures: Pictures) -> None:
    kept = await pictures.keep(written(samples.corners()))
    picture = pictures.path(kept.media)
    assert picture
    old, new = picture.with_name("old.part"), picture.with_name("new.part")
    for file, minutes in ((picture, 61), (old, 61), (new, 59)):
        file.touch()
        then = (NOW - timedelta(minutes=minutes)).timestamp()
        os.utime(file, (then, then))
    assert await pictures.sweep(NOW) == 1
    assert files(pictures) == sorted([picture, new])


async def test_there_is_nothing_to_sweep_before_the_first_picture(pictures: Pictures) -> None:
    assert await pictures.sweep(NOW) == 0
    assert pictures.path("a" * 64) is None
    await pictures.forget(["a" * 64])


async def test_a_folder_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(StorageTrouble) as trouble:
        await Pictures(tmp_path / "data" / "pictures").keep(written(samples.corners()))
    assert str(trouble.value).startswith(f"The picture folder {tmp_path}/data/pictures cannot be used")


def test_a_disk_that_takes_no_more_is_named_and_nothing_half_written_stays(tmp_path: Path) -> None:
    """In a process that may write files of 100 bytes only."""
    script = (
        "import asyncio, resource, sys; from pathlib import Path; from bot.media.pictures import Pictures;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100));"
        "asyncio.run(Pictures(Path(sys.argv[1])).keep(sys.stdin.buffer.read()))"
    )
    run = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", script, tmp_path], input=written(samples.corners()), capture_output=True, check=False
    )
    assert f"StorageTrouble: The picture folder {tmp_path} refuses: File too large." in run.stderr.decode()
    assert not files(Pictures(tmp_path))


def files(pictures: Pictures) -> list[Path]:
    return sorted(path for path in pictures.folder.rglob("*") if path.is_file())
