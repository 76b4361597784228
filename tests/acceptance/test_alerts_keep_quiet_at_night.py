"""What can wait does not ring at night; what is urgent does, unless the shop wants otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.storage.open import open_store
from tests.acceptance.complaints import LODGED
from tests.acceptance.shop import opened
from tests.acceptance.world import Network, World

MAJOR = LODGED.replace("The drawer came with", "The drawer is a matter for the press:").replace(
    "抽屉送来", "抽屉我要找记者曝光，送来"
)
AT_NIGHT = """
    ... until Mon 22:30
"""
HEARS = "Liu< The drawer | 抽屉\n"


@pytest.mark.rule("ESC-01")
async def test_an_ordinary_one_is_told_in_the_morning_and_climbs_from_then_on(desk_on_either: World) -> None:
    await desk_on_either.play(
        AT_NIGHT
        + LODGED
        + """
        Liu! The drawer | 抽屉
        ... until Tue 07:59
        Liu! The drawer | 抽屉
        ... until Tue 08:01
        Liu< The drawer | 抽屉
        ... until Tue 09:09
        Zhao!! The drawer | 抽屉
        ... until Tue 09:11
        Zhao< Nobody has taken care yet | 尚无人处理
        """
    )


@pytest.mark.rule("ESC-01")
async def test_an_urgent_one_is_told_at_once(desk_on_either: World) -> None:
    await desk_on_either.play(AT_NIGHT + MAJOR + HEARS)


async def test_a_shop_that_sleeps_hears_the_urgent_one_in_the_morning(
    language: str, network: Network, tmp_path: Path
) -> None:
    overlay = tmp_path / "shop.toml"
    overlay.write_text("[escalation]\nurgent_wakes = false\n")
    store = open_store("sqlite://")
    world = await opened(store, language, overlay, network=network)
    await world.play(AT_NIGHT + MAJOR + "Liu!! The drawer | 抽屉\n... until Tue 08:01\n" + HEARS)
    await store.close()
