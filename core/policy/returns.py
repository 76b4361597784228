"""What a policy says about returns and exchanges: within how many days, what is excluded, by which rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias, get_args

from core.policy.hints import mentions, plain
from core.policy.setting import Coded, Count, Days, Hint, Named, Section, Switch

Rule: TypeAlias = Literal[
    "no_reason", "three_guarantee", "defects", "report", "our_fault", "excluded", "misuse", "supervisor"
]


class Returns(Section):
    no_reason_days: Days
    three_guarantee_days: Days
    most_transfers: Count
    both_sign: Switch
    excluded_words: tuple[Hint, ...]
    seasonal_words: tuple[Hint, ...]
    rules: Annotated[Mapping[str, Named], Coded]

    @property
    def unnamed(self) -> tuple[str, ...]:
        """Rules without a name: the customer could not be told why."""
        return tuple(rule for rule in get_args(Rule) if rule not in self.rules)

    def is_excluded(self, product: str) -> bool:
        """Not returned without a reason (RTN-03)."""
        return mentions(plain(product), self.excluded_words)

    def is_seasonal(self, product: str) -> bool:
        return mentions(plain(product), self.seasonal_words)
