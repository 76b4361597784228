"""Reports, counted beside the writer."""

from __future__ import annotations

import asyncio
from datetime import date

from core.ledgers.entry import Period
from core.reports.analysing import Figure, analysed, before, span_of
from core.reports.complaint_report import Report, compared
from core.reports.fault_analysis import fault_report
from core.shop import Shop
from core.storage.greetings import greeted
from core.storage.registers import Registers

BEGINNING = date(2000, 1, 1)


async def complaints_of(registers: Registers, period: Period, shop: Shop) -> Report:
    """Of a period and the one before, counted from the same entries. Raises StorageTrouble."""
    ever, since = Period(BEGINNING, period.last), span_of(before(period), shop).start
    late = await registers.broken("T", ever, "result", since)
    entries = [(entry, late.get(entry.ticket.ref, frozenset())) async for entry in registers.entries("T", ever, since)]

    def figures(of: Period) -> tuple[Figure, ...]:
        return analysed(entries, span_of(of, shop), shop)

    now, earlier = await asyncio.to_thread(figures, period), await asyncio.to_thread(figures, before(period))
    met = await greeted(registers, span_of(period, shop), shop.policy.promises.greeting.time)
    return Report(period, before(period), compared(now, earlier), met)


async def faults_of(registers: Registers, period: Period, shop: Shop) -> Report:
    """Of a period and the one before. Raises StorageTrouble."""
    ever, since = Period(BEGINNING, period.last), span_of(before(period), shop).start
    entries = [entry async for entry in registers.entries("F", ever, since)]
    return await asyncio.to_thread(fault_report, entries, period, before(period), shop)
