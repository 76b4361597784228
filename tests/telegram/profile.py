"""What the bot says about itself: commands by scope and language, name, descriptions, menu button."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiogram.methods import (
    DeleteMyCommands,
    GetChatMenuButton,
    GetMyCommands,
    GetMyDescription,
    GetMyName,
    GetMyShortDescription,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
)
from aiogram.types import BotCommand, BotCommandScopeChat, BotCommandScopeUnion

from tests.telegram.refusals import Json, bad

if TYPE_CHECKING:
    from tests.telegram.network import Network

MOST_COMMANDS = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
Scope = tuple[tuple[str, object], ...]


@dataclass
class Profile:
    commands: dict[tuple[Scope, str], list[Json]] = field(default_factory=dict[tuple[Scope, str], list[Json]])
    texts: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])  # by what and language
    menu: dict[int | None, Json] = field(default_factory=dict[int | None, Json])

    def shown_to(self, person: int, language: str) -> list[str]:
        """The commands that somebody finds in his private chat with the bot: the narrowest scope counts."""
        for scope in ({"type": "chat", "chat_id": person}, {"type": "all_private_chats"}, {"type": "default"}):
            for spoken in (language, ""):
                if found := self.commands.get((tuple(sorted(scope.items())), spoken)):
                    return [command["command"] for command in found]
        return []


def key(scope: BotCommandScopeUnion | None, language: str | None) -> tuple[Scope, str]:
    named: Json = scope.model_dump(exclude_none=True, mode="json") if scope else {"type": "default"}
    return tuple(sorted(named.items())), spoken_in(language)


def spoken_in(language: str | None) -> str:
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    return language or ""


def set_my_commands(network: Network, call: SetMyCommands) -> bool:
    if len(call.commands) > MOST_COMMANDS:
        raise bad("too many commands")
    for command in call.commands:
        check(command)
    if isinstance(call.scope, BotCommandScopeChat) and call.scope.chat_id not in network.rooms:
        raise bad("chat not found")
    kept = [{"command": command.command, "description": command.description} for command in call.commands]
    network.profile.commands[key(call.scope, call.language_code)] = kept
    return True


def check(command: BotCommand) -> None:
    if not COMMAND.fullmatch(command.command.removeprefix("/")):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(command.description) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")


def get_my_commands(network: Network, call: GetMyCommands) -> list[Json]:
    return network.profile.commands.get(key(call.scope, call.language_code), [])


def delete_my_commands(network: Network, call: DeleteMyCommands) -> bool:
    network.profile.commands.pop(key(call.scope, call.language_code), None)
    return True


def write(network: Network, what: str, text: str | None, language: str | None, most: int) -> bool:
    if len(text or "") > most:
        raise bad(f"{what} is too long")
    network.profile.texts[what, spoken_in(language)] = text or ""
    return True


def read(network: Network, what: str, language: str | None) -> Json:
    """In this language, or as it is said to everybody."""
    texts = network.profile.texts
    return {what: texts.get((what, spoken_in(language))) or texts.get((what, ""), "")}


def set_my_description(network: Network, call: SetMyDescription) -> bool:
    return write(network, "description", call.description, call.language_code, 512)


def get_my_description(network: Network, call: GetMyDescription) -> Json:
    return read(network, "description", call.language_code)


def set_my_short_description(network: Network, call: SetMyShortDescription) -> bool:
    return write(network, "short_description", call.short_description, call.language_code, 120)


def get_my_short_description(network: Network, call: GetMyShortDescription) -> Json:
    return read(network, "short_description", call.language_code)


def set_my_name(network: Network, call: SetMyName) -> bool:
    return write(network, "name", call.name, call.language_code, 64)


def get_my_name(network: Network, call: GetMyName) -> Json:
    return read(network, "name", call.language_code)


def set_chat_menu_button(network: Network, call: SetChatMenuButton) -> bool:
    button = call.menu_button
    network.profile.menu[call.chat_id] = button.model_dump(exclude_none=True, mode="json") if button else {}
    return True


def get_chat_menu_button(network: Network, call: GetChatMenuButton) -> Json:
    menu = network.profile.menu
    return menu.get(call.chat_id) or menu.get(None) or {"type": "default"}
