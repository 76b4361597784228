"""The whole job: reported, planned, called ahead, repaired, accepted, rated. On both databases."""

from __future__ import annotations

import pytest

from tests.acceptance.scripts import ACCEPTED, FINISHED, REPORTED
from tests.acceptance.world import World

CALLED_AHEAD = """
    ... until Mon 12:05
    Ann< Please confirm | 请确认届时方便
    Ann< Mon 23 Nov, 14:00–16:00 | 11月23日 周一 14:00–16:00
    Ann< 1 Wensan Road | 文三路 1 号
    Ann> [Confirm]
    Ann< See you Mon 23 Nov | 谢谢您
    Zhang< confirmed | 已确认
    ... until Mon 12:35
    Zhang< Time to leave | 该出发了
    Zhang< Floor cloth | 垫布
"""
VISIT = """
    Zhang> [On my way]
    Zhang> [30 minutes | 30分钟]
    Ann< on the way | 已在路上
    Ann< 30
    ... until Mon 14:05
    Zhang> [Arrived]
    Zhang< shoe covers | 鞋套
"""
RATED = """
    Ann> [All in order]
    Ann< closed | 已办结
    Zhang< accepted | 已验收
    ... 9 minutes
    Ann! How was our service | 满意吗
    ... 2 hours
    Ann< How was our service | 满意吗
    Ann> [Satisfied]
    Ann> [Skip]
    Ann< Thank you. That helps us.
    ... 8 days
    Ann! One last question | 最后打扰您
    Chen!! C-26
"""


@pytest.mark.rule("FLT-01")
@pytest.mark.rule("FLT-07")
@pytest.mark.rule("FLT-18")
@pytest.mark.rule("SRV-05")
async def test_a_repair_from_the_first_message_to_the_survey(desk_on_either: World) -> None:
    await desk_on_either.play(REPORTED + ACCEPTED + CALLED_AHEAD + VISIT + FINISHED + RATED)
    ticket = await desk_on_either.ticket("F-261123-0001")
    assert (ticket.state, ticket.facts["rating"]) == ("closed", 3)
