"""A form left half filled in: asked about once, put away in the end, and the person is told (CHN-17)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

from core.phrases import Phrase, say
from core.policy.sections import Conversation as Patience
from core.ports import Conversation, Unit
from core.values import dataclass

Say: TypeAlias = Callable[[Unit, Conversation, Phrase, datetime], None]

STILL_THERE = say('Are you still there? Just answer the question above, or say "cancel".')
PUT_AWAY = say(
    "We have not heard from you for a while, so the form is put away. Nothing was sent. Just begin again at any time."
)


@dataclass(frozen=True, slots=True)
class Drafts:
    """Units of work on silent drafts. `tell` puts a phrase into one chat."""

    patience: Patience
    tell: Say

    def to_nudge(self, unit: Unit, at: datetime) -> tuple[Conversation, ...]:
        return unit.chats.silent(at - self.patience.nudge_after.time)

    def to_close(self, unit: Unit, at: datetime) -> tuple[Conversation, ...]:
        """Only what was nudged before: nobody's form is put away without a question."""
        return unit.chats.silent(at - self.patience.close_after.time, nudged=True)

    def nudge(self, unit: Unit, conversation: Conversation, at: datetime) -> None:
        """Its silence goes on: the draft counts as touched when it was due to be nudged."""
        unit.chats.open(conversation.chat, "")
        if conversation in self.to_nudge(unit, at):  # else it was answered since it was read
            draft = {**(conversation.draft or {}), "nudged": True}
            unit.chats.keep_draft(conversation.id, draft, at - self.patience.nudge_after.time)
            self.tell(unit, conversation, STILL_THERE, at)

    def close(self, unit: Unit, conversation: Conversation, at: datetime) -> None:
        unit.chats.open(conversation.chat, "")
        if conversation in self.to_close(unit, at):
            unit.chats.keep_draft(conversation.id, None, at)
            self.tell(unit, conversation, PUT_AWAY, at)
