"""Gas, electricity, fire: what keeps people safe is said at once, and so that nobody is sent back into danger."""

from __future__ import annotations

import pytest

from tests.acceptance.world import World


@pytest.mark.rule("FLT-11")
async def test_who_smells_gas_is_told_to_leave_before_anything_is_asked(appliances: World) -> None:
    await appliances.play(
        """
        Ann> The water heater smells of gas | 热水器有燃气味
        Ann< Everybody leaves now and goes outside | 所有人马上离开，到室外去
        Ann< Do not telephone indoors | 不要在屋里打电话
        Ann< ambulance 120 | 急救 120
        Ann> [Skip]
        Ann> Ann Lee | 李雷
        Ann> 138 0013 8000
        Ann> 1 Wensan Road, Hangzhou | 杭州市西湖区文三路 1 号 3 楼
        Ann> [Send]
        Ann< Everybody leaves now | 所有人马上离开
        Liu< URGENT F-261123-0001 | 【紧急】F-261123-0001
        """
    )


@pytest.mark.rule("FLT-11")
async def test_who_had_a_shock_is_not_told_to_touch_the_plug(appliances: World) -> None:
    await appliances.play(
        """
        Ann> The washing machine gives electric shocks | 洗衣机漏电麻手
        Ann< Everybody leaves the room | 所有人离开这个房间
        Ann< Do not pull the plug while there is power | 没断电之前不要拔插头
        Ann< call 119 and 120 | 拨打 119 和 120
        """
    )


@pytest.mark.rule("FLT-11")
async def test_a_danger_that_the_catalogue_does_not_know_has_its_numbers_too(desk: World) -> None:
    await desk.play(
        """
        Ann> There is smoke from the wall | 墙里冒烟了
        Ann< everybody leaves first and calls from outside: fire 119 | 请所有人先离开，到外面再打电话：火警 119
        """
    )
