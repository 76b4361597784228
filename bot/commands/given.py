"""What every command may need: the settings, and a way to the database beside the running desk."""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from bot.settings import Settings, read_settings
from core.errors import StorageTrouble, WrongSetting
from core.opening import shop_with
from core.ports import Unit
from core.shop import Shop
from core.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given:
    """What was said before the name of the command. Settings are read by the commands that have any use for them."""

    config: Path | None = None

    def settings(self) -> Settings:
        """Raises WrongSetting."""
        return read_settings(self.config)


def now() -> datetime:
    return datetime.now(UTC)


def shop_of(settings: Settings) -> Shop:
    """Raises WrongSetting."""
    return shop_with(settings.policy(), now())


def ready(settings: Settings) -> None:
    """See to it that there is a folder to write to. Raises WrongSetting."""
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        probe = settings.data / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as refusal:
        said = f"{settings.origin('data')}: the folder {settings.data.absolute()} cannot be written"
        raise WrongSetting(f"{said}: {refusal.strerror}") from None


def ready_to_open(settings: Settings) -> None:
    """See to it that the desk can begin, so that it does not stop half-way. Raises WrongSetting."""
    settings.policy()
    ready(settings)
    if settings.restoring.exists():
        raise StorageTrouble("A restore was not finished: run `aftercare restore` again, with --overwrite.")
    listen(settings, "port", settings.host)
    listen(settings, "admin_port", "127.0.0.1")


def listen(settings: Settings, key: str, host: str) -> None:
    port: int = getattr(settings, key)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as refusal:
        raise WrongSetting(cannot_listen(settings, key, f"{host}:{port}", refusal)) from None


def cannot_listen(settings: Settings, key: str, where: str, refusal: OSError) -> str:
    if refusal.errno == errno.EADDRINUSE:
        return f"{settings.origin(key)}: {where} is used by another program"
    if refusal.errno == errno.EADDRNOTAVAIL or (refusal.errno or 0) < 0:  # below zero: the name is not known
        return f"{settings.origin('host')}: {where} is not an address of this machine"
    return f"{settings.origin(key)}: {where} cannot be used: {refusal.strerror}"


def in_one_unit(settings: Settings, work: Callable[[Unit], T]) -> T:
    """Carry `work` to the database; the desk may be running meanwhile. Raises StorageTrouble."""
    set_up(settings)
    return asyncio.run(carried(settings.database, work))


def set_up(settings: Settings) -> None:
    """See to it that there is a database of today's shape. Raises StorageTrouble."""
    from core.storage.engines import place  # noqa: PLC0415 - half a second that only some commands have to wait
    from core.storage.schema import is_current  # noqa: PLC0415

    if not is_current(settings.database):
        where = place(settings.database)
        raise StorageTrouble(f"The database {where} is not set up, or not up to date: run `aftercare migrate`.")


async def carried(url: str, work: Callable[[Unit], T]) -> T:
    from core.storage.open import open_store  # noqa: PLC0415

    store = open_store(url)
    try:
        return await store.run(work)
    finally:
        await store.close()
