"""Where a picture is looked at without harm: `reencode`, a process of its own, short of memory and of time."""

from __future__ import annotations

import asyncio
import errno
import os
import struct
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from pathlib import Path
from typing import Final, cast

from bot.logs import logger
from core.errors import Refused
from core.phrases import say
from core.values import dataclass

MOST_PIXELS: Final = 25_000_000
MOST_BYTES: Final = 20 << 20  # of an answer
PIECE: Final = 64 << 10
PATIENCE: Final = 15  # seconds with one picture
HEAD: Final = struct.Struct(">HH")
JPEG: Final = b"\xff\xd8\xff"
CODE: Final = Path(__file__).parents[1]
NEEDED: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHOME", "PYTHONPATH")

log = logger("darkroom")


@dataclass(frozen=True, slots=True)
class Developed:
    """Width and height are pixels."""

    jpeg: bytes
    width: int
    height: int


async def developed(data: bytes) -> Developed:
    """Have it written anew. Raises Refused if that fails, whatever the reason; OSError if no process can be started."""
    process, answer = await started(), b""
    try:
        async with asyncio.timeout(PATIENCE):
            await hand_over(data, process)
            answer = await heard(process)
            await process.wait()
    except TimeoutError:
        pass  # it is killed, and its status tells
    finally:
        last_words = await ended(process)
    if process.returncode or not answer.startswith(JPEG, HEAD.size):
        log.info("picture refused", status=process.returncode, err_class=last_words)
        raise refusal(process.returncode)
    width, height = HEAD.unpack_from(answer)
    return Developed(answer[HEAD.size :], width, height)


async def started() -> Process:
    """It gets nothing of our environment that it does not need, least of all a token."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.media.reencode", str(MOST_PIXELS),
        stdin=PIPE, stdout=PIPE, stderr=PIPE, cwd=CODE, start_new_session=True,
        env={name: os.environ[name] for name in NEEDED if name in os.environ},
    )  # fmt: skip


async def hand_over(data: bytes, process: Process) -> None:
    """Piece by piece, because a pipe would keep a copy of all that it cannot take at once."""
    stdin = cast("asyncio.StreamWriter", process.stdin)
    with suppress(ConnectionError):  # it has seen enough, or has died
        for start in range(0, len(data), PIECE):
            stdin.write(data[start : start + PIECE])
            await stdin.drain()
    stdin.close()


async def heard(process: Process) -> bytes:
    """All it says, but no more than a picture can have: who breaks it could make it talk for ever."""
    try:
        return await cast("asyncio.StreamReader", process.stdout).readexactly(MOST_BYTES)
    except asyncio.IncompleteReadError as end:
        return end.partial


async def ended(process: Process) -> str:
    """Leave no process behind, whatever happened. Gives the name of the error it died of, never what the error says."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
    cast("asyncio.StreamWriter", process.stdin).close()
    _, traceback = await process.communicate()
    return traceback.strip().rpartition(b"\n")[2].partition(b":")[0].decode("ascii", "replace")


def refusal(status: int | None) -> Refused:
    if status == errno.EFBIG:
        most = MOST_PIXELS // 1_000_000
        return Refused(say("That picture has more than {most} million pixels. Please send a smaller one.", most=most))
    return Refused(say("We cannot read this as a picture. Please send a JPEG or PNG, or a screenshot of it."))
