"""Links that open a chat with something said already: what a code on a product or an invoice stands for."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from core.tickets import Ref
from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """`answers` of the form are given already; `ticket` is what it is about. An empty form is the shop window."""

    token: str
    form: str = ""
    answers: Mapping[str, str] = field(default_factory=dict[str, str])
    ticket: Ref | None = None
    expires_at: datetime | None = None  # None: it is printed on something that lasts
    most: int | None = None  # times that it may be used


def new_token() -> str:
    """128 bits; letters, digits, - and _ only, as Telegram wants it."""
    return secrets.token_urlsafe(16)
