"""A server in place of Telegram that answers as it is told, down to the bytes, and remembers what it was asked."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

TOKEN = "4242:SECRET-canary_of-the-tests"  # noqa: S105 - of nobody


@dataclass(frozen=True)
class Hang:
    """Says nothing more."""


@dataclass(frozen=True)
class Cut:
    """Says this much, and breaks the connection."""

    said: bytes = b""


@dataclass(frozen=True)
class Done:
    """It does what it is asked."""


Answer: TypeAlias = bytes | Done | Hang | Cut
DONE = Done()


@dataclass
class Asked:
    method: str
    fields: dict[str, str]
    body: bytes


@dataclass
class Scripted:
    answers: list[Answer] = field(default_factory=list[Answer])
    asked: list[Asked] = field(default_factory=list[Asked])
    url: str = ""
    serving: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])
    numbers: Iterator[int] = field(default_factory=lambda: count(100))

    @property
    def methods(self) -> list[str]:
        return [asked.method for asked in self.asked]

    def expects(self, *answers: Answer) -> None:
        """In this order; after that everything succeeds."""
        self.answers = list(answers)

    def answer(self, asked: Asked) -> bytes | Hang | Cut:
        self.asked.append(asked)
        answer = self.answers.pop(0) if self.answers else DONE
        return ok(self.result(asked)) if isinstance(answer, Done) else answer

    def result(self, asked: Asked) -> object:
        if asked.method == "sendMediaGroup":
            return [message(next(self.numbers)) for _ in range(asked.body.count(b"attach://"))]
        if asked.method.startswith("edit"):
            return message(int(asked.fields["message_id"]))
        return message(next(self.numbers)) if asked.method.startswith("send") else True

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self.serving.add(task)
        await self.hear(reader, writer)
        self.serving.remove(task)

    async def hear(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            while True:
                answer = self.answer(await asked_on(reader))
                if isinstance(answer, Hang):
                    await reader.read()
                    break
                writer.write(answer.said if isinstance(answer, Cut) else answer)
                await writer.drain()
                if isinstance(answer, Cut):
                    break
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def asked_on(reader: asyncio.StreamReader) -> Asked:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    lines = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    if "chunked" in lines.get("transfer-encoding", ""):
        body = await chunks(reader)
    else:
        body = await reader.readexactly(int(lines.get("content-length", 0)))
    path = head.split(" ", 2)[1]
    assert path.startswith(f"/bot{TOKEN}/"), "the transport, and nobody else, puts the token there"
    fields = dict(parse_qsl(body.decode(errors="replace"))) if "urlencoded" in lines.get("content-type", "") else {}
    return Asked(path.rpartition("/")[2], fields, body)


async def chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return body


@asynccontextmanager
async def scripted() -> AsyncGenerator[Scripted]:
    script = Scripted()
    server = await asyncio.start_server(script.serve, "127.0.0.1", 0)
    script.url = "http://{}:{}".format(*server.sockets[0].getsockname())
    try:
        yield script
    finally:
        server.close()
        if script.serving:
            await asyncio.wait(script.serving, timeout=5)  # whoever called has hung up


def http(status: int, body: bytes, kind: str = "application/json") -> bytes:
    return f"HTTP/1.1 {status} So\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


def ok(result: object) -> bytes:
    return http(200, json.dumps({"ok": True, "result": result}).encode())


def no(status: int, description: str = "", *, http_status: int = 0, **parameters: int) -> bytes:
    said: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    if parameters:
        said["parameters"] = parameters
    return http(http_status or status, json.dumps(said).encode())


def message(number: int) -> dict[str, Any]:
    return {"message_id": number, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "x"}
