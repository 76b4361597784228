"""Who was pleased with a repair hears what else the shop has: once in a while, and not against his will (VIS-24)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.desk import Desk
from core.storage.open import open_store
from core.tickets import Facts, PersonId, Role
from tests.acceptance.scripts import VISITED
from tests.acceptance.shop import opened, shop_of
from tests.acceptance.world import Network, World

SHOP = """
[promises]
leaflet = "1 day"
[leaflet]
text = { zh = "新到护理套装", en = "Care sets have come in" }
"""
FOR_SOFAS = """
[catalogue.categories.sofa]
leaflet = { zh = "沙发清洁套装到货", en = "Cleaning sets for sofas" }
"""
CLOSED = VISITED + "Ann> [All in order]\n"
HEARD = "... until Tue 15:00\nAnn< Care sets have come in | 新到护理套装\n"


@pytest.fixture
async def shop(language: str, network: Network, tmp_path: Path) -> AsyncIterator[World]:
    """Which hands out leaflets."""
    overlay = tmp_path / "shop.toml"
    overlay.write_text(SHOP, "utf-8")
    store = open_store("sqlite://")
    yield await opened(store, language, overlay, network=network)
    await store.close()


@pytest.mark.rule("VIS-24")
async def test_it_comes_after_the_repair_and_can_be_refused(shop: World) -> None:
    await shop.play(
        CLOSED
        + HEARD
        + """
        Ann> [No such messages]
        Ann< only about your own tickets | 只就您自己的工单
        """
    )


def repaired_again(desk: Desk, customer: PersonId, facts: Facts) -> None:
    """As the first time, and accepted at once."""
    left = {name: facts[name] for name in ("product", "category", "symptom", "words", "name", "phone", "address")}
    ref = desk.open("fault", customer, left | {"accepted_at": desk.at.isoformat()}).ref
    desk.act(ref, "helped", Role.CUSTOMER, customer)


@pytest.mark.rule("VIS-24")
@pytest.mark.parametrize(("days", "mark"), [(80, "!"), (95, "<")])
async def test_a_second_repair_brings_one_only_after_the_policys_days(shop: World, days: int, mark: str) -> None:
    await shop.play(CLOSED + HEARD)
    ann = await shop.person("Ann")
    first = await shop.ticket("F-261123-0001")
    await shop.play(f"... {days} days\nAnn> status | 进度\n")
    await shop.do(lambda unit: repaired_again(Desk(unit, shop.shop, shop.at), ann.id, first.facts))
    await shop.play(f"... 3 days\nAnn{mark} Care sets have come in | 新到护理套装")


@pytest.mark.rule("VIS-24")
async def test_who_wants_no_news_gets_none(shop: World) -> None:
    await shop.play("Ann> unsubscribe | 退订\n" + CLOSED + HEARD.replace("Ann<", "Ann!"))


@pytest.mark.rule("VIS-24")
async def test_who_was_not_satisfied_is_spared_it(shop: World) -> None:
    await shop.play(
        CLOSED
        + """
        ... 2 hours
        Ann> [Not satisfied]
        Ann> [Skip]
        """
        + HEARD.replace("Ann<", "Ann!")
    )


@pytest.mark.rule("VIS-24")
async def test_the_leaflet_may_be_one_for_the_product(
    language: str, network: Network, tmp_path: Path, shop: World
) -> None:
    overlay = tmp_path / "sofas.toml"
    overlay.write_text(SHOP + FOR_SOFAS, "utf-8")
    sofas = replace(shop, shop=shop_of("furniture", overlay))
    await sofas.play(CLOSED + HEARD.replace("Care sets have come in | 新到护理套装", "Cleaning sets | 清洁套装"))


@pytest.mark.rule("VIS-24")
async def test_most_shops_hand_out_none(desk: World) -> None:
    await desk.play(CLOSED + "... 5 days\nAnn! come by, or call us | 欢迎到店")
