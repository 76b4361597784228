"""What technicians say of their work in words of their own, instead of tapping the button that says it.

Only what can mean nothing else: a job is accepted or finished by whoever says so, not by whoever says "all right".
"""

from __future__ import annotations

from collections.abc import Mapping

SPOKEN: Mapping[str, frozenset[str]] = {
    "accept": frozenset({"我接", "我接了", "接了", "接受", "我去", "i accept", "i'll take it", "i will take it"}),
    "set_off": frozenset(
        {
            "出发",
            "出发了",
            "我出发了",
            "已经出发",
            "我已出发",
            "我已经出发了",
            "在路上",
            "在路上了",
            "我在路上",
            "我在路上了",
        }
        | {"我上路了", "i'm on my way", "i am on my way", "leaving now", "omw"}
    ),
    "running_late": frozenset(
        {"迟到", "我会迟到", "要迟到了", "我要迟到了", "会晚到", "晚点到", "我晚点到", "堵车", "堵车了", "路上堵车"}
        | {"late", "i'm late", "i am late", "i'm running late", "i am running late", "i'll be late"}
    ),
    "arrive": frozenset(
        {"到了", "我到了", "已到", "我已到", "已经到了", "我已经到了", "到达", "我已到达", "到客户家了", "我到客户家了"}
        | {"here", "i'm here", "i am here", "i have arrived", "i've arrived"}
    ),
    "nobody_home": frozenset(
        {"没人", "没人在家", "家里没人", "客户不在", "客户不在家", "没人开门", "no one home", "nobody is home"}
    ),
    "finish": frozenset(
        {"完工了", "完成", "完成了", "做完了", "修好了", "修完了", "弄好了", "搞定", "搞定了", "干完了"}
        | {"done", "i'm done", "i am done", "all done", "it is repaired", "i have finished", "i'm finished"}
    ),
    "finish_fitting": frozenset(
        {"完工了", "完成", "完成了", "装好了", "安装好了", "装完了", "搞定", "搞定了", "弄好了"}
        | {"done", "i'm done", "i am done", "all done", "i have finished", "i'm finished"}
    ),
    "need_parts": frozenset({"缺件", "缺少配件", "少配件", "没有配件", "需要配件", "i need parts", "parts missing"}),
    "need_help": frozenset({"需要帮助", "我需要支援", "需要帮忙", "帮帮忙", "来个人", "help me", "i need help"}),
    "parts_here": frozenset({"配件到了", "配件已经到了", "the parts are here", "parts arrived"}),
}


def says(said: str, action: str) -> bool:
    """`said` is plain, without a number of a ticket."""
    return said in SPOKEN.get(action, ())
