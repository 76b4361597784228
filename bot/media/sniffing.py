"""What a file is by its first bytes, whatever it is called: nothing else is kept, and nothing is believed."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from typing import Final

SEPARATORS: Final = ",;\t"
FEWEST: Final = 3  # separators in the first line of a table
HEAD: Final = 4096  # bytes that tell
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# fmt: off
CSV: Final = "text/csv"
SIGNS: Final[Mapping[str, str]] = {
    r"\xff\xd8\xff":                                    "image/jpeg",
    r"\x89PNG\r\n\x1a\n":                               "image/png",
    r"GIF8[79]a":                                       "image/gif",
    r"RIFF....WEBP":                                    "image/webp",
    r"....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)":       "image/heic",
    r"OggS":                                            "audio/ogg",
    r"ID3|\xff[\xfb\xf3\xf2]":                          "audio/mpeg",
    r"....ftypM4A":                                     "audio/mp4",
    r"....ftypqt":                                      "video/quicktime",
    r"....ftyp":                                        "video/mp4",
    r"\x1aE\xdf\xa3":                                   "video/webm",
    r"%PDF-":                                           "application/pdf",
    r"PK\x03\x04.*(?:\[Content_Types\]|_rels/).*word/": DOCX,
    r"PK\x03\x04.*(?:\[Content_Types\]|_rels/).*xl/":   XLSX,
    r"PK\x03\x04.{26}docProps/.*xl/":                   XLSX,
}
# fmt: on
ENDINGS: Final[Mapping[str, str]] = {
    "image/jpeg": "jpg",
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "video/quicktime": "mov",
    "video/mp4": "mp4",
    "video/webm": "webm",
    "application/pdf": "pdf",
    DOCX: "docx",
    XLSX: "xlsx",
    CSV: "csv",
}
COMPILED: Final = tuple((re.compile(sign.encode("latin-1"), re.DOTALL), mime) for sign, mime in SIGNS.items())


def mime_of(data: bytes) -> str:
    """Empty for what we do not keep."""
    head = data[:HEAD]
    return next((mime for sign, mime in COMPILED if sign.match(head)), CSV if is_table(head) else "")


def is_table(head: bytes) -> bool:
    """Text whose first line has several columns."""
    for encoding in ("utf-8-sig", "gb18030"):
        text = codecs.getincrementaldecoder(encoding)("ignore" if encoding == "gb18030" else "strict")
        try:
            first = text.decode(head).lstrip().partition("\n")[0]
        except UnicodeDecodeError:
            continue
        columns = max(first.count(separator) for separator in SEPARATORS)
        return columns >= FEWEST and all(letter.isprintable() or letter in "\t\r" for letter in first)
    return False
