"""How the bot presents itself: what it is, and the commands that each person finds under its menu button."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import field
from typing import Final

from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, MenuButtonCommands

from bot.channels.telegram.calling import Bot
from bot.channels.telegram.front import Front, Listed
from core.people import Person
from core.values import dataclass
from scheduler.complaints import Complaints

# What Telegram calls a language, and what we do; "" is whoever has a phone in any other.
LANGUAGES: Final = (("", "en"), ("zh", "zh_CN"))
AGAIN: Final = 30.0  # seconds
MOST_CHATS: Final = 10_000


@dataclass
class Profile:
    bot: Bot
    front: Front
    shown: dict[str, Listed] = field(default_factory=dict[str, Listed])  # by chat
    complaints: Complaints = field(default_factory=Complaints)

    async def set_up(self) -> None:
        """Until it has worked once."""
        while True:
            try:
                await self.present()
            except Exception as wrong:  # noqa: BLE001 - the desk is open without it, and tries again
                self.complaints.failed("telegram profile", wrong)
                await asyncio.sleep(AGAIN)
            else:
                self.complaints.works("telegram profile")
                return

    async def present(self) -> None:
        """Raises TelegramError."""
        for code, language in LANGUAGES:
            listed = commands(self.front.commands(None, language))
            await self.bot.set_my_commands(listed, BotCommandScopeAllPrivateChats(), language_code=code or None)
            about, short = self.front.about(language)
            await self.bot.set_my_description(about, language_code=code or None)
            await self.bot.set_my_short_description(short, language_code=code or None)
        await self.bot.set_chat_menu_button(menu_button=MenuButtonCommands())

    async def show(self, chat: str, person: Person) -> None:
        """What this person may say, in his language. Raises TelegramError."""
        listed = self.front.commands(person, person.language)
        if self.shown.get(chat) == listed:
            return
        await self.bot.set_my_commands(commands(listed), BotCommandScopeChat(int(chat)))
        if len(self.shown) >= MOST_CHATS:
            self.shown.clear()
        self.shown[chat] = listed


def commands(listed: Iterable[tuple[str, str]]) -> list[BotCommand]:
    return [BotCommand(word, about) for word, about in listed]
