"""The files of a message on its way out: where they are, and what they are."""

from __future__ import annotations

from pathlib import Path

from bot.media.naming import file_name
from bot.media.pictures import Pictures
from core.errors import Refused
from core.phrases import say
from core.ports import Store, Stored, Unit
from core.values import dataclass


class StillComing(Refused):
    """Its network holds it yet."""

    def __init__(self) -> None:
        super().__init__(say("That file is still on its way."))


@dataclass(frozen=True, slots=True)
class Attachment:
    path: Path
    mime: str
    name: str = "file.bin"


@dataclass(frozen=True, slots=True)
class Attachments:
    store: Store
    pictures: Pictures

    async def find(self, media: str) -> Attachment | None:
        """None if it is not here any more, or will never come. Raises StillComing."""
        stored = await self.store.run(lambda unit: stored_as(unit, media))
        return attached(stored, self.pictures) if stored else None


def attached(stored: Stored, pictures: Pictures) -> Attachment | None:
    path = pictures.path(stored.content)
    return Attachment(path, stored.mime, file_name(stored.name, stored.mime)) if path else None


def stored_as(unit: Unit, media: str) -> Stored | None:
    """Raises StillComing."""
    stored = unit.media.file(media)
    if stored is None and unit.fetches.is_coming(media):
        raise StillComing
    return stored
