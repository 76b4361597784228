"""Pictures of every kind, and things that only look like one."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Final, TypeAlias

from PIL import ExifTags, Image, ImageCms

Colour: TypeAlias = float | tuple[int, ...] | None  # as Pillow gives it
RED: Final = (220, 30, 30)
GREEN: Final = (30, 200, 30)
GREY: Final = (156, 156, 156)
WHITE: Final = (255, 255, 255)
GPS: Final = ExifTags.IFD.GPSInfo


def written(image: Image.Image, kind: str = "JPEG", **extra: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **extra)
    return file.getvalue()


def phone_photo() -> bytes:
    exif = orientation(1)
    exif[ExifTags.Base.Model] = "Homephone 12"
    exif.get_ifd(GPS).update({1: "N", 2: (31.0, 14.0, 10.0), 3: "E", 4: (121.0, 28.0, 5.0)})
    return written(
        corners(), exif=exif, comment=b"our kitchen", icc_profile=srgb(), xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    )


def corners() -> Image.Image:
    """A lying picture, of another colour in each corner."""
    image = Image.new("RGB", (96, 64), WHITE)
    for colour, corner in zip((RED, GREEN, GREY, (30, 30, 220)), corner_points(image.size), strict=True):
        image.paste(colour, (corner[0] - 8, corner[1] - 8, corner[0] + 8, corner[1] + 8))
    return image


def corner_points(size: tuple[int, int]) -> list[tuple[int, int]]:
    return [(x, y) for x in (8, size[0] - 8) for y in (8, size[1] - 8)]


def orientation(held: int) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = held
    return exif


def half_transparent(mode: str) -> bytes:
    """Clear on the left, dark on the right."""
    image = Image.new("RGBA", (40, 10), (0, 0, 0, 0))
    image.paste((20, 20, 20, 255), (20, 0, 40, 10))
    return written(image.convert(mode), "PNG")


def bomb(side: int) -> bytes:
    return written(Image.new("1", (side, side)), "PNG")


def endless() -> bytes:
    """A progressive JPEG that paints its 25 million pixels two thousand times."""
    data = written(Image.new("L", (5000, 5000)), progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * 2000 + data[-2:]


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]


def with_red_for_green() -> bytes:
    """A profile by which what is written as red is meant as green."""
    return srgb().replace(b"rXYZ", b"tmp.").replace(b"gXYZ", b"rXYZ").replace(b"tmp.", b"gXYZ")


def plain(mode: str = "RGB") -> Image.Image:
    return Image.new("RGB", (40, 40), RED).convert(mode)


def moving(kind: str) -> bytes:
    later = Image.new("RGB", (40, 40), GREEN)
    return written(plain(), kind, save_all=True, append_images=[later])


def vast_webp() -> bytes:
    """Says that it is 16383 by 16383 pixels."""
    body = b"\x2f" + struct.pack("<I", 16382 | 16382 << 14) + bytes(100)
    chunk = b"WEBPVP8L" + struct.pack("<I", len(body)) + body + b"\0"
    return b"RIFF" + struct.pack("<I", len(chunk)) + chunk


def garbled_png() -> bytes:
    """Whole and well checked, but its pixels are no compressed data."""
    data, garbage = written(plain(), "PNG"), b"IDAT" + b"\xff" * 40
    header = data[:33]
    return header + struct.pack(">I", 40) + garbage + struct.pack(">I", zlib.crc32(garbage)) + data[-12:]


READABLE: Final = {
    "PNG": (written(plain(), "PNG"), RED),
    "PNG of few colours": (written(plain().quantize(4), "PNG"), RED),
    "PNG with 16 bits a pixel": (written(Image.new("I;16", (40, 40), 40_000), "PNG"), GREY),
    "WebP": (written(plain(), "WEBP", lossless=True), RED),
    "moving WebP": (moving("WEBP"), RED),
    "moving GIF": (moving("GIF"), RED),
    "moving PNG": (moving("PNG"), RED),
    "JPEG with a second picture": (moving("MPO"), RED),
    "grey JPEG": (written(Image.new("L", (40, 40), 156)), GREY),
    "JPEG for print": (written(plain("CMYK")), RED),
    "JPEG with a profile": (written(plain(), icc_profile=with_red_for_green()), GREEN),
    "JPEG with a damaged profile": (written(plain(), icc_profile=b"x" * 300), RED),
    "JPEG with damaged EXIF": (written(plain(), exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff\x12\x01\3"), RED),
    "JPEG with EXIF that is none": (written(plain(), exif=b"Exif\0\0no such thing"), RED),
}

UNREADABLE: Final = {
    "nothing": b"",
    "a letter called photo.jpg": b"Dear shop, my table is broken." * 40,
    "a page": b"<html><script>alert(1)</script></html>",
    "a drawing": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "half a JPEG": phone_photo()[:-400],
    "the beginning of a JPEG": b"\xff\xd8\xff\xe0",
    "the beginning of a PNG": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "a garbled PNG": garbled_png(),
    "a TIFF": written(plain(), "TIFF"),
    "a program": b"\x7fELF" + bytes(1000),
}

BOMBS: Final = {
    "PNG of 5001 by 5001": bomb(5001),
    "PNG of 13000 by 13000": bomb(13_000),
    "vast WebP": vast_webp(),
}
