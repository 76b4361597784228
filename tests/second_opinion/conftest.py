"""A network that nobody here wrote, and a shop on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ports import free_ports
from tests.second_opinion.package import NotHere, fetched
from tests.second_opinion.phone import Network
from tests.second_opinion.shop import Shop, running, wait_for

FRONT = Path(__file__).with_name("front.js")


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    try:
        package = fetched()
    except NotHere as why:
        pytest.skip(str(why))
    port, people_port = free_ports(2)
    network = Network(port, people_port)
    with running(["node", str(FRONT), str(package), str(port), str(people_port)], tmp_path):
        wait_for(port, f"/bot{network.token}/getMe")
        yield network


@pytest.fixture
def shop(network: Network, tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(network, tmp_path, *free_ports(2))
    with shop.open():
        yield shop
