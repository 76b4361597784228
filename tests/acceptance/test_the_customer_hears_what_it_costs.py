"""Under warranty, out of it, or unknown: the customer hears which and why, and so does whoever goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.storage.open import open_store
from tests.acceptance.quotes import UNPAID, WORK_DONE
from tests.acceptance.scripts import ACCEPTED, ON_SITE, REPORTED
from tests.acceptance.shop import ANNS_PHONE, opened
from tests.acceptance.world import Network, World

UNKNOWN = REPORTED.replace("sofa seat is sagging | 我家沙发坐垫塌陷了", "bed creaks | 我家的床吱嘎响")


@pytest.mark.rule("WAR-07")
@pytest.mark.rule("DSP-09")
async def test_under_warranty_it_is_free(desk: World) -> None:
    """The sofa was bought with the phone number that she gives at the end."""
    await desk.play(
        REPORTED
        + """
        Ann< under warranty (2 years from the day the goods were received), so the repair is free | 本次维修免费
        """
        + ACCEPTED
        + """
        Zhang< Under warranty | 保修期内
        """
    )


@pytest.mark.rule("WAR-01")
async def test_whose_purchase_it_is_hears_until_when(desk: World) -> None:
    await desk.change("Ann", phone=ANNS_PHONE, phone_is_own=True)
    told = UNPAID.replace("    Ann> 138 0013 8000\n", "")
    before, sent = told.split("Ann> [Send]")
    await desk.play(before + "Ann< warranty ended on 2025-05-20 | 2025-05-20")
    await desk.play(f"Ann> [Send]{sent} Ann< warranty ended on 2025-05-20 | 2025-05-20")


async def test_who_is_known_need_not_type_where_his_purchase_was_brought(desk: World) -> None:
    await desk.change("Ann", phone=ANNS_PHONE, phone_is_own=True)
    told = UNPAID.replace("    Ann> 138 0013 8000\n", "").replace(
        "Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼", "Ann> [1 Wensan Road]"
    )
    await desk.play(told)


@pytest.mark.rule("FEE-01")
@pytest.mark.rule("WAR-05")
@pytest.mark.rule("DSP-09")
async def test_after_the_warranty_the_fee_is_said_beforehand(desk: World) -> None:
    await desk.play(
        UNPAID
        + """
        Ann< By our records the warranty is over | 产品已过保
        Ann< CN¥60.00 | ¥60.00
        Chen< Chargeable | 收费
        """
        + ACCEPTED
        + """
        Zhang< Chargeable | 收费
        Zhang< Labour | 维修工时费
        """
    )


@pytest.mark.rule("WAR-14")
async def test_where_nothing_is_quoted_the_supervisor_settles_what_is_not_covered(
    language: str, network: Network, tmp_path: Path
) -> None:
    overlay = tmp_path / "shop.toml"
    overlay.write_text('[warranty]\nquote_before = "never"\n')
    desk = await opened(open_store("sqlite://"), language, overlay, network=network)
    await desk.play(
        REPORTED
        + ACCEPTED
        + ON_SITE
        + WORK_DONE.replace("Normal wear | 正常磨损", "Misuse or damage by somebody | 使用不当或人为损坏")
        + """
        Liu< Misuse or damage by somebody, is not covered | “使用不当或人为损坏”不在保修范围内
        Ann< Is everything in order? | 请您验收
        """
    )
    await desk.store.close()


@pytest.mark.rule("WAR-07")
async def test_without_a_record_the_receipt_decides(desk: World) -> None:
    await desk.play(
        UNKNOWN
        + """
        Ann< could not find the purchase | 未查到您的购买记录
        """
        + ACCEPTED
        + """
        Zhang< look at the receipt | 购买凭证
        """
    )
