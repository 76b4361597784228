"""Photos: they come as many messages, and somebody says when that was all."""

from __future__ import annotations

import json
from typing import Any, cast

from typing_extensions import override

from bot.dialogue.answer import Answer, Misunderstood
from bot.dialogue.clean import clean, shortened
from bot.dialogue.occasion import Occasion
from bot.envelope import Content, Photo, Text
from core.phrases import Value, say
from core.values import dataclass, replace

AS_JSON = json.JSONEncoder(ensure_ascii=False)
FROM_JSON = json.JSONDecoder()
LONGEST_WORDS = 500
MOST_WORDS = 10


@dataclass(frozen=True, slots=True)
class Album:
    """`photos` are names in the media store, `words` what was said in between."""

    photos: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Photos(Answer[Album]):
    asks = "photos"
    takes_files = True

    def __init__(self, most: int = 6) -> None:
        self.most = most

    @override
    def read(self, content: Content, occasion: Occasion) -> Album:
        return self.add(Album(), content)

    def add(self, album: Album, content: Content) -> Album:
        """The album with this message in it; the same photo counts once. Raises Misunderstood when it is full."""
        match content:
            case Photo(media, caption):
                return with_words(self.with_photo(album, media), caption)
            case Text(text):
                return with_words(album, text)
            case _:
                raise Misunderstood(say("Please send photos."))

    def with_photo(self, album: Album, media: str) -> Album:
        if not media or media in album.photos:
            return album
        if len(album.photos) >= self.most:
            raise Misunderstood(say("I keep the first {most} photos, that is enough.", most=self.most))
        return replace(album, photos=(*album.photos, media))

    @override
    def keep(self, value: Album) -> str:
        return AS_JSON.encode({"photos": value.photos, "words": value.words})

    @override
    def recall(self, kept: str) -> Album:
        try:
            fields: Any = FROM_JSON.decode(kept)
            return Album(texts(fields["photos"]), texts(fields["words"]))
        except (TypeError, KeyError) as broken:
            raise ValueError(kept) from broken

    @override
    def shown(self, kept: str) -> Value:
        album = self.recall(kept)
        if album.words:
            return say("{n} received, {words}", n=len(album.photos), words=album.words)
        return say("{n} received", n=len(album.photos))


def with_words(album: Album, text: str) -> Album:
    words = shortened(clean(text), LONGEST_WORDS)
    if not words or words in album.words or len(album.words) >= MOST_WORDS:
        return album
    return replace(album, words=(*album.words, words))


def texts(listed: object) -> tuple[str, ...]:
    """Raises TypeError if it is not a list of texts."""
    if not isinstance(listed, list):
        raise TypeError
    each = cast("list[object]", listed)
    if not all(isinstance(text, str) for text in each):
        raise TypeError
    return tuple(cast("list[str]", each))
