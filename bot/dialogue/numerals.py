"""Whole numbers as people type them: 12, １２, 十二."""

from __future__ import annotations

import re

DIGITS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
NUMERAL = re.compile(r"(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([零〇一二两三四五六七八九])?")
MOST_DIGITS = 9


def whole_number(word: str) -> int | None:
    """None if it is not a number, or an absurdly long one."""
    if word.isdecimal():
        return int(word) if len(word) <= MOST_DIGITS else None
    found = NUMERAL.fullmatch(word)
    if not word or found is None:
        return None
    hundreds, tens, ten, ones = found.groups()
    return 100 * DIGITS.get(hundreds, 0) + 10 * DIGITS.get(tens, 1 if ten else 0) + DIGITS.get(ones, 0)
