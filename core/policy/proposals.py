"""What a policy says about proposals of customers: their subjects, and what a good one earns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from core.policy.setting import Coded, Count, Named, Price, Section


class Grade(Named):
    """Earned with so many `points` of thirty on average (SUG-08)."""

    points: Annotated[int, Field(strict=True, ge=1, le=30)]
    reward: Price


class Proposal(Section):
    subjects: Annotated[Mapping[str, Named], Coded, Field(min_length=1)]
    grades: Annotated[Mapping[str, Grade], Coded]
    certificate_count: Count
    committee_least: Count

    def grade_for(self, points: float) -> Grade | None:
        """The highest that so many points earn; None for too few."""
        reached = [grade for grade in self.grades.values() if points >= grade.points]
        return max(reached, key=lambda grade: grade.points, default=None)
