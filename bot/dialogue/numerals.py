"""Whole numbers as people type them: 12, １２, 十二, and the second one."""

from __future__ import annotations

import re

DIGITS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
NUMERAL = re.compile(r"(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([零〇一二两三四五六七八九])?")
MOST_DIGITS = 9
ORDINALS = {word: n for n, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"), 1)}
ORDINAL = re.compile(
    rf"(?:the )?(?:({'|'.join(ORDINALS)})|(\d{{1,2}})(?:st|nd|rd|th))(?: one)?|(?:number|option) (\d{{1,2}})"
)


def whole_number(word: str) -> int | None:
    """None if it is not a number, or an absurdly long one."""
    if word.isdecimal():
        return int(word) if len(word) <= MOST_DIGITS else None
    found = NUMERAL.fullmatch(word)
    if not word or found is None:
        return None
    hundreds, tens, ten, ones = found.groups()
    return 100 * DIGITS.get(hundreds, 0) + 10 * DIGITS.get(tens, 1 if ten else 0) + DIGITS.get(ones, 0)


def place_in_line(word: str) -> int | None:
    """As in: the second one, 2nd, number 2. None if it says no such thing."""
    found = ORDINAL.fullmatch(word)
    return None if found is None else ORDINALS.get(found[1]) or int(found[2] or found[3])
