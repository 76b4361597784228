"""What the bot says about itself."""

from __future__ import annotations

import pytest
from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat, MenuButtonCommands
from telegram.error import BadRequest

from tests.telegram.conftest import Sender
from tests.telegram.network import Network


async def test_everybody_finds_the_commands_of_his_role_and_language(network: Network, sender: Sender) -> None:
    ann, li, zhang = network.person("Ann"), network.person("李雷", "zh"), network.person("Zhang")
    await sender.set_my_commands([BotCommand("help", "what I can do")])
    await sender.set_my_commands([BotCommand("status", "我的工单")], BotCommandScopeAllPrivateChats(), "zh")
    await sender.set_my_commands([BotCommand("today", "my visits")], BotCommandScopeChat(zhang.id))
    assert (ann.commands, li.commands, zhang.commands) == (["help"], ["status"], ["today"])
    await sender.delete_my_commands(BotCommandScopeChat(zhang.id))
    assert zhang.commands == ["help"]
    assert [c.command for c in await sender.get_my_commands()] == ["help"]


@pytest.mark.parametrize("command", ["Help", "my-visits", "x" * 33])
async def test_a_command_has_small_letters(sender: Sender, command: str) -> None:
    with pytest.raises(BadRequest, match=r"(?i)bot_command_invalid"):
        await sender.set_my_commands([BotCommand(command, "what it does")])


async def test_descriptions_speak_the_language_of_whoever_reads(sender: Sender) -> None:
    await sender.set_my_description("The service desk")
    await sender.set_my_description("售后服务", "zh")
    await sender.set_my_short_description("Service")
    assert (await sender.get_my_description("zh")).description == "售后服务"
    assert (await sender.get_my_description("de")).description == "The service desk"
    with pytest.raises(BadRequest, match=r"(?i)too long"):
        await sender.set_my_short_description("x" * 121)


async def test_the_menu_button_opens_the_commands(sender: Sender) -> None:
    await sender.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await sender.get_chat_menu_button()).type == "commands"
