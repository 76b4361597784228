"""The pictures people send: each is written anew, so that only what it shows is left of it, and kept once."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import os
import re
from collections.abc import Generator, Iterable
from contextlib import contextmanager, suppress
from dataclasses import field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from bot.media.darkroom import developed
from bot.media.sniffing import ENDINGS, mime_of
from core.errors import Refused, StorageTrouble
from core.phrases import say
from core.values import dataclass

LARGEST: Final = 20 << 20  # bytes, as it comes
AT_ONCE: Final = 2
ABANDONED: Final = timedelta(hours=1)  # after which an unfinished file is nobody's
UNKNOWN: Final = say("We cannot keep this kind of file. Please send a photo, a video, a recording or a PDF.")
MEDIA: Final = re.compile(r"[0-9a-f]{64}")
PART: Final = ".part"
HEIC: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"})
WORDS: Final = {
    errno.ENOSPC: "is full: there is no room left on its disk",
    errno.EDQUOT: "is full: its quota is used up",
    errno.EROFS: "may only be read: its disk is mounted read-only",
    errno.EACCES: "may not be used: check its rights",
    errno.EPERM: "may not be used: check its rights",
    errno.ENOTDIR: "cannot be used: a part of that path is a file",
    errno.EEXIST: "cannot be used: a part of that path is a file",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """`media` is the SHA-256 of the kept file, in hexadecimal; size is bytes, width and height a picture's pixels."""

    media: str
    mime: str
    size: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Pictures:
    """Files in `folder`, which is made when the first picture comes. Each method raises StorageTrouble."""

    folder: Path
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def keep(self, data: bytes) -> Kept:
        """Keep it as an upright JPEG of at most 2048 pixels a side. Raises Refused."""
        if len(data) > LARGEST:
            raise Refused(say("That picture is too large: at most {most} MB, please.", most=LARGEST >> 20))
        if data[4:8] == b"ftyp" and data[8:12] in HEIC:
            raise Refused(say("We cannot read HEIC photos. Please send a JPEG, or a screenshot of the photo."))
        async with self.turns:
            picture = await developed(data)
        media = await asyncio.to_thread(self._put, picture.jpeg)
        return Kept(media, "image/jpeg", len(picture.jpeg), picture.width, picture.height)

    async def keep_file(self, data: bytes) -> Kept:
        """Keep a picture as above; a recording, a video or a document as it is. Raises Refused."""
        mime = mime_of(data)
        if mime.startswith("image/"):
            return await self.keep(data)
        if mime not in ENDINGS:
            raise Refused(UNKNOWN)
        return Kept(await asyncio.to_thread(self._put, data), mime, len(data), 0, 0)

    def path(self, media: str) -> Path | None:
        """Find the file of a picture; None if it is not here, or `media` is no id of ours."""
        with self._trouble():
            return place if (place := self._place(media)) and place.is_file() else None

    def read(self, media: str) -> bytes | None:
        """What is in a file; None if it is not here."""
        place = self.path(media)
        with self._trouble():
            return place.read_bytes() if place else None

    async def forget(self, media: Iterable[str]) -> None:
        """Remove the files, for good; what is not here is forgotten already."""
        await asyncio.to_thread(self._remove, tuple(media))

    async def sweep(self, at: datetime) -> int:
        """Remove what a killed process left unfinished more than an hour before `at`; gives how many files."""
        return await asyncio.to_thread(self._sweep, at - ABANDONED)

    def _put(self, jpeg: bytes) -> str:
        media = hashlib.sha256(jpeg).hexdigest()
        place = self.folder / media[:2] / media[2:]
        with self._trouble():
            place.parent.mkdir(parents=True, exist_ok=True)
            write(jpeg, place)
            settle(self.folder)
        return media

    def _remove(self, media: tuple[str, ...]) -> None:
        with self._trouble():
            for place in filter(None, map(self._place, media)):
                with suppress(FileNotFoundError):
                    place.unlink()
                    settle(place.parent)

    def _sweep(self, before: datetime) -> int:
        with self._trouble():
            abandoned = [part for part in self.folder.glob(f"??/*{PART}") if written_at(part) < before]
            for part in abandoned:
                part.unlink(missing_ok=True)
        return len(abandoned)

    def _place(self, media: str) -> Path | None:
        return self.folder / media[:2] / media[2:] if MEDIA.fullmatch(media) else None

    @contextmanager
    def _trouble(self) -> Generator[None]:
        try:
            yield
        except OSError as error:
            words = WORDS.get(error.errno or 0, f"refuses: {error.strerror}")
            raise StorageTrouble(f"The picture folder {self.folder} {words}.") from error


def write(jpeg: bytes, place: Path) -> None:
    """All of it or nothing, whenever the power fails. What was there is replaced, so a damaged file is healed."""
    with NamedTemporaryFile(dir=place.parent, suffix=PART, delete=False) as file:
        part = Path(file.name)
        try:
            file.write(jpeg)
            file.flush()
            os.fsync(file.fileno())
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)
    settle(place.parent)


def settle(folder: Path) -> None:
    """Have the disk know the names in it, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def written_at(file: Path) -> datetime:
    """Far in the future if it has just been finished, and so renamed."""
    try:
        return datetime.fromtimestamp(file.stat().st_mtime, UTC)
    except FileNotFoundError:
        return datetime.max.replace(tzinfo=UTC)
