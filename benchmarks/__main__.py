"""`python -m benchmarks`: the desk beside its peers, and what grows (or should not) with the years."""

from __future__ import annotations

import argparse

from benchmarks import clocks, history, lists, memory, monthly, notices, slots, webhook
from benchmarks.race import race

parser = argparse.ArgumentParser(prog="python -m benchmarks")
parser.add_argument("--rounds", type=int, default=5, help="times that everybody runs, in turn (default: 5)")
parser.add_argument("--reports", type=int, default=25, help="reports of each of the 8 chats a round (default: 25)")
parser.add_argument("--rows", type=int, default=1_000_000, help="rows in the big databases (default: 1,000,000)")
parser.add_argument("--notices", type=int, default=10_000, help="sent at Telegram's pace (default: 10,000)")
given = parser.parse_args()

race(given.rounds, given.reports)
clocks.show(given.rows)
history.show(given.rows, given.reports)
lists.show(given.rows)
monthly.show(given.rows // 10)
memory.show()
webhook.show(given.rounds)
notices.show(given.notices)
slots.show()
