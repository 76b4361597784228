"""A file as an answer, kept under its name in the media store."""

from __future__ import annotations

from typing_extensions import override

from bot.dialogue.answer import Answer, Misunderstood
from bot.dialogue.occasion import Occasion
from bot.envelope import Content, Photo
from core.phrases import Value, say

LONGEST = 200


class Document(Answer[str]):
    takes_files = True

    @override
    def read(self, content: Content, occasion: Occasion) -> str:
        if not isinstance(content, Photo) or not content.media:
            raise Misunderstood(say("Please send a file."))
        return content.media

    @override
    def keep(self, value: str) -> str:
        return value

    @override
    def recall(self, kept: str) -> str:
        if not kept or len(kept) > LONGEST:
            raise ValueError(kept)
        return kept

    @override
    def shown(self, kept: str) -> Value:
        return say("received")
