"""客户提案登记 (SUG-01 to SUG-10)."""

from __future__ import annotations

from core.kinds.proposal import average
from core.ledgers.columns import ENDED, NUMBER, PHONE, STATE, among, fact, going, instant, last, opened
from core.ledgers.entry import Column, Entry, Ledger
from core.phrases import Value, say
from core.policy.bilingual import Bilingual
from core.shop import Shop

SOURCES = {"customer": say("customer"), "employee": say("employee")}


def subject(entry: Entry, shop: Shop) -> Value | None:
    found = shop.policy.proposal.subjects.get(str(entry.ticket.facts.get("topic", "")))
    return found.label if found else None


def points(entry: Entry, _: Shop) -> Value | None:
    return f"{average(entry.ticket):.1f}" if entry.ticket.facts.get("scores") else None


PROPOSALS = Ledger(
    "proposals",
    "proposal",
    Bilingual("客户提案登记", "Register of proposals"),
    (
        NUMBER,
        Column("提案时间", "Made", opened),
        Column("提案人", "By", fact("name")),
        PHONE,
        Column("来源", "Source", among("source", SOURCES)),
        Column("提案类别", "Subject", subject),
        Column("提案内容", "Proposal", fact("words")),
        Column("研究人", "Studied by", going),
        Column("意见", "Opinion", fact("opinion")),
        Column("意见时间", "Opinion given", instant("opinion_at")),
        Column("采纳时间", "Adopted", last("adopt")),
        Column("实施措施", "Measure", fact("measure")),
        Column("实施期限", "To be carried out by", instant("carried_out_by")),
        Column("实施完成", "Carried out", instant("carried_out_at")),
        Column("婉拒时间", "Declined", instant("declined_at")),
        Column("保留时间", "Kept since", last("keep")),
        Column("理由", "Reason", fact("reason")),
        Column("平均得分", "Points on average", points),
        Column("奖励时间", "Rewarded", instant("rewarded_at")),
        STATE,
        ENDED,
    ),
)
