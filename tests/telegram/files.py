"""Files that were sent, by the id under which each side may use them again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from tests.telegram.forms import Upload
from tests.telegram.refusals import Json, Refused, bad

MEGABYTE = 1024 * 1024
LARGEST_DOWNLOAD = 20 * MEGABYTE
LARGEST_UPLOAD = 50 * MEGABYTE
LARGEST_PHOTO = 10 * MEGABYTE
LONGEST_SIDES = 10_000
FOLDERS = {"photo": "photos", "voice": "voice", "video": "videos", "document": "documents"}


@dataclass(frozen=True, slots=True)
class Kept:
    id: str
    path: str
    upload: Upload
    looks: Json  # what a message says of it besides the ids

    @property
    def json(self) -> Json:
        """`file_unique_id` is the same for the same bytes; `file_id` is only the bot's."""
        unique = sha256(self.upload.data).hexdigest()[:16]
        return {"file_id": self.id, "file_unique_id": unique, "file_size": len(self.upload.data), **self.looks}


@dataclass
class Files:
    kept: dict[str, Kept] = field(default_factory=dict[str, Kept])
    arriving: Mapping[str, Upload] = field(default_factory=dict[str, Upload])  # with the call that is carried out
    lost: set[str] = field(default_factory=set[str])  # paths that no longer download

    def keep(self, kind: str, upload: Upload, looks: Json | None = None) -> Kept:
        number = len(self.kept)
        ending = {"photo": "jpg", "voice": "oga", "video": "mp4"}.get(kind) or upload.name.rpartition(".")[2]
        kept = Kept(
            f"AgAC{number:06}{sha256(upload.data).hexdigest()[:40]}",
            f"{FOLDERS[kind]}/file_{number}.{ending}",
            upload,
            looks or {},
        )
        self.kept[kept.id] = kept
        return kept

    def given(self, kind: str, media: object) -> Kept:
        """What a call names: a new file, or one that is here already."""
        if not isinstance(media, str):
            raise bad("there is no file in the request")
        if media.startswith("attach://"):
            upload = self.arriving.get(media.removeprefix("attach://"))
            if upload is None:
                raise bad(f"attached file {media!r} not found")
            if not upload.data:
                raise bad("file must be non-empty")
            if len(upload.data) > (LARGEST_PHOTO if kind == "photo" else LARGEST_UPLOAD):
                raise Refused(413, "Request Entity Too Large")
            return self.keep(kind, upload, looks_of(kind, upload))
        if media not in self.kept:
            raise bad("wrong file identifier/HTTP URL specified")
        return self.kept[media]

    def described(self, file_id: str) -> Json:
        kept = self.kept.get(file_id)
        if kept is None:
            raise bad("invalid file_id")
        if len(kept.upload.data) > LARGEST_DOWNLOAD:
            raise bad("file is too big")
        known = kept.json
        return {key: known[key] for key in ("file_id", "file_unique_id", "file_size")} | {"file_path": kept.path}

    def at(self, path: str) -> bytes | None:
        found = [one.upload.data for one in self.kept.values() if one.path == path and path not in self.lost]
        return found[0] if found else None


def looks_of(kind: str, upload: Upload) -> Json:
    if kind == "photo":
        return size_of(upload.data)
    named: Json = {"mime_type": upload.mime}
    if kind == "document":
        named["file_name"] = upload.name
    if kind == "video":
        named |= {"width": 640, "height": 360}
    return named | ({"duration": 3} if kind in {"voice", "video"} else {})


def size_of(data: bytes) -> Json:
    """Telegram makes its own copy of a photo, so it must be one."""
    try:
        with Image.open(BytesIO(data)) as picture:
            width, height = picture.size
    except UnidentifiedImageError:
        raise bad("IMAGE_PROCESS_FAILED") from None
    if width + height > LONGEST_SIDES or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return {"width": width, "height": height}


def photo_sizes(small: Kept, large: Kept) -> list[Json]:
    """The smaller first, as Telegram lists them."""
    return [small.json, large.json]
