"""Who we are on Telegram, as far as the bot's token tells."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import field

from core.people import Chat
from core.values import dataclass

NAME = "telegram"
GONE = "gone"  # what we note ourselves, in place of an update, about a chat that can no longer be reached


@dataclass(frozen=True, slots=True)
class Account:
    token: str = field(repr=False)

    @property
    def id(self) -> str:
        """The bot's own number, which it keeps when its token is changed."""
        return self.token.partition(":")[0]

    @property
    def secret(self) -> str:
        """By which we know that it is Telegram who calls: every replica's is the same, and nobody can guess it."""
        return hmac.new(self.token.encode(), b"webhook", hashlib.sha256).hexdigest()

    @property
    def path(self) -> str:
        """Where Telegram calls us, under our public address."""
        return f"/telegram/{self.id}"

    def chat(self, number: int) -> Chat:
        return Chat(NAME, self.id, str(number))
