"""Telegram. Nothing outside this package imports aiogram or python-telegram-bot: they take seconds to load."""

from __future__ import annotations

import os

os.environ.setdefault("PTB_TIMEDELTA", "1")  # python-telegram-bot reads it when it is loaded
