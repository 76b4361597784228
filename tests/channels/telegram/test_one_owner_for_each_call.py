"""What receives only receives, and nobody has to load it who has no bot."""

from __future__ import annotations

import subprocess
import sys

import pytest
from aiogram import Bot
from aiogram.methods import GetMe, GetUpdates, SendMessage

from bot.channels.telegram.polling import OnlyAsks

TOKEN = "7000000001:AAFq7-cWzQ1x_b0sample0sample0sample0"


@pytest.mark.parametrize("call", [GetMe(), GetUpdates(), SendMessage(chat_id=1, text="hello")])
async def test_what_receives_calls_nothing_else(call: GetMe | GetUpdates | SendMessage) -> None:
    bot = Bot(TOKEN, session=OnlyAsks())
    with pytest.raises(TypeError, match="not for this bot to call"):
        await bot(call)


def test_a_desk_without_a_bot_loads_no_library_for_one() -> None:
    code = "import sys, bot.app; print({'aiogram', 'telegram'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "set()\n"
