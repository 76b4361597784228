"""工程登记 (INS-09, INS-10, INS-12, INS-13)."""

from __future__ import annotations

from core.kinds.project_states import INCLUDED, milestones
from core.ledgers.columns import CUSTOMER, ENDED, NUMBER, PHONE, PRODUCT, STATE, among, fact, instant, opened, whether
from core.ledgers.entry import Column, Entry, Ledger
from core.phrases import Value
from core.policy.bilingual import Bilingual
from core.shop import Shop


def schedule(entry: Entry, _: Shop) -> Value | None:
    """Each milestone with its day, and a tick where it is reached."""
    found = (f"{each['day']} {each['what']}{' ✓' if each.get('done_at') else ''}" for each in milestones(entry.ticket))
    return "; ".join(found) or None


PROJECTS = Ledger(
    "projects",
    "project",
    Bilingual("工程登记", "Projects"),
    (
        NUMBER,
        Column("申请时间", "Asked", opened),
        CUSTOMER,
        PHONE,
        Column("安装地址", "Address", fact("address")),
        PRODUCT,
        Column("数量", "Quantity", fact("quantity")),
        Column("要求", "Requirements", fact("requirements")),
        Column("完工期限", "Done by", fact("complete_by")),
        Column("合同内容", "Included", among("included", INCLUDED)),
        Column("一级审批", "First approval", instant("first_approved_at")),
        Column("二级审批", "Second approval", instant("second_approved_at")),
        Column("终审", "Last approval", instant("approved_at")),
        Column("进度计划", "Schedule", schedule),
        Column("计划调整次数", "Times replanned", fact("replanned")),
        Column("招标要求", "Tender", fact("tender")),
        Column("符合招标要求", "As tendered", whether("as_tendered")),
        Column("调试完成", "Commissioned", instant("commissioned_at")),
        Column("培训完成", "Trained", instant("trained_at")),
        Column("参加培训人员", "Took part", fact("attendees")),
        Column("原始资料存放", "Papers", fact("papers")),
        Column("提交验收", "Handed in", instant("finished_at")),
        Column("客户验收", "Accepted", instant("accepted_at")),
        STATE,
        ENDED,
    ),
)
