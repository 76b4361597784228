"""What the command line asks Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.settings import Settings
from core.errors import StorageTrouble

if TYPE_CHECKING:
    from bot.channels.telegram.standing import Standing

MANY = 100  # updates that wait: more than a desk that runs ever leaves
LATELY = timedelta(hours=1)


def asked(settings: Settings) -> Standing:
    """Raises StorageTrouble, as everything that is out of reach does."""
    from bot.channels.telegram.account import Account  # noqa: PLC0415 - takes seconds, for whoever has a bot
    from bot.channels.telegram.standing import NoStanding, standing  # noqa: PLC0415

    try:
        return asyncio.run(standing(Account(settings.telegram_token), settings.telegram_api))
    except NoStanding as no:
        raise StorageTrouble(str(no)) from None


def address_of(settings: Settings) -> str:
    """Where Telegram is to call us."""
    from bot.channels.telegram.account import Account  # noqa: PLC0415

    return settings.url + Account(settings.telegram_token).path


def noted(settings: Settings, found: Standing) -> Iterator[str]:
    """How things are, for whoever wants to know."""
    yield f"@{found.username}"
    if settings.telegram_webhook:
        yield "called by Telegram" if found.calls else "not called by Telegram yet: `aftercare run` sees to it"
    else:
        yield "updates are fetched"
        if not settings.public_url:
            yield "public_url is not set"
        if found.calls:
            yield f"Telegram still calls {found.host}: `aftercare run` ends that"
    yield f"{found.waiting} updates wait"
    if not found.reads_groups:
        yield "in groups it hears only what is meant for it, unless it is an administrator (privacy mode)"


def wrong(settings: Settings, found: Standing, ours: str, at: datetime) -> Iterator[str]:
    if settings.telegram_webhook and found.calls and found.calls != ours:
        yield f"Telegram calls {found.host} and not us: does another program use this token?"
    if found.trouble and found.trouble_at and at - found.trouble_at < LATELY:
        yield f"Telegram could not call us at {found.trouble_at:%H:%M} UTC: {found.trouble}"
    if found.waiting > MANY:
        yield f"{found.waiting} updates wait: is the desk running?"
