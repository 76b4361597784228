"""Telegram's HTML, read as strictly as it reads it: the text that stands there, and the entities in it."""

from __future__ import annotations

import re
from html import unescape

from tests.telegram.refusals import Json, bad

PIECE = re.compile(r"<(/?)([a-zA-Z0-9-]*)([^<>]*)(>?)|&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);|[^<&]+|&")
KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote",
}  # fmt: skip
MOST_ENTITIES = 100


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def parsed(text: str, mode: object) -> tuple[str, list[Json]]:
    """The text after parsing, and its entities in UTF-16 units."""
    if not isinstance(mode, str) or not mode:
        return text.strip(), []
    if mode.lower() != "html":
        raise bad(f"unsupported parse_mode {mode}: this network reads HTML only")
    plain, entities = html(text)
    return trimmed(plain, entities)


def html(text: str) -> tuple[str, list[Json]]:
    plain, at = "", 0
    entities: list[Json] = []
    open_tags: list[tuple[str, Json]] = []
    for piece in PIECE.finditer(text):
        at = len(text[: piece.start()].encode())
        if not piece[0].startswith("<"):
            plain += unescape(piece[0]) if len(piece[0]) > 1 and piece[0][0] == "&" else piece[0]
        elif piece[1]:
            if not open_tags or open_tags[-1][0] != piece[2].lower():
                raise bad(f"can't parse entities: Unexpected end tag at byte offset {at}")
            entity = open_tags.pop()[1]
            entities.append(entity | {"length": utf16(plain) - entity["offset"]})
        else:
            open_tags.append((piece[2].lower(), opened(piece, utf16(plain), at)))
    if open_tags:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{open_tags[-1][0]}\"")
    return plain, sorted(entities, key=lambda entity: entity["offset"])


def opened(piece: re.Match[str], offset: int, at: int) -> Json:
    tag = piece[2].lower()
    if tag not in KINDS or not piece[4]:
        raise bad(f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {at}')
    entity: Json = {"type": KINDS[tag], "offset": offset}
    if tag == "a":
        address = re.search(r"""href=["']([^"']*)["']""", piece[3])
        entity["url"] = unescape(address[1]) if address else ""
    return entity


def trimmed(plain: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """White space around the text goes, and entities that hold nothing any more."""
    left = utf16(plain) - utf16(plain.lstrip())
    text = plain.strip()
    end = utf16(text)
    kept: list[Json] = []
    for entity in entities:
        start = max(0, entity["offset"] - left)
        stop = min(end, entity["offset"] + entity["length"] - left)
        if stop > start:
            kept.append(entity | {"offset": start, "length": stop - start})
    return text, kept[:MOST_ENTITIES]
