from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from core.policy import PROFILES, Policy
from core.worktime.calendars import Calendar
from tests.core.policies import overlaid, policy

every_profile = pytest.mark.parametrize("profile", PROFILES)


# fmt: off
PROMISED = [
    # promise              furniture             property              appliance             piano
    ("greeting",            "10 seconds",         "10 seconds",         "10 seconds",         "10 seconds"),
    ("first_human_contact", "30 working minutes", "1 working day",      "10 working minutes", "30 working minutes"),
    ("technician_contact",  "0 seconds",          "0 seconds",          "5 working minutes",  "0 seconds"),
    ("urgent_ack",          "10 minutes",         "10 minutes",         "5 minutes",          "10 minutes"),
    ("routing",             "1 working day",      "1 working day",      "10 working minutes", "1 working day"),
    ("reply_outer_limit",   "1 day",              "1 day",              "1 day",              "1 day"),
    ("plan",                "2 working days",     "2 working days",     "4 working hours",    "2 working days"),
    ("resolve_simple",      "5 working days",     "5 working days",     "4 working hours",    "5 working days"),
    ("resolve_complex",     "10 working days",    "10 working days",    "2 days",             "10 working days"),
    ("warn_complex_first",  "3 working days",     "3 working days",     "1 day",              "3 working days"),
    ("warn_complex_last",   "1 working day",      "1 working day",      "4 hours",            "1 working day"),
    ("dispatch_timeout",    "15 working minutes", "15 working minutes", "15 working minutes", "15 working minutes"),
    ("offer_answer",        "10 working minutes", "10 working minutes", "10 working minutes", "10 working minutes"),
    ("arrival_city",        "4 working hours",    "4 working hours",    "4 working hours",    "4 working hours"),
    ("arrival_suburb",      "8 working hours",    "8 working hours",    "8 working hours",    "8 working hours"),
    ("call_ahead",          "2 hours",            "2 hours",            "2 hours",            "2 hours"),
    ("call_ahead_phone",    "1 hour",             "1 hour",             "1 hour",             "1 hour"),
    ("complaint_routing",   "1 working day",      "1 working day",      "1 working day",      "1 working day"),
    ("complaint_feedback",  "2 working days",     "2 working days",     "2 working days",     "2 working days"),
    ("complaint_plan",      "1 working day",      "3 working days",     "1 working day",      "3 working days"),
    ("complaint_result",    "2 working days",     "7 working days",     "2 working days",     "7 working days"),
    ("callback",            "3 working days",     "3 working days",     "1 working day",      "3 working days"),
]
# fmt: on


@pytest.mark.rule("CHN-05")
@pytest.mark.rule("CHN-08")
@pytest.mark.rule("CHN-09")
@pytest.mark.rule("FLT-03")
@pytest.mark.rule("FLT-05")
@pytest.mark.rule("FLT-10")
@pytest.mark.rule("FLT-11")
@pytest.mark.rule("FLT-14")
@pytest.mark.rule("FLT-15")
@pytest.mark.rule("FLT-16")
@pytest.mark.rule("FLT-19")
@pytest.mark.rule("DSP-01")
@pytest.mark.rule("DSP-02")
@pytest.mark.rule("DSP-04")
@pytest.mark.rule("DLV-05")
@pytest.mark.rule("ESC-04")
@pytest.mark.rule("SRV-02")
@pytest.mark.parametrize("row", PROMISED, ids=[row[0] for row in PROMISED])
def test_each_trade_promises_what_the_rulebook_says(row: tuple[str, ...]) -> None:
    promise, *values = row
    assert [str(getattr(policy(profile).promises, promise)) for profile in PROFILES] == values


@pytest.mark.rule("WAR-01")
@pytest.mark.rule("WAR-07")
@pytest.mark.rule("WAR-08")
def test_each_trade_has_its_own_warranty() -> None:
    terms = [(policy(profile).warranty.years, policy(profile).warranty.start) for profile in PROFILES]
    assert terms == [(2, "receipt"), (2, "completion"), (1, "shipping"), (3, "purchase")]


def test_a_warranty_counts_from_the_delivery_where_the_trade_says_so() -> None:
    bought, delivered = date(2026, 1, 5), date(2026, 2, 1)
    assert policy("furniture").warranty.starts_on(bought, delivered) == delivered
    assert policy("furniture").warranty.starts_on(bought, None) == bought
    assert policy("piano").warranty.starts_on(bought, delivered) == bought


def test_a_category_may_have_a_longer_warranty(tmp_path: Path) -> None:
    shop = overlaid(tmp_path, "warranty.by_category.bed = 5")
    assert shop.warranty.years_for("bed") == 5
    assert shop.warranty.years_for("sofa") == 2


@pytest.mark.rule("FLT-25")
def test_a_furniture_shop_repairs_from_monday_to_friday() -> None:
    assert [bool(day) for day in policy().hours.field.days] == [True] * 5 + [False] * 2


def test_opening_hours_fit_a_calendar() -> None:
    shop = policy()
    calendar = Calendar.from_dict({"tz": shop.shop.zone, "hours": {}})
    office = Calendar(calendar.zone, shop.hours.office.days)
    monday = office.on(date(2026, 1, 19))
    assert [(w.start.astimezone(office.zone).hour, w.end.astimezone(office.zone).hour) for w in monday] == [
        (9, 12),
        (13, 18),
    ]


@pytest.mark.rule("VIS-16")
@every_profile
def test_no_visit_is_offered_while_people_eat_or_sleep(profile: str) -> None:
    shop = policy(profile)
    assert not [w for w in shop.visit.windows for rest in shop.hours.quiet if w.overlaps(rest)]


@pytest.mark.rule("DSP-01")
@pytest.mark.parametrize(
    ("address", "suburb"),
    [
        ("杭州市西湖区文三路 90 号", False),
        ("杭州市拱墅区大关新村 3 幢", False),
        ("杭州市临安区锦城街道 8 号", True),
        ("富阳新登镇中山路 1 号", True),
        ("12 Renmin Road, FUYANG", True),
        ("somewhere", False),
    ],
)
def test_an_address_is_classed_as_city_or_suburb(address: str, suburb: bool) -> None:
    assert policy().visit.is_suburb(address) is suburb


@pytest.mark.rule("FLT-11")
@every_profile
@pytest.mark.parametrize(
    "words", ["家里漏水了，快来", "插座冒火花！", "孩子被反锁在里面", "It is LEAKING badly", "门倒下砸伤了人"]
)
def test_leaks_sparks_injuries_and_lock_outs_are_urgent_at_once(profile: str, words: str) -> None:
    assert policy(profile).is_emergency(words)


@every_profile
@pytest.mark.parametrize(
    "words", ["桌面划伤了一道", "家电到货了吗", "I like smoked glass", "沙发塌了", "The drawer collapses", ""]
)
def test_ordinary_faults_are_not(profile: str, words: str) -> None:
    assert not policy(profile).is_emergency(words)


@pytest.mark.rule("FLT-11")
def test_a_power_cut_is_urgent_for_a_property_service() -> None:
    assert policy("property").is_emergency("整栋楼停电了")


@pytest.mark.rule("VIS-09")
@pytest.mark.parametrize("profile", ["appliance", "piano"])
def test_the_floor_cloth_is_a_must(profile: str) -> None:
    assert any("垫布" in item.in_("zh_CN") for item in policy(profile).visit.kit)
    assert any("floor cloth" in item.in_("en").lower() for item in policy(profile).visit.kit)


@pytest.mark.rule("DSP-04")
@every_profile
def test_who_passes_a_job_on_gives_a_reason_from_the_list(profile: str) -> None:
    reasons = policy(profile).dispatch.refusal_reasons
    assert reasons["clash"].label.in_("zh_CN") == "与已有预约冲突"
    assert all(reason.code == code for code, reason in reasons.items())


@every_profile
def test_there_is_one_dispatching_role_and_another_to_stand_in(profile: str) -> None:
    assert policy(profile).dispatch.role != policy(profile).dispatch.standin


def test_nudges_and_waits_go_by_the_wall_clock() -> None:
    shop: Policy = policy()
    assert shop.visit.no_answer.time == timedelta(minutes=5)
    assert shop.limits.nudge_every.time == timedelta(hours=4)
    assert datetime(2026, 1, 18) + shop.promises.at_once.time == datetime(2026, 1, 18)  # noqa: DTZ001
