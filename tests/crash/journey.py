"""A fault from the first message to the survey, as a script.

李雷> 报修           he types that
李雷> [提交]         or taps this button, once he has it
李雷< 哪件产品        he must get to see that, since he last said something
李雷? 服务           the same; but nobody promises that it arrives, and without it the story ends here
... until 12:05     time passes, on the shop's clock
"""

from __future__ import annotations

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
STORY = tuple(filter(None, (line.strip() for line in SCRIPT.splitlines())))
