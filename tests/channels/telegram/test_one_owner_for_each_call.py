"""What receives only receives, and nobody has to load it who has no bot."""

from __future__ import annotations

import subprocess
import sys

import pytest
from aiogram import Bot

from bot.channels.telegram.polling import OnlyAsks

BOT = "7000000001:AAFq7-cWzQ1x_b0sample0sample0sample0"


async def test_what_receives_calls_nothing_else() -> None:
    bot = Bot(BOT, session=OnlyAsks())
    for call in (bot.get_me, bot.get_updates, bot.delete_webhook):
        with pytest.raises(TypeError, match="not for this bot to call"):
            await call()


def test_a_desk_without_a_bot_loads_no_library_for_one() -> None:
    code = "import sys, bot.app; print({'aiogram', 'telegram'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert said.stdout == "set()\n"
