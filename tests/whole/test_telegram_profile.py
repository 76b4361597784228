"""What the bot shows of itself before anybody has said a word, and what it lists for whom."""

from __future__ import annotations

from pathlib import Path

from core import membership
from core.tickets import Role
from tests.telegram.people import Person
from tests.whole.messenger import shop


def own(person: Person) -> dict[str, str]:
    """The commands that are set for this one chat, with what each is about."""
    scope = (("chat_id", person.id), ("type", "chat"))
    found = person.network.profile.commands.get((scope, ""), [])
    return {command["command"]: command["description"] for command in found}


async def test_everybody_finds_the_commands_of_his_role_in_his_language(sqlite_url: str, tmp_path: Path) -> None:
    async with shop(sqlite_url, tmp_path) as place, place.open() as desk:
        network = place.network
        await network.until(lambda: bool(network.called("setChatMenuButton")))
        ann, li = network.person("Ann"), network.person("李雷", language="zh")
        assert ann.commands == li.commands
        assert {"repair", "status", "human", "help", "cancel", "language", "mydata"} <= set(ann.commands)
        assert "undelivered" not in ann.commands
        boss = network.person("Liu", language="zh")
        code = await desk.app.store.run(lambda u: membership.invite(u, Role.MANAGER, None, place.clock()))
        await boss.starts(f"join-{code}")
        await boss.hears("欢迎加入")
        await network.until(lambda: "undelivered" in boss.commands)
        assert own(boss)["undelivered"] == "未送达"


async def test_another_language_changes_the_commands_too(sqlite_url: str, tmp_path: Path) -> None:
    async with shop(sqlite_url, tmp_path) as place, place.open():
        ann = place.network.person("Ann")
        await ann.says("/language")
        await ann.hears("English?")
        await ann.presses("中文")
        await ann.hears("从现在起说中文")
        await place.network.until(lambda: own(ann).get("repair") == "我要报修")


async def test_the_bot_says_what_it_is_for(sqlite_url: str, tmp_path: Path) -> None:
    async with shop(sqlite_url, tmp_path) as place, place.open():
        network = place.network
        await network.until(lambda: bool(network.called("setChatMenuButton")))
        texts = network.profile.texts
        assert "Songbai Home" in texts["description", ""]
        assert "松柏家居" in texts["description", "zh"]
        assert texts["short_description", "zh"] == "松柏家居售后服务"
        assert network.profile.menu[None]["type"] == "commands"


async def test_the_desk_opens_although_telegram_is_away(sqlite_url: str, tmp_path: Path) -> None:
    async with shop(sqlite_url, tmp_path) as place:
        await place.network.falls_silent()
        async with place.open():
            ann = place.network.person("Ann")
            await ann.starts()
            await place.network.comes_back()
            await ann.hears("How can I help you?")
