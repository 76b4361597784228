"""发货登记 (ORD-07 to ORD-10)."""

from __future__ import annotations

from core.kinds.shipment_states import SHORTAGES
from core.ledgers.columns import (
    CUSTOMER,
    ENDED,
    GOODS,
    NUMBER,
    PHONE,
    STATE,
    among,
    fact,
    instant,
    last,
    opened,
    whether,
)
from core.ledgers.entry import Column, Ledger
from core.policy.bilingual import Bilingual

SHIPMENTS = Ledger(
    "shipments",
    "shipment",
    Bilingual("发货登记", "Shipments"),
    (
        NUMBER,
        Column("申请时间", "Asked", opened),
        Column("订单号", "Order", fact("order")),
        CUSTOMER,
        PHONE,
        Column("收货地址", "Address", fact("address")),
        GOODS,
        Column("到账时间", "Paid", instant("paid_at")),
        Column("物流接单", "With logistics", instant("logistics_ack_at")),
        Column("仓库接单", "With the store", instant("store_ack_at")),
        Column("发货时间", "Left", instant("left_at")),
        Column("承运单位", "Carrier", fact("carrier")),
        Column("运单号", "Waybill", fact("waybill")),
        Column("产品编号", "Serial numbers", fact("serials")),
        Column("生产日期", "Made on", fact("made_on")),
        Column("发货日期", "Shipped on", fact("shipped_on")),
        Column("最新动态", "Last heard", fact("whereabouts")),
        Column("到达时间", "Arrived", instant("there_at")),
        Column("缺损情况", "What was wrong", among("short", SHORTAGES)),
        Column("补发时间", "Sent again", last("send_rest")),
        Column("客户确认收货", "Received", instant("received_at")),
        Column("需要安装", "To be installed", whether("installation")),
        STATE,
        ENDED,
    ),
)
