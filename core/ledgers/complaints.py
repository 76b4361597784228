"""客户投诉登记表 (CMP-06, CMP-14, CMP-24, CMP-25) and 纠正预防措施要求表 (CAP-01, CAP-02)."""

from __future__ import annotations

from core.kinds.complaint_states import LIABLE, SUBJECTS, WHY_MAJOR
from core.ledgers.columns import (
    CAUSE,
    CUSTOMER,
    ENDED,
    NUMBER,
    PHONE,
    PRODUCT,
    STATE,
    among,
    amount,
    departments,
    fact,
    from_the_list,
    going,
    instant,
    last,
    opened,
    parent,
    responsible,
)
from core.ledgers.entry import Column, Entry, Ledger
from core.phrases import Value, say
from core.policy.bilingual import Bilingual
from core.shop import Shop
from core.wording.complaint import MARKED_MAJOR


def major(entry: Entry, _: Shop) -> Value | None:
    facts = entry.ticket.facts
    return WHY_MAJOR.get(str(facts.get("why_major", "")), MARKED_MAJOR) if "major_at" in facts else None


def letters(entry: Entry, _: Shop) -> Value | None:
    """With whom, and what was written, in their order (CMP-24)."""
    those = (event.facts for event in entry.history if event.action == "letter")
    return tuple(say("{body}: {letter}", body=str(f["body"]), letter=str(f["letter"])) for f in those) or None


def loss_unit(entry: Entry, shop: Shop) -> Value | None:
    found = shop.policy.complaint.departments.get(str(entry.ticket.facts.get("loss_unit", "")))
    return found.label if found else None


COMPLAINTS = Ledger(
    "complaints",
    "complaint",
    Bilingual("客户投诉登记表", "Complaint register"),
    (
        NUMBER,
        Column("受理时间", "Lodged", opened),
        CUSTOMER,
        PHONE,
        Column("投诉类型", "Subject", among("subject", SUBJECTS)),
        Column("发生时间", "When it happened", fact("happened")),
        Column("批次、数量或涉及对象", "Batch, quantity or whom it is about", fact("about")),
        Column("相关工单", "Ticket", parent),
        Column("投诉内容", "Content", fact("words")),
        Column("客户要求", "Requested settlement", fact("wish")),
        Column("重大投诉", "Major", major),
        Column("责任部门", "Responsible departments", departments),
        Column("调查人", "Looked into by", going),
        Column("移交时间", "Routed", last("route")),
        Column("客户陈述", "The customer says", fact("statement")),
        Column("调查结果", "Found", fact("finding")),
        Column("诉求动机判断", "Motive", fact("motive")),
        Column("外部往来函件", "Letters outside", letters),
        Column("责任方", "Liable", among("liable", LIABLE)),
        Column("责任依据", "Evidence", fact("evidence")),
        Column("暂定责任部门", "Provisional department", loss_unit),
        Column("暂定损失", "Provisional loss", amount("loss")),
        Column("处理方案", "Plan", fact("plan")),
        Column("方案时间", "Planned", last("plan")),
        CAUSE,
        Column("责任人", "Responsible", responsible),
        Column("处理结果", "Result", fact("result")),
        Column("补偿", "Compensation", amount("compensation")),
        Column("答复时间", "Answered", last("answer", "approve")),
        Column("升级次数", "Times raised", fact("level")),
        Column("客户满意时间", "Customer satisfied", instant("settled_at")),
        STATE,
        ENDED,
    ),
)

CORRECTIVE_ACTIONS = Ledger(
    "capa",
    "capa",
    Bilingual("纠正预防措施要求表", "Corrective and preventive action requests"),
    (
        NUMBER,
        Column("提出时间", "Requested", opened),
        Column("来源投诉", "Complaint", parent),
        PRODUCT,
        Column("不合格事实", "What happened", fact("words")),
        Column("责任人", "Owner", going),
        Column("原因分析", "Cause", from_the_list("cause")),
        Column("纠正措施", "Corrective measure", fact("corrective")),
        Column("预防措施", "Preventive measure", fact("preventive")),
        Column("完成期限", "Due", instant("measures_by")),
        Column("批准时间", "Approved", last("approve_measures")),
        Column("实施完成", "Carried out", instant("carried_out_at")),
        Column("效果验证", "Effect checked", instant("verified_at")),
        Column("退回次数", "Times sent back", fact("rounds")),
        Column("修订标准", "Standard revised", fact("standard")),
        STATE,
        ENDED,
    ),
)
