"""A network to try things by hand: `python -m tests.telegram [port]`, then `aftercare run` with what it prints."""

from __future__ import annotations

import asyncio
import re
import sys
from collections import Counter

from click import echo

from tests.telegram.network import Network
from tests.telegram.people import Person
from tests.telegram.server import opened
from tests.telegram.test_files import picture

HELP = """AFTERCARE_TELEGRAM_API={url} AFTERCARE_TELEGRAM_TOKEN={token} aftercare run

What you type is said by Ann, or by whom you name: Zhang> /start. [Label] presses a button; (place), (contact), (photo)
are shared. What stands in a chat is shown as it comes; what has made a sound has ♪.
"""
SPOKEN = re.compile(r"(?:(\w+)> *)?(.*)")


async def main(port: int) -> None:
    async with opened(port=port) as network:
        echo(HELP.format(url=network.url, token=network.token))
        people = {"Ann": network.person("Ann")}
        shows = asyncio.create_task(show(network, people))
        while line := await asyncio.to_thread(sys.stdin.readline):
            found = SPOKEN.fullmatch(line.strip())
            name, said = found.groups() if found else (None, "")
            if (name := name or "Ann") not in people:
                people[name] = network.person(name)
            try:
                await act(people[name], said)
            except AssertionError as impossible:
                echo(impossible)
        shows.cancel()


async def act(person: Person, line: str) -> None:
    match line:
        case "":
            return
        case "(place)":
            await person.shares_place()
        case "(contact)":
            await person.shares_contact()
        case "(photo)":
            await person.sends_photo(picture(40 + len(person.room.messages)))
        case _ if line.startswith("[") and line.endswith("]"):
            await person.presses(line[1:-1])
        case _:
            await person.says(line)


async def show(network: Network, people: dict[str, Person]) -> None:
    """What is new, and what has changed."""
    seen = Counter[str]()
    while True:
        stands = Counter(line for name, person in people.items() for line in lines(name, person))
        for line in stands - seen:
            echo(line)
        seen = stands
        await network.updates.stirred.wait()


def lines(name: str, person: Person) -> list[str]:
    heard = person.noticed.splitlines()
    stands = [f"  {name} {'♪' if line in heard else ' '} {line}" for line in person.sees.splitlines()]
    return [*stands, *([f"  {name}   keyboard: {person.keyboard}"] if person.keyboard else [])]


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
