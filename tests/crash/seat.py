"""A person at a chat: what he has read, and what of it is new."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.people import Chat
from core.ports import Parcel


@dataclass(slots=True)
class Seat:
    chat: Chat
    read: set[int] = field(default_factory=set[int])
    since: list[str] = field(default_factory=list[str])  # he last said something
    buttons: dict[str, tuple[int, str]] = field(default_factory=dict[str, tuple[int, str]])

    def reads(self, parcel: Parcel) -> None:
        """A copy tells him nothing; of two buttons with the same words he takes that of the newer message."""
        if parcel.id in self.read:
            return
        self.read.add(parcel.id)
        self.since.append(str(parcel.body["text"]))
        for label, token in parcel.body.get("buttons", ()):
            self.buttons[label] = max(self.buttons.get(label, (0, "")), (parcel.id, token))

    def sees(self, text: str) -> bool:
        return any(text in words for words in self.since)

    def can_say(self, said: str) -> bool:
        return not said.startswith("[") or said[1:-1] in self.buttons

    def raw(self, said: str) -> str:
        """What goes over the network: words as they are, a button as what it carries."""
        self.since.clear()
        return "!" + self.buttons[said[1:-1]][1] if said.startswith("[") else said
