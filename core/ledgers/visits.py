"""送货签收单 (DLV-19), 送货派车汇总 (DLV-13) and 安装验收单 (INS-11, INS-15)."""

from __future__ import annotations

from core.freight import ACCESS, DEFECTS, WRONG, fee_to_collect
from core.ledgers.columns import (
    ARRIVED,
    CUSTOMER,
    FROM,
    GOODS,
    NUMBER,
    PHONE,
    PRODUCT,
    STATE,
    TO,
    among,
    fact,
    going,
    instant,
    opened,
    whether,
)
from core.ledgers.entry import Column, Entry, Ledger, Read
from core.phrases import Value
from core.policy.bilingual import Bilingual
from core.shop import Shop


def freight(entry: Entry, _: Shop) -> Value | None:
    return fee_to_collect(entry.ticket.facts) if "delivery_fee" in entry.ticket.facts else None


def numbers(name: str) -> Read:
    def read(entry: Entry, _: Shop) -> Value | None:
        return ", ".join(map(str, entry.ticket.facts.get(name, ()))) or None

    return read


ORDER = Column("合同号", "Order", fact("order"))
ADDRESS = Column("送货地址", "Address", fact("address"))
FLOOR = Column("楼层条件", "Access", among("access", ACCESS))
WISHES = Column("特殊要求", "Wishes", fact("words"))
FREIGHT = Column("运费", "Freight", freight)
CREW = Column("送货人员", "Crew", going)
CHECKED = Column("出库检查", "Goods checked", instant("goods_checked_at"))

DELIVERIES = Ledger(
    "deliveries",
    "delivery",
    Bilingual("送货签收单", "Delivery receipts"),
    (
        NUMBER,
        Column("预约时间", "Booked", opened),
        ORDER,
        CUSTOMER,
        PHONE,
        ADDRESS,
        FLOOR,
        GOODS,
        WISHES,
        FREIGHT,
        CREW,
        FROM,
        TO,
        CHECKED,
        ARRIVED,
        Column("开箱验货", "Unpacked and inspected", instant("finished_at")),
        Column("收回旧件", "Old item collected", whether("old_item_collected")),
        Column("退回原因", "Why it went back", among("wrong", WRONG)),
        Column("备注", "Remarks", fact("remarks")),
        Column("签收人", "Signed by", fact("signed_by")),
        Column("签收时间", "Signed", instant("accepted_at")),
        STATE,
    ),
)

TRIPS = Ledger(
    "trips",
    "delivery",
    Bilingual("送货派车汇总", "Vehicles sent with deliveries"),
    (
        NUMBER,
        FROM,
        TO,
        CREW,
        ORDER,
        GOODS,
        CUSTOMER,
        PHONE,
        ADDRESS,
        FLOOR,
        WISHES,
        FREIGHT,
        CHECKED,
        Column("出发时间", "Set off", instant("set_off_at")),
        ARRIVED,
        Column("改约次数", "Times moved", fact("moved")),
        STATE,
    ),
)

INSTALLATIONS = Ledger(
    "installations",
    "installation",
    Bilingual("安装验收单", "Installation acceptances"),
    (
        NUMBER,
        Column("预约时间", "Booked", opened),
        CUSTOMER,
        PHONE,
        Column("安装地址", "Address", fact("address")),
        PRODUCT,
        Column("序列号", "Serial number", fact("serial")),
        Column("安装要求", "Requirements", fact("requirements")),
        Column("安装人员", "Fitters", going),
        FROM,
        TO,
        ARRIVED,
        Column("检查项全部合格", "All points in order", whether("checks_in_order")),
        Column("不合格项编号", "Points not in order", numbers("not_in_order")),
        Column("不合格项及说明", "Not in order, and why", fact("note")),
        Column("严重缺陷", "Serious defect", among("wrong", DEFECTS)),
        Column("调试记录", "Settings and test run", fact("done")),
        Column("返工次数", "Rework", fact("rework")),
        Column("完工时间", "Finished", instant("finished_at")),
        Column("客户验收时间", "Accepted by the customer", instant("accepted_at")),
        STATE,
    ),
)
