"""A fault from the first message to the survey, and a delivery from the booking to the signature, as scripts.

李雷> 报修           he types that
李雷> [提交]         or taps this button, once he has it
李雷< 哪件产品        he must get to see that, since he last said something
李雷? 服务           the same; but nobody promises that it arrives, and without it the story ends here
... until 12:05     time passes, on the shop's clock
"""

from __future__ import annotations

from dataclasses import dataclass

SCRIPT = """
    李雷> 我家沙发坐垫塌陷了
    李雷< 问题解决了吗
    李雷> [没有解决]
    李雷< 请拍几张
    李雷> 跳过
    李雷< 情况紧急吗
    李雷> [可以等到上门时处理]
    李雷< 怎么称呼您
    李雷> 李雷
    李雷< 电话号码
    李雷> 138 0013 8000
    李雷< 地址
    李雷> 杭州市西湖区文三路 1 号 3 楼
    李雷< 什么时候上门
    李雷> [11月23日 周一 14:00–16:00]
    李雷< 请您核对
    李雷> [提交]
    李雷< F-261123-0001
    小陈< 请问派哪位师傅
    小陈> [张师傅]
    小陈< 待师傅接单
    张师傅< F-261123-0001
    张师傅> [接单]
    张师傅< 由您负责
    李雷< 张师傅（工号 007）将于
    ... until 12:05
    李雷< 请确认届时方便
    李雷> [确认]
    李雷< 谢谢您
    张师傅< 已确认
    ... until 12:35
    张师傅< 该出发了
    张师傅> [已出发]
    张师傅< 大约多少分钟后到
    张师傅> [30分钟]
    张师傅< 已出发
    李雷< 张师傅已在路上
    ... until 13:05
    张师傅> [已到达]
    张师傅< 进门请注意
    张师傅> [完工]
    张师傅< 故障原因
    张师傅> 1
    张师傅< 做了哪些处理
    张师傅> 1
    张师傅< 一共用了多少分钟
    张师傅> 45
    张师傅< 用了哪些配件
    张师傅> 跳过
    张师傅< 完工照片
    张师傅> 跳过
    张师傅< 请您核对
    张师傅> [提交]
    张师傅< 完工单已提交
    李雷< 张师傅已完成工单
    李雷> [没问题，验收]
    李雷< 已
    张师傅< 已
    ... until 14:05
    李雷? 服务
    李雷> [满意]
    李雷< 跳过
    李雷> 跳过
    李雷< 谢谢
"""
DELIVERED = """
    李雷> 送货
    李雷< 哪一单
    李雷> S-202611-201
    李雷< 谁收货
    李雷> 李雷
    李雷< 电话
    李雷> 138 0013 8000
    李雷< 送到哪里
    李雷> 杭州市西湖区文三路 1 号 3 楼
    李雷< 怎么上楼
    李雷> [楼上，有电梯]
    李雷< 安装
    李雷> [否]
    李雷< 跳过
    李雷> 跳过
    李雷< 免费送货
    李雷> [11月23日 周一 14:00–16:00]
    李雷< 请您核对
    李雷> [提交]
    李雷< S-261123-0001
    孙师傅< S-261123-0001
    周师傅< S-261123-0001
    孙师傅> [货已验好]
    孙师傅< 跳过
    孙师傅> 跳过
    周师傅< 货已验好，可以出车
    ... until 12:05
    李雷< 请确认
    李雷> [确认]
    周师傅< 已确认
    孙师傅> [告知准确时间]
    孙师傅< 几点到
    孙师傅> [11月23日 周一 14:15]
    李雷< 14:15
    ... until 13:35
    孙师傅> [已出发]
    孙师傅< 大约多少分钟后到
    孙师傅> [30分钟]
    李雷< 孙师傅、周师傅已在路上
    ... until 14:10
    周师傅> [已到达]
    周师傅< 请问是李雷府上吗
    周师傅> [已开箱验货]
    周师傅< 照片
    周师傅> 跳过
    周师傅< 签收单
    周师傅> 跳过
    周师傅< 已请客户签收
    李雷< 请签收
    李雷> [签收]
    李雷< 姓名
    李雷> 李雷
    李雷< 跳过
    李雷> 跳过
    李雷< 您已收到
    孙师傅< 已签收
    ... until 15:05
    李雷? 服务
    李雷> [满意]
    李雷< 损坏
    李雷> [否]
    李雷< 跳过
    李雷> 跳过
    李雷< 谢谢
"""


def lines(script: str) -> tuple[str, ...]:
    return tuple(filter(None, (line.strip() for line in script.splitlines())))


@dataclass(frozen=True, slots=True)
class Story:
    """`kind`: of the one ticket that is asked for in it."""

    kind: str
    lines: tuple[str, ...]


REPAIR, DELIVERY = Story("fault", lines(SCRIPT)), Story("delivery", lines(DELIVERED))
