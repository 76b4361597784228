"""A key that sticks, at a piano shop: three years from the purchase, the tuner's tools, a bill at cost afterwards."""

from __future__ import annotations

import pytest

from tests.acceptance.world import World

REPORTED = """
    Ann> hello | 你好
    Ann> [Report a fault]
    Ann> P-202409-007
    Ann> [ARIA upright piano]
    Ann> 1
    Ann> [A key sticks | 琴键卡住、不回弹]
    Ann< hygrometer | 温湿度计
    Ann> [No, not solved]
    Ann> The C in the middle | 中央 C
    Ann> [Skip]
    Ann> [It can wait for the visit]
    Ann> Ann Lee | 李雷
    Ann> 138 0013 8000
    Ann> 1 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
    Ann> [Tue 24 Nov, 09:00–12:00 | 11月24日 周二 09:00–12:00]
    Ann> [Send]
"""


@pytest.mark.rule("WAR-08")
@pytest.mark.rule("FLT-15")
async def test_a_sticking_key_from_the_order_number_to_the_acceptance(pianos: World) -> None:
    await pianos.play(
        REPORTED
        + """
        Ann< under warranty until 2027-12-2 | 至 2027-12-2
        Ann< 3 years from the day of purchase | 自购琴之日起 3 年
        Ann< repaired by Mon 30 Nov, 09:30 | 11月30日 周一 09:30前为您修好
        Chen> [Zhang]
        Zhang> [Accept]
        ... until Tue 07:31
        Zhang< Tuning hammer | 调律扳手
        Zhang> [On my way]
        Zhang> [Skip]
        ... until Tue 09:01
        Zhang> [Arrived]
        Zhang< Note temperature, humidity | 记录室内温湿度
        Zhang> [Finished]
        Zhang> [Climate or surroundings | 气候、环境影响]
        Zhang> [Advised on place and humidity | 指导摆放和温湿度]
        Zhang> 40
        Zhang> [Skip]
        Zhang> [Skip]
        Zhang> [Send]
        Zhang< the customer has not agreed to a quote | 客户尚未同意报价
        Zhang> [Quote]
        Zhang> Only advice | 只是指导
        Zhang> 0
        Zhang> 0
        Zhang> 0
        Zhang> [Send]
        Liu< charges nothing | 不收费
        Zhang> [Send]
        Zhang< Let the customer play it | 请客户试弹
        Ann> [All in order]
        Ann< closed | 已办结
        """
    )
    assert (await pianos.ticket("F-261123-0001")).facts["product"] == "ARIA upright piano U-121"


@pytest.mark.rule("WAR-08")
@pytest.mark.rule("WAR-05")
@pytest.mark.rule("WAR-09")
async def test_after_three_years_it_is_repaired_at_cost(pianos: World) -> None:
    await pianos.play("... 500 days")
    weekdays = REPORTED[: REPORTED.index("    Ann> [Tue")]
    await pianos.play(
        weekdays
        + """
        Ann> [Skip]
        Ann> [Send]
        Ann< The warranty ended on 2027-12-2 | 2027-12-2
        Ann< billed at actual cost | 按实际成本收费
        Chen> ticket F-280406-0001 | 工单 F-280406-0001
        Chen> [Quote]
        Chen> A new key spring | 换琴键弹簧
        Chen< How much does the labour cost? | 工时费多少？
        Chen! [CN¥ | [¥
        Chen> 180
        Chen> 36.5
        Chen! [CN¥ | [¥
        Chen> [Nothing]
        Chen> [Send]
        Ann< Labour, at cost: CN¥180.00 | 工时费（按成本）：¥180.00
        Ann< Parts, at cost: CN¥36.50 | 配件（按成本）：¥36.50
        Ann! Travel | 路费
        """
    )
