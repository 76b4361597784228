"""The same form as the desk's, as somebody would write it for one bot: questions, checks and the summary."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

DONE, SEND = "好了", "提交"
HASTE = ("可以等到上门时处理", "紧急，无法使用", "危险：漏水漏电、冒烟伤人")
WINDOWS = ((9, "09:00–10:30"), (10, "10:30–12:00"), (14, "14:00–16:00"), (16, "16:00–18:00"))
PHONE = re.compile(r"1[3-9]\d{9}")
SHANGHAI = ZoneInfo("Asia/Shanghai")

MORE_PHOTOS = "已收到照片。可以继续发，发完请点“完成”。"
ASK_HASTE = "请问情况紧急吗？有没有安全隐患？"
ASK_NAME = "请问怎么称呼您？"
ASK_PHONE = "请留一个方便联系您的电话号码。"
ASK_ADDRESS = "请问上门地址是哪里？请写明区、街道、门牌号和楼层。"
ASK_VISIT = "请问您希望师傅什么时候上门？"
CHOOSE = "请从选项中选择。"


def chosen(text: str, offered: Sequence[str]) -> str | None:
    """By its number or its label."""
    if text.isdecimal() and 1 <= int(text) <= len(offered):
        return offered[int(text) - 1]
    return text if text in offered else None


def phone_in(text: str) -> str | None:
    digits = re.sub(r"[\s-]", "", text)
    return "+86" + digits if PHONE.fullmatch(digits) else None


def visits(at: datetime) -> list[str]:
    """The next eight windows on working days. Nobody looks whether a technician has that time."""
    now = at.astimezone(SHANGHAI)
    found: list[str] = []
    day = now.date()
    while len(found) < 8:
        for hour, window in WINDOWS if day.weekday() < 5 else ():
            if datetime.combine(day, time(hour), SHANGHAI) > now + timedelta(hours=4):
                found.append(f"{day:%m月%d日} {window}")
        day += timedelta(days=1)
    return found[:8]


def summary(data: Mapping[str, str]) -> str:
    return (
        f"提交前请您核对：\n问题描述：{data['words']}\n照片：已收到\n紧急程度：{data['haste']}\n姓名：{data['name']}\n"
        f"电话：{data['phone']}\n地址：{data['address']}\n上门时间：{data['visit']}"
    )


def confirmation(number: str, data: Mapping[str, str]) -> str:
    return f"已收到您的报修，工单号 {number}。\n上门时间：{data['visit']}。"
