"""The catalogues: what the bot says, in each language. The key is the sentence in the code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

LANGUAGES = ("zh_CN", "en")
HERE = Path(__file__).parent


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Each translated sentence by its English key; empty for English and for a language nobody has translated.

    A translation that names a place its key has not is left out, because it could not be filled.
    """
    return {key: text for key, text in translations(language).items() if places(text) <= places(key)}


def translations(language: str) -> Mapping[str, str]:
    """What stands in the file, sound or not; sentences still to be translated or confirmed are left out."""
    messages = ((message.id, message.string) for message in read_catalogue(language) if not message.fuzzy)
    return {key: text for key, text in messages if isinstance(key, str) and isinstance(text, str) and key and text}


def read_catalogue(language: str) -> Catalog:
    path = path_of(language)
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file)


def path_of(language: str) -> Path:
    return HERE / language / "LC_MESSAGES" / "aftercare.po"


def places(text: str) -> frozenset[str]:
    """The names in {braces}."""
    return frozenset(re.findall(r"\{(\w+)\}", text))
