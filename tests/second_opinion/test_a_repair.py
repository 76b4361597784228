"""A second opinion: a repair in Chinese, with the desk as it runs in a shop, on a network that nobody here wrote."""

from __future__ import annotations

import re
from io import BytesIO

from PIL import Image

from tests.channels.samples import phone_photo
from tests.second_opinion.phone import Phone
from tests.second_opinion.shop import Shop


def test_a_repair_from_start_to_the_survey(shop: Shop) -> None:
    li, liu, chen, zhang = (Phone(shop.network, 70 + n, name) for n, name in enumerate(("李雷", "刘", "陈", "张")))
    staff_joins(shop, liu, chen, zhang)
    number = reports(li)
    chen.sees(number)
    chen.taps("张师傅")
    is_repaired(zhang, li, number)
    li.taps("没问题，验收")
    li.sees(f"感谢您的确认，工单 {number} 已办结")
    zhang.sees(f"客户已验收工单 {number}")
    li.sees(f"工单 {number} 已办结，您对我们这次的服务满意吗")
    li.taps("满意")
    li.answers("还有什么想对我们说的吗", "师傅很专业")
    li.sees("谢谢您的评价")
    assert not [line for line in shop.log if line["level"] == "error" or line["event"] == "errand_failed"]


def staff_joins(shop: Shop, liu: Phone, chen: Phone, zhang: Phone) -> None:
    liu.starts(shop.invitation("manager"))
    liu.taps("填写资料")
    introduces(liu, "刘经理")
    for phone, role, name in ((chen, "dispatcher", "小陈"), (zhang, "technician", "张师傅")):
        phone.starts(shop.invitation(role))
        phone.taps("填写资料")
        introduces(phone, name, badge="007" if phone is zhang else "")
        phone.sees("主管确认后")
        liu.taps(f"确认{name}")
        phone.sees("您的身份已确认")


def introduces(phone: Phone, name: str, badge: str = "") -> None:
    phone.answers("请问怎么称呼您？客户会看到", name)
    phone.sees("您是上门服务的师傅吗")
    phone.taps("是" if badge else "否")
    if badge:
        phone.answers("请问您的工号", badge)
        phone.sees("您擅长哪类维修")
        phone.taps("全部都会")
    phone.sees(f"谢谢您，{name}")


def reports(li: Phone) -> str:
    """The number of the ticket."""
    li.starts("")
    li.sees("请问有什么可以帮您")
    li.says("我家沙发坐垫塌陷了")
    li.taps("没有解决")
    li.sees("请拍几张有问题的部位")
    li.sends_photo("sofa", phone_photo())
    li.sees("已收到 1 张照片")
    li.taps("完成")
    li.sees("请问情况紧急吗")
    li.taps("可以等到上门时处理")
    li.sees("联系您的电话号码")
    li.shares_contact("8613800138000")
    li.answers("请问上门地址是哪里", "杭州市西湖区文三路 1 号 3 楼")
    li.answers("请问您希望师傅什么时候上门", "1")
    assert "138 0013 8000" in li.sees("提交前请您核对")
    li.taps("提交")
    found = re.search(r"F-\d{6}-\d{4}", li.sees("已收到您的报修，工单号"))
    assert found
    return found[0]


def is_repaired(zhang: Phone, li: Phone, number: str) -> None:
    assert "文三路 1 号" not in zhang.sees(f"新工单 {number}，您能接吗")
    zhang.taps("接单")
    zhang.sees("文三路 1 号")
    assert Image.open(BytesIO(zhang.sees_photo())).format == "JPEG"
    li.sees("张师傅（工号 007）将于")
    zhang.taps("已出发")
    zhang.sees("大约多少分钟后到")
    zhang.taps("30分钟")
    li.sees("张师傅已在路上")
    zhang.taps("已到达")
    zhang.taps("完工")
    zhang.answers("故障原因是什么", "1")
    zhang.answers("做了哪些处理", "1")
    zhang.answers("一共用了多少分钟", "45")
    zhang.answers("用了哪些配件", "跳过")
    zhang.answers("完工照片", "跳过")
    zhang.taps("提交")
    zhang.sees("完工单已提交")
    li.sees(f"张师傅已完成工单 {number}")
