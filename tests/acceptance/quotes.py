"""The parts with which quotes begin, in a shop of furniture."""

from tests.acceptance.scripts import ACCEPTED, ON_SITE, REPORTED

UNPAID = REPORTED.replace(
    "sofa seat is sagging | 我家沙发坐垫塌陷了", "wardrobe drawer is stuck | 我家衣柜的抽屉卡住了"
)
ON_SITE_UNPAID = UNPAID + ACCEPTED + ON_SITE
WORK_DONE = """
    Zhang> [Finished]
    Zhang> [Normal wear | 正常磨损]
    Zhang> [Replaced a part | 更换配件]
    Zhang> [45 minutes | 45分钟]
    Zhang> [Skip]
    Zhang> [Skip]
    Zhang> [Send]
"""
QUOTED = """
    Zhang> [Quote]
    Zhang> New drawer slides | 更换抽屉滑轨
    Zhang< By the list CN¥80.00 per hour | 按收费标准每小时 ¥80.00
    Zhang> [CN¥80.00 | ¥80.00]
    Zhang> 200
    Zhang> [CN¥60.00 | ¥60.00]
    Zhang> [Send]
"""
# What the dispatcher writes before anybody goes.
QUOTED_BEFORE = "Chen> ticket F-261123-0001 | 工单 F-261123-0001" + QUOTED.replace("Zhang", "Chen")
