"""What the desk can be asked to do; each method runs inside the caller's unit of work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.policy import Policy
from core.ports import Unit


@dataclass
class Desk:
    """The desk, for the length of one unit of work, at one moment."""

    unit: Unit
    policy: Policy
    at: datetime
