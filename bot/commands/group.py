"""What the command line says of the staff's own group on Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.commands.given import in_one_unit
from bot.settings import Settings
from core.errors import StorageTrouble
from core.people import STAFF, Person
from core.ports import Board, Unit
from core.values import dataclass

if TYPE_CHECKING:
    from bot.channels.telegram.company import Company

GONE = "the bot is not in it any more: take it in, and say /connect there"
NO_TOPICS = "it has no topics: turn them on in its settings"
NO_RIGHT = "the bot may not manage its topics: make it an administrator with that right"


@dataclass(frozen=True, slots=True)
class Known:
    """What the desk knows: its board, and the staff by their chat there; "" where they have none."""

    board: Board | None
    staff: tuple[tuple[str, str], ...]  # name, chat


def known(unit: Unit, account: str) -> Known:
    people = {person.id: person for role in sorted(STAFF) for person in unit.people.with_role(role)}
    return Known(
        unit.boards.on("telegram", account),
        tuple((person.name or str(person.id), chat_of(unit, person, account)) for person in people.values()),
    )


def chat_of(unit: Unit, person: Person, account: str) -> str:
    chats = (conversation.chat for conversation in unit.chats.of(person.id))
    return next((chat.chat for chat in chats if (chat.channel, chat.account) == ("telegram", account)), "")


def looked_at(settings: Settings) -> tuple[Known, Company | None]:
    """Raises StorageTrouble, as everything that is out of reach does."""
    from bot.channels.telegram.account import Account  # noqa: PLC0415 - takes seconds, for whoever has a bot
    from bot.channels.telegram.company import company  # noqa: PLC0415
    from bot.channels.telegram.standing import NoStanding  # noqa: PLC0415

    account = Account(settings.telegram_token)
    ours = in_one_unit(settings, lambda unit: known(unit, account.id))
    if ours.board is None:
        return ours, None
    people = [chat for _, chat in ours.staff if chat]
    try:
        return ours, asyncio.run(company(account, settings.telegram_api, ours.board.chat.chat, people))
    except NoStanding as no:
        raise StorageTrouble(str(no)) from None


def missing(found: Company | None) -> Iterator[str]:
    """What stands in the way of topics."""
    if found is None:
        yield GONE
        return
    if not found.forum:
        yield NO_TOPICS
    if not found.topics:
        yield NO_RIGHT


def present(found: Company, staff: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """By name, for whoever is to ask them in."""
    yield f"“{found.title}”, it hears all and may manage topics"
    away = sorted(name for name, chat in staff if chat in found.absent)
    never = sorted(name for name, chat in staff if not chat)
    if away:
        yield f"not in it: {', '.join(away)}"
    if never:
        yield f"have not written to the bot: {', '.join(never)}"
    if not away and not never:
        yield "all of the staff are in it"
