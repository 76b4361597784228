"""Of a service contract: until when it, or the warranty before it, runs."""

from __future__ import annotations

from core.wording.values import Place, fact

SERVICE_CONTRACT: tuple[Place, ...] = (("covered_until", fact("covered_until")),)
