"""What `aftercare check` says of the bot, and codes that lead to it. Never a word of the token."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.telegram.account import Account
from core.links import Link
from core.people import Chat
from core.ports import Unit
from core.tickets import Role
from tests.commands.shell import Said, Shell
from tests.telegram.chats import Room
from tests.telegram.faults import Broken
from tests.telegram.network import Network
from tests.telegram.people import Person
from tests.telegram.server import opened


@pytest.fixture
async def network() -> AsyncIterator[Network]:
    async with opened() as network:
        yield network


@pytest.fixture
def bot(desk: Shell, network: Network, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A desk that has a bot."""
    monkeypatch.setenv("AFTERCARE_TELEGRAM_TOKEN", network.token)
    monkeypatch.setenv("AFTERCARE_TELEGRAM_API", network.url)
    return desk


async def run(shell: Shell, network: Network, *words: str) -> Said:
    """While Telegram runs here too."""
    said = await asyncio.to_thread(shell, *words)
    secret = network.token.partition(":")[2]
    assert secret not in said.out + said.err
    return said


def about_telegram(said: Said) -> str:
    (line,) = [line for line in said.out.splitlines() if line.startswith("telegram: ")]
    return line.removeprefix("telegram: ")


async def test_it_says_who_the_bot_is_and_how_it_hears(bot: Shell, network: Network) -> None:
    said = await run(bot, network, "check")
    assert about_telegram(said) == (
        "ok (@aftercare_bot, updates are fetched, public_url is not set, 0 updates wait, "
        "in groups it hears only what is meant for it, unless it is an administrator (privacy mode))"
    )
    assert said.code == 0
    assert [call.method for call in network.calls] == ["getMe", "getWebhookInfo"]


async def test_a_bot_that_reads_groups_and_is_called_is_well(
    bot: Shell, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    network.reads_groups = True
    monkeypatch.setenv("AFTERCARE_PUBLIC_URL", "https://service.example.com")
    assert about_telegram(await run(bot, network, "check")) == (
        "ok (@aftercare_bot, not called by Telegram yet: `aftercare run` sees to it, 0 updates wait)"
    )
    network.webhooks.url = f"https://service.example.com/telegram/{network.bot_id}"
    assert about_telegram(await run(bot, network, "check")) == (
        "ok (@aftercare_bot, called by Telegram, 0 updates wait)"
    )


async def test_another_programs_webhook_is_named_by_its_host_only(
    bot: Shell, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AFTERCARE_PUBLIC_URL", "https://service.example.com")
    network.webhooks.url = f"https://old.example.org/{network.token}"
    said = await run(bot, network, "check")
    assert said.code == 1
    assert about_telegram(said) == ("Telegram calls old.example.org and not us: does another program use this token?")
    monkeypatch.setenv("AFTERCARE_TELEGRAM_BY", "polling")
    assert "Telegram still calls old.example.org: `aftercare run` ends that" in (await run(bot, network, "check")).out


async def test_what_telegram_met_with_lately_is_told(bot: Shell, network: Network) -> None:
    failed = datetime.now(UTC) - timedelta(minutes=5)
    network.webhooks.trouble = "Wrong response from the webhook: 502 Bad Gateway"
    network.webhooks.failed_at = int(failed.timestamp())
    assert about_telegram(await run(bot, network, "check")) == (
        f"Telegram could not call us at {failed:%H:%M} UTC: Wrong response from the webhook: 502 Bad Gateway"
    )
    network.webhooks.failed_at = int((failed - timedelta(hours=2)).timestamp())
    assert (await run(bot, network, "check")).code == 0


async def test_updates_that_nobody_takes_are_counted(bot: Shell, network: Network) -> None:
    ann = network.person("Ann")
    for number in range(101):
        await ann.says(str(number))
    assert about_telegram(await run(bot, network, "check")) == "101 updates wait: is the desk running?"


async def test_a_wrong_token_is_not_repeated(bot: Shell, network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTERCARE_TELEGRAM_TOKEN", "7000000001:" + "x" * 35)
    said = await run(bot, network, "doctor")
    assert about_telegram(said) == "Telegram does not know the token: ask @BotFather for the right one"
    assert "xxxx" not in said.out + said.err


async def test_a_telegram_that_is_away_is_told_as_such(bot: Shell, network: Network) -> None:
    network.faults.next("getMe", Broken(502, page=True))
    assert "does not answer as Telegram does" in about_telegram(await run(bot, network, "check"))
    await network.falls_silent()
    assert f"{network.url} cannot be reached: ClientConnectorError" in about_telegram(await run(bot, network, "check"))


def test_without_a_bot_nothing_is_asked(desk: Shell) -> None:
    assert about_telegram(desk("check")) == "ok (not used: telegram_token is not set)"


def about_group(said: Said) -> str:
    (line,) = [line for line in said.out.splitlines() if line.startswith("staff group: ")]
    return line.removeprefix("staff group: ")


async def test_a_group_that_nobody_has_connected_is_no_fault(bot: Shell, network: Network) -> None:
    assert about_group(await run(bot, network, "check")) == (
        "ok (not used: say /connect in one, as a supervisor or manager of the desk)"
    )


async def test_it_says_who_of_the_staff_is_missing_in_their_group(bot: Shell, network: Network) -> None:
    liu, zhang = network.person("Liu"), network.person("Zhang")
    group = network.group("Desk", liu, forum=True)
    await asyncio.to_thread(bot.kept, lambda unit: staffed(unit, network, group, liu, zhang))
    assert about_group(await run(bot, network, "check")) == (
        "ok (“Desk”, it hears all and may manage topics, not in it: Zhang, have not written to the bot: Chen)"
    )
    group.members[zhang.id] = "member"
    assert "not in it" not in about_group(await run(bot, network, "check"))


async def test_what_keeps_the_desk_from_making_topics_is_said(bot: Shell, network: Network) -> None:
    liu = network.person("Liu")
    group = network.group("Desk", liu, rights=frozenset({"can_pin_messages"}))
    await asyncio.to_thread(bot.kept, lambda unit: staffed(unit, network, group, liu))
    said = await run(bot, network, "check")
    assert about_group(said) == (
        "it has no topics: turn them on in its settings; "
        "the bot may not manage its topics: make it an administrator with that right"
    )
    assert said.code == 1
    group.bot = "kicked"
    assert about_group(await run(bot, network, "check")) == (
        "the bot is not in it any more: take it in, and say /connect there"
    )


def staffed(unit: Unit, network: Network, group: Room, *people: Person) -> None:
    """These are technicians on Telegram, Chen is a dispatcher who is not there."""
    account = Account(network.token)
    unit.boards.connect(account.chat(group.id), "en", datetime.now(UTC))
    chats = [(person.name, account.chat(person.id), Role.TECHNICIAN) for person in people]
    for name, chat, role in (*chats, ("Chen", Chat("web", "", "chen"), Role.DISPATCHER)):
        known = unit.chats.open(chat, "en").person
        unit.people.save(replace(known, name=name, roles=frozenset({role})))


async def test_a_code_has_a_picture_for_each_way_in(bot: Shell, network: Network) -> None:
    said = await run(bot, network, "qr", "product", "sofa", "NOVA sofa", "nova.svg")
    web, telegram = said.out.splitlines()
    token = web.rpartition("=")[2]
    assert telegram == f"nova-telegram.svg: https://t.me/aftercare_bot?start={token}"
    assert len(list(bot.folder.glob("*.svg"))) == 2
    kept = await asyncio.to_thread(bot.kept, lambda unit: unit.links.get(token, datetime.now(UTC)))
    assert kept == Link(token, "report_fault", {"product": "own:sofa:NOVA sofa"})


async def test_a_code_whose_bot_cannot_be_asked_is_not_made(bot: Shell, network: Network) -> None:
    await network.falls_silent()
    said = await run(bot, network, "qr", "shop", "window.png")
    assert said.code == 1
    assert "cannot be reached" in said.err
    assert not list(bot.folder.glob("*.png"))


async def test_an_invitation_is_a_link_to_the_bot_too(bot: Shell, network: Network) -> None:
    said = await run(bot, network, "invite", "technician")
    page, chat = said.out.splitlines()
    code = page.partition("/#join=")[2]
    assert chat == f"https://t.me/aftercare_bot?start=join-{code}"
    assert len(f"join-{code}") <= 64
