"""A network to try things by hand: `python -m tests.telegram [port]`, then `aftercare run` with what it prints."""

from __future__ import annotations

import asyncio
import sys

from click import echo

from tests.telegram.network import Network
from tests.telegram.people import Person
from tests.telegram.server import opened

HELP = """AFTERCARE_TELEGRAM_API={url} AFTERCARE_TELEGRAM_TOKEN={token} aftercare run

What you type is said by Ann; [Label] presses a button, (place) and (contact) share something, /start begins.
"""


async def main(port: int) -> None:
    async with opened(port=port) as network:
        echo(HELP.format(url=network.url, token=network.token))
        ann = network.person("Ann")
        shows = asyncio.create_task(show(network, ann))
        while line := await asyncio.to_thread(sys.stdin.readline):
            try:
                await act(ann, line.strip())
            except AssertionError as impossible:
                echo(impossible)
        shows.cancel()


async def act(ann: Person, line: str) -> None:
    match line:
        case "":
            return
        case "(place)":
            await ann.shares_place()
        case "(contact)":
            await ann.shares_contact()
        case _ if line.startswith("[") and line.endswith("]"):
            await ann.presses(line[1:-1])
        case _:
            await ann.says(line)


async def show(network: Network, ann: Person) -> None:
    """What is new, and what has changed."""
    seen: set[str] = set()
    while True:
        for line in [*ann.sees.splitlines(), f"  keyboard: {ann.keyboard}" if ann.keyboard else ""]:
            if line and line not in seen:
                echo("  " + line)
        seen = {*ann.sees.splitlines(), f"  keyboard: {ann.keyboard}"}
        await network.updates.stirred.wait()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
