"""A text that the shop writes itself, in both languages of the desk."""

from __future__ import annotations

from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    zh: str
    en: str

    def in_(self, language: str) -> str:
        """`language` as a person has it: zh_CN, en."""
        return self.zh if language.startswith("zh") else self.en
