"""From the contract to the signature, to a far town, and a large job, each of its people at a window of his own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.acceptance.orders import HANDED_IN, IN_STORE
from tests.browser.stage import Stage, staged

pytestmark = pytest.mark.asyncio(loop_scope="session")

DATE_CHOSEN = """
    Ann> [选送货时间]
    Ann> 1
    Ann> [一楼]
    Ann> [否]
    Ann> [跳过]
    Ann> [提交]
    Ann< 单号 S-261123-0001
    Mei< 自己选好了送货时间
"""
BROUGHT = """
    Sun< S-261123-0001
    Sun> [货已验好]
    Sun> [跳过]
    Sun> [已出发]
    Sun> [30分钟]
    Ann< 已在路上
    Sun> [已到达]
    Sun> [已开箱验货]
    Sun> (photo placed)
    Sun> [完成]
    Sun> [跳过]
"""
SIGNED = """
    Ann> [签收]
    Ann> [李雷]
    Ann> [跳过]
    Ann< 您已收到
    Sun< 李雷已签收
    Mei< 这笔销售已完结
"""
PAID_AND_SHIPPED = """
    Mei> 发货
    Mei> S-202611-201
    Mei> [跳过]
    Mei> [跳过]
    Mei> 乌鲁木齐市人民路 8 号
    Mei> [否]
    Mei> [跳过]
    Mei> [提交]
    Qian< 货款到账了吗？
    Qian> [货款已到账]
    Chen> [物流已接单]
    Gu> [仓库已接单]
    Gu> [已发货]
    Gu> 德邦
    Gu> DP-778
    Gu> [跳过]
    Gu> [跳过]
    Gu> [跳过]
    Gu> [提交]
"""
RECEIVED = """
    Ann< 已发出：德邦，运单号 DP-778
    Chen> [已到达]
    Ann> [已收到，完好]
    Ann< 您已收到：三人布艺沙发
    Mei< 已收到三人布艺沙发
"""
APPROVED = """
    Mei> 工程
    Mei> 李雷
    Mei> 138 0013 8000
    Mei> 橡木门
    Mei> 120樘
    Mei> 杭州市上城区人民路 9 号
    Mei> 八点前不施工
    Mei> 2026-12-18
    Mei> [仅安装]
    Mei> [跳过]
    Mei> [提交]
    Chen> [批准]
    Liu> [批准]
    Zhao> [批准]
    Ann< 已批准
"""
CARRIED_OUT = """
    Chen> [编制进度计划]
    Chen> [是]
    Chen> 2026-11-30 门框安装
    Ann< 门框安装
    Chen> [节点完成]
    Chen> [门框安装]
    Chen> (photo frames)
    Chen> [完成]
    Ann< “门框安装”已完成
"""


@pytest_asyncio.fixture(loop_scope="session")
async def stage(tmp_path: Path, browser: Browser) -> AsyncIterator[Stage]:
    stage = await staged(browser, tmp_path)
    yield stage
    await stage.close()


async def test_a_contract_becomes_a_delivery_and_is_signed_for(stage: Stage) -> None:
    await stage.play(HANDED_IN + IN_STORE)
    await stage.shots("contract", "Mei", "Gu", "Ann")
    await stage.play(DATE_CHOSEN + BROUGHT)
    await stage.shots("brought", "Ann", "Sun")
    await stage.play(SIGNED)
    await stage.shots("signed", "Ann", "Sun", "Mei")


async def test_goods_for_a_far_town_leave_when_they_are_paid(stage: Stage) -> None:
    await stage.play(PAID_AND_SHIPPED)
    await stage.shots("shipped", "Mei", "Qian", "Gu", "Chen")
    await stage.play(RECEIVED)
    await stage.shots("received", "Ann")


async def test_a_project_is_approved_and_reaches_its_milestone(stage: Stage) -> None:
    await stage.play(APPROVED)
    await stage.shots("approved", "Mei", "Liu", "Zhao")
    await stage.play(CARRIED_OUT)
    await stage.shots("milestone", "Chen", "Ann")
