"""`python -m benchmarks.webhook`: this desk and aiogram's own webhook handler, in turn."""

from __future__ import annotations

from benchmarks.webhook.race import show

show(3)
