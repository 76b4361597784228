"""The same thing breaks the same way at several customers': the supervisor hears of it, once (ESC-06)."""

from __future__ import annotations

import pytest

from tests.acceptance.world import World

FAULT = """
    {who}> My bed is squeaking | 我家的床嘎吱响
    {who}> [No, not solved]
    {who}> [Skip]
    {who}> [It can wait for the visit]
    {who}> {who}
    {who}> 139 0013 {phone}
    {who}> 7 Wensan Road, Xihu District, Hangzhou | 杭州市西湖区文三路 7 号
    {who}> [Skip]
    {who}> [Send]
    {who}< {number}
"""


def reported(who: str, phone: int, number: str) -> str:
    return FAULT.format(who=who, phone=phone, number=number)


@pytest.mark.rule("ESC-06")
async def test_the_third_of_a_kind_calls_the_supervisor_and_the_fourth_does_not(desk: World) -> None:
    await desk.play(
        reported("Bob", 8001, "F-261123-0001")
        + reported("Eve", 8002, "F-261123-0002")
        + "Liu!! like faults within | 天内已有"
        + reported("Kim", 8003, "F-261123-0003")
        + """
        Liu< 3 like faults within 30 days | 30天内已有3起相同故障
        Liu< F-261123-0001, F-261123-0002, F-261123-0003 | F-261123-0001、F-261123-0002、F-261123-0003
        Liu> [Mine]
        """
        + reported("Lee", 8004, "F-261123-0004")
        + "Liu! like faults within | 天内已有"
    )


@pytest.mark.rule("ESC-06")
async def test_a_new_series_is_reported_when_the_old_one_is_long_past(desk: World) -> None:
    first, second = ("Bob", "Eve", "Kim"), ("Dan", "Fay", "Guy")
    await desk.play("".join(reported(who, 8001 + n, f"F-261123-000{n + 1}") for n, who in enumerate(first)))
    await desk.play("... 31 days\nLiu> open | 待办\nLiu! like faults within | 天内已有")
    await desk.play("".join(reported(who, 8011 + n, "F-261224") for n, who in enumerate(second)))
    await desk.play("Liu< 3 like faults | 已有3起相同故障")


@pytest.mark.rule("ESC-06")
async def test_other_faults_are_another_matter(desk: World) -> None:
    other = reported("Kim", 8003, "F-261123-0003").replace("squeaking | 我家的床嘎吱响", "sagging | 我家的床垫塌了")
    await desk.play(
        reported("Bob", 8001, "F-261123-0001")
        + reported("Eve", 8002, "F-261123-0002")
        + other
        + "Liu!! like faults within | 天内已有"
    )
