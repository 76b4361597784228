"""Ports of this machine that nobody has, for a server that is started again on the same one."""

from __future__ import annotations

import random
import socket
from contextlib import ExitStack

# Below those that the system gives to outgoing calls: one of them might have it while the server is away.
LOWEST, HIGHEST = 15_000, 32_000


def free_ports(count: int) -> list[int]:
    with ExitStack() as held:
        return [held.enter_context(listening()).getsockname()[1] for _ in range(count)]


def listening() -> socket.socket:
    while True:
        try:
            return socket.create_server(("127.0.0.1", random.randint(LOWEST, HIGHEST)))
        except OSError:  # somebody has it
            continue
