"""Refusals and mishaps that a person may have to be told about."""

from __future__ import annotations

from core.phrases import Phrase, say


class Refused(Exception):
    """The desk will not do it. `phrase` tells the person why, in words that help."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.key)
        self.phrase = phrase


class NotAllowed(Refused):
    """The ticket's table of moves has no such move for this role, in this state."""


class NotFound(Refused):
    """No such thing, or none that this person may see: the two are told in the same words."""

    def __init__(self) -> None:
        super().__init__(say("I cannot find that."))


class SlotTaken(Refused):
    """Somebody else booked the visit window in the meantime."""

    def __init__(self) -> None:
        super().__init__(say("That time has just been taken."))


class Changed(Exception):
    """The row was changed by somebody else since it was read: read again, then decide again."""


class WrongSetting(Exception):
    """A setting or a policy value is wrong. The message names the file and the key."""


class StorageTrouble(Exception):
    """The database cannot do its work now: locked, full, read-only, out of reach. The message names it."""


class CommitUnknown(StorageTrouble):
    """The connection broke during the commit: it may or may not have happened. Look again before doing it again."""
