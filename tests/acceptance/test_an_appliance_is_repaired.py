"""A fridge, in an appliance shop: its words, its list of what to bring, its 48 hours, its price after the warranty."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import AS_USUAL
from tests.acceptance.world import World

REPORTED = f"""
    Ann> hello | 你好
    Ann< Minghui Appliances | 明辉电器
    Ann> My fridge is not cold | 我家冰箱不制冷
    Ann< -18 °C | -18°C
    {AS_USUAL}
    Ann< repaired by Wed 25 Nov, 09:30 | 11月25日 周三 09:30前为您修好
    Chen> [Zhang]
    Zhang> [Accept]
    Zhang< refrigerant and leak detector | 制冷剂、检漏仪
    ... 2 minutes
    Zhang> [I have called]
"""
ON_SITE = """
    ... until Mon 12:31
    Zhang< Time to leave | 该出发了
    Zhang< Be there 5 minutes to 10 minutes before | 请提前5分钟到10分钟到达
    Zhang< multimeter | 万用表
    Zhang> [On my way]
    Zhang> [Skip]
    ... until Mon 13:52
    Zhang> [Arrived]
    Zhang! You are early | 您提前到了
    Zhang< Cut power, water and gas before opening it | 断电、关水、关气后再拆机
"""


@pytest.mark.rule("FLT-05")
@pytest.mark.rule("FLT-20")
@pytest.mark.rule("VIS-22")
async def test_a_fridge_from_the_report_to_the_acceptance(appliances: World) -> None:
    await appliances.play(
        REPORTED
        + ON_SITE
        + """
        Zhang> [Finished]
        Zhang> [Faulty material or component | 材料、元件质量]
        Zhang> [Found the leak and refilled refrigerant | 检漏、充制冷剂]
        Zhang> 50
        Zhang> [Skip]
        Zhang> [Skip]
        Zhang> [Send]
        Zhang< Call head office before you leave | 离开前给总部打电话报完工
        Ann< refilled refrigerant | 充制冷剂
        Ann> [All in order]
        Ann< F-261123-0001 is closed | 已办结
        """
    )
    assert (await appliances.ticket("F-261123-0001")).state == "closed"


@pytest.mark.rule("FLT-19")
@pytest.mark.rule("ESC-03")
async def test_two_warnings_come_before_the_48_hours_are_over(appliances: World) -> None:
    await appliances.play(
        REPORTED
        + ON_SITE
        + """
        Zhang> [Need parts]
        Zhang> A compressor | 压缩机
        ... until Tue 09:29
        Zhang! On track? | 能按时完成吗
        ... 2 minutes
        Zhang< promised by Wed 25 Nov, 09:30. On track? | 能按时完成吗
        Liu!! not finished | 尚未完工
        Zhang> jobs | 任务
        ... until Wed 05:29
        Zhang! On track? | 能按时完成吗
        ... 2 minutes
        Zhang< On track? | 能按时完成吗
        Liu< promised by Wed 25 Nov, 09:30 and not finished: waiting for parts | 尚未完工：等待配件
        ... until Wed 09:31
        Liu< is overdue | 已超时
        """
    )
