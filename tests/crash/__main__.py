"""Hold conversations with a desk that dies: `python -m tests.crash --seed 7 --first 42 --count 1` replays one."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

from tests.crash.campaign import Campaign
from tests.crash.fate import Doom
from tests.crash.haunting import Haunting
from tests.crash.journey import DELIVERY, REPAIR
from tests.crash.mortal_desk import MortalDesk
from tests.crash.mutants import MUTANTS
from tests.crash.points import Point
from tests.crash.premises import Databases, Files, Premises

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - each run has a folder of its own in it


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first conversation")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--every", type=int, default=1, help="take only one in so many, for several runs at once")
    parser.add_argument(
        "--only", metavar="POINT:N", type=doom, help="kill it the Nth time it comes by there, and not again"
    )
    parser.add_argument("--haunted", action="store_true", help="stop the desk and let it go on, instead of killing it")
    parser.add_argument("--delivery", action="store_true", help="the story of a delivery instead of a repair")
    parser.add_argument("--telegram", action="store_true", help="on Telegram, through both libraries and a socket")
    parser.add_argument("--mutant", choices=sorted(MUTANTS), help="a desk with a bug that has to be found")
    parser.add_argument("--postgres", metavar="URL", help="an empty database; without it, SQLite in memory")
    given = parser.parse_args()
    errors = structlog.make_filtering_bound_logger(logging.ERROR)
    structlog.configure(wrapper_class=errors, logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    numbers = range(given.first, given.first + given.count * given.every, given.every)
    with TemporaryDirectory(prefix="aftercare-crash-", dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as folder:
        copies = Databases(given.postgres) if given.postgres else Files(Path(folder))
        sys.stdout.write(campaign(given, Premises(copies)).run(numbers).to_json())


def campaign(given: argparse.Namespace, premises: Premises) -> Campaign:
    story = DELIVERY if given.delivery else REPAIR
    if given.telegram:
        from tests.crash.on_telegram import TelegramCampaign  # noqa: PLC0415 - takes seconds

        return TelegramCampaign(premises, given.seed, only=given.only, story=story)
    kind = MUTANTS[given.mutant] if given.mutant else MortalDesk
    return (Haunting if given.haunted else Campaign)(premises, given.seed, kind, given.only, story=story)


def doom(words: str) -> Doom:
    point, nth = words.split(":")
    return Doom(int(nth), Point(point))


if __name__ == "__main__":
    main()
