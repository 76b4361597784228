"""Look at one picture from stdin and write it anew to stdout: upright, at most 2048 pixels, nothing kept but pixels.

A process of its own (`python -m bot.media.reencode 25000000`, the most pixels it may have), because a picture can be
made to exhaust or to break whoever decodes it. The answer is width and height, two 16-bit numbers, and the JPEG.
The exit status EFBIG means too many pixels; everything else that goes wrong ends in a traceback.
"""

from __future__ import annotations

import errno
import os
import resource
import struct
import sys
import warnings
from contextlib import suppress
from io import BytesIO
from typing import Final

from PIL import ExifTags, Image, ImageCms, ImageFile

MEMORY: Final = 512 << 20  # bytes of address space
SECONDS: Final = 10  # of processor time
SIDE: Final = 2048
FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP")  # Pillow opens an MPO as a JPEG
TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def main(most_pixels: int) -> None:
    confine()
    Image.MAX_IMAGE_PIXELS = most_pixels
    warnings.simplefilter("error")
    warnings.simplefilter("ignore", UserWarning)  # damaged EXIF, a second picture that is none: neither is kept
    try:
        given = Image.open(BytesIO(sys.stdin.buffer.read()), formats=FORMATS)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        sys.exit(errno.EFBIG)
    image = anew(given)
    ImageFile.MAXBLOCK = 2 * SIDE * SIDE  # a progressive JPEG must fit into one block; narrow noise did not
    jpeg = BytesIO()
    image.save(jpeg, "JPEG", quality=85, progressive=True)
    sys.stdout.buffer.write(struct.pack(">HH", *image.size) + jpeg.getvalue())


def confine() -> None:
    """Take little, and let the chat go first."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    if sys.platform == "linux":  # elsewhere the system's own libraries need more than that
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.nice(5)


def anew(image: Image.Image) -> Image.Image:
    """Paint its first frame on a white sheet: what was written beside the pixels stays behind."""
    turn, profile = turn_of(image), image.info.get("icc_profile")
    image = in_colours(image)
    image.thumbnail((SIDE, SIDE))
    sheet = Image.new("RGB", image.size, "white")
    sheet.paste(image, mask=image if image.mode == "RGBA" else None)
    if isinstance(profile, bytes):
        to_srgb(sheet, profile)
    return sheet.transpose(turn) if turn is not None else sheet


def turn_of(image: Image.Image) -> Image.Transpose | None:
    """Which way the camera was held; damaged EXIF does not say."""
    with suppress(SyntaxError, ValueError, TypeError, struct.error):
        return TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    return None


def in_colours(image: Image.Image) -> Image.Image:
    if image.mode == "I;16":  # converting would turn all but the darkest into white
        image = Image.frombytes("L", image.size, image.tobytes()[1::2])
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def to_srgb(sheet: Image.Image, profile: bytes) -> None:
    """Phones record wider colours; shown without their profile these would be dull."""
    with suppress(ImageCms.PyCMSError, OSError):  # a damaged profile
        srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
        ImageCms.profileToProfile(sheet, ImageCms.ImageCmsProfile(BytesIO(profile)), srgb, inPlace=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
