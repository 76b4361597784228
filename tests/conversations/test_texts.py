"""The catalogues, and how they are kept up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import texts
from bot.dialogue.words import Words
from bot.texts import catalogue, extract
from core.phrases import Phrase
from tests.conversations.transcript import SHANGHAI


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Code and catalogues of a small program of its own."""
    monkeypatch.setattr(texts, "HERE", tmp_path / "texts")
    monkeypatch.setattr(extract, "ROOT", tmp_path)
    (tmp_path / "bot").mkdir()
    catalogue.cache_clear()
    return tmp_path


def code(place: Path, *sentences: str) -> None:
    (place / "bot" / "hello.py").write_text("\n".join(f"say({sentence!r}, n=1)" for sentence in sentences))


def translate(place: Path, key: str, text: str, *, note: str = "") -> None:
    path = place / "texts" / "zh_CN" / "LC_MESSAGES" / "aftercare.po"
    path.write_text(path.read_text().replace(f'msgid "{key}"\nmsgstr ""', f'{note}msgid "{key}"\nmsgstr "{text}"'))
    catalogue.cache_clear()


def test_new_sentences_are_added_and_old_ones_dropped_with_translations_kept(elsewhere: Path) -> None:
    code(elsewhere, "Hello", "Good {n}", "")
    extract.main()
    assert extract.missing("zh_CN") == ["Good {n}", "Hello"]
    translate(elsewhere, "Hello", "您好")
    translate(elsewhere, "Good {n}", "好 {n}")
    code(elsewhere, "Hello", "Bye")
    extract.main()
    assert extract.missing("zh_CN") == ["Bye"]
    assert dict(texts.catalogue("zh_CN")) == {"Hello": "您好"}


def test_bringing_up_to_date_twice_changes_nothing(elsewhere: Path) -> None:
    code(elsewhere, "Hello")
    extract.main()
    once = texts.path_of("zh_CN").read_bytes()
    extract.main()
    assert texts.path_of("zh_CN").read_bytes() == once


def test_nothing_is_missing_in_english(elsewhere: Path) -> None:
    code(elsewhere, "Hello")
    assert extract.missing("en") == []


def test_a_translation_with_other_places_is_missing_and_not_used(elsewhere: Path) -> None:
    code(elsewhere, "Good {n}")
    extract.main()
    translate(elsewhere, "Good {n}", "好 {m}")
    assert extract.missing("zh_CN") == ["Good {n}"]
    assert Words("zh_CN", SHANGHAI)(Phrase("Good {n}", {"n": 1})) == "Good 1"


def test_a_translation_still_to_be_confirmed_is_kept_but_not_used(elsewhere: Path) -> None:
    code(elsewhere, "Hello")
    extract.main()
    translate(elsewhere, "Hello", "您好", note="#, fuzzy\n")
    extract.main()
    assert "您好" in texts.path_of("zh_CN").read_text()
    assert extract.missing("zh_CN") == ["Hello"]


def test_a_language_nobody_has_translated_is_english(elsewhere: Path) -> None:
    assert elsewhere.exists()
    assert catalogue("fr") == {}
