"""Collect every sentence that the code says: `python -m bot.texts.extract` brings the catalogues up to date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from bot.texts import LANGUAGES, path_of, places, read_catalogue, translations

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "core", "scheduler")
KEYWORDS = {"say": None}
HEADER = """\
# What the bot says. The key is the sentence in the code; the {places} stay as they are.
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def main() -> None:
    for language in LANGUAGES:
        if language != "en":
            bring_up_to_date(language)


def bring_up_to_date(language: str) -> None:
    """Add the new sentences, drop those nobody says any more, keep every translation."""
    before = read_catalogue(language)
    after = Catalog()
    for key in sorted(sentences()):
        known = before.get(key)
        after.add(key, known.string if known else "", flags={"fuzzy"} if known and known.fuzzy else ())
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(HEADER.encode())
        write_po(file, after, no_location=True, omit_header=True, sort_output=True, width=120)


def missing(language: str) -> list[str]:
    """The sentences without a translation, or with one whose {places} are not those of the key."""
    if language == "en":
        return []
    known = translations(language)
    return [key for key in sorted(sentences()) if key not in known or places(known[key]) != places(key)]


def sentences() -> frozenset[str]:
    """Every literal handed to `say` in the code."""
    return frozenset(key for path in sources() for key in said_in(path))


def sources() -> Iterator[Path]:
    for package in PACKAGES:
        yield from sorted((ROOT / package).rglob("*.py"))


def said_in(path: Path) -> list[str]:
    return [str(key) for _, key, _, _ in extract_from_file("python", path, keywords=KEYWORDS)]


if __name__ == "__main__":
    main()
