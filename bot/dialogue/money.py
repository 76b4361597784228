"""Amounts of money as an answer."""

from __future__ import annotations

from bot.dialogue.written import Pattern
from core.phrases import say

MONEY = Pattern(r"[1-9]\d{0,6}(\.\d{1,2})?", say("Please write an amount, such as 200."))
