"""Which rule applies to a return, and which of the three prices counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.casework.returning import Asked, judge
from core.errors import WrongSetting
from core.policy import PROFILES
from tests.core.policies import overlaid, policy

SOFA = Asked("NOVA sofa", "money", "no_reason", 3, proved=True)


@pytest.mark.rule("RTN-01")
@pytest.mark.rule("RTN-02")
@pytest.mark.rule("RTN-03")
@pytest.mark.rule("RTN-04")
@pytest.mark.rule("RTN-06")
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(
    ("asked", "rule", "allowed"),
    [
        (SOFA, "no_reason", True),
        (replace(SOFA, days=7), "no_reason", True),
        (replace(SOFA, days=8), "supervisor", None),
        (replace(SOFA, days=None), "supervisor", None),
        (replace(SOFA, unsoiled=False), "supervisor", None),
        (replace(SOFA, proved=False), "no_reason", None),
        (replace(SOFA, product="红木口吹乐器"), "excluded", False),
        (replace(SOFA, product="Gold ring", why="defect"), "three_guarantee", True),
        (replace(SOFA, product="酒柜"), "no_reason", True),
        (replace(SOFA, product="Golden oak wine rack"), "no_reason", True),
        (replace(SOFA, why="defect", days=7), "three_guarantee", True),
        (replace(SOFA, why="defect", days=8), "report", None),
        (replace(SOFA, why="defect", days=8, report=True), "report", True),
        (replace(SOFA, why="our_fault", days=90), "our_fault", True),
        (replace(SOFA, why="misuse"), "misuse", False),
        (replace(SOFA, why="misuse", proved=False), "misuse", False),
    ],
)
def test_the_rule_that_applies_is_named(profile: str, asked: Asked, rule: str, allowed: bool | None) -> None:
    verdict = judge(asked, policy(profile))
    assert (verdict.rule, verdict.allowed) == (rule, allowed)
    assert verdict.named(policy(profile)).in_("zh_CN")


PLATE, HAMMERS, PEDAL, KEYS = (
    Asked("ARIA piano", "money", "defect", 400, proved=True, defect=code, covered=True)
    for code in ("tuning.plate_broken", "keys.hammers_loose", "pedals.broken", "keys.broken")
)


@pytest.mark.rule("WAR-11")
@pytest.mark.rule("WAR-12")
@pytest.mark.rule("WAR-13")
@pytest.mark.parametrize(
    ("asked", "rule", "allowed"),
    [
        (PLATE, "defects", True),
        (replace(PLATE, wants="another"), "defects", None),
        (replace(PLATE, covered=None), "defects", None),
        (replace(PLATE, covered=False), "report", None),
        (replace(PLATE, proved=False), "defects", None),
        (replace(PEDAL, wants="another"), "defects", True),
        (PEDAL, "defects", None),
        (HAMMERS, "defects", None),
        (KEYS, "defects", False),
        (replace(KEYS, days=3), "three_guarantee", True),
    ],
)
def test_the_table_of_defects_says_what_a_piano_entitles_to(asked: Asked, rule: str, allowed: bool | None) -> None:
    verdict = judge(asked, policy("piano"))
    assert (verdict.rule, verdict.allowed) == (rule, allowed)


@pytest.mark.rule("RTN-05")
@pytest.mark.parametrize(
    ("asked", "case"),
    [
        (SOFA, "paid"),
        (replace(SOFA, days=30), "paid"),
        (replace(SOFA, product="竹凉席", days=30), "today"),
        (replace(SOFA, product="竹凉席", days=5), "paid"),
        (replace(SOFA, product="Air conditioner", days=None), "today"),
        (replace(SOFA, product="竹凉席", days=30, why="our_fault"), "original"),
        (replace(SOFA, why="our_fault"), "original"),
    ],
)
def test_three_prices(asked: Asked, case: str) -> None:
    assert judge(asked, policy()).price_case == case


def test_a_rule_that_cannot_be_named_is_no_rule(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting, match=r"returns\.rules\.report: is missing"):
        overlaid(tmp_path, "returns.rules.report = false")
