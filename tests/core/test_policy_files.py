from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from pydantic import ValidationError

from core.errors import WrongSetting
from core.policy import HERE, PROFILES, load_policy
from tests.core.policies import overlaid, policy

every_profile = pytest.mark.parametrize("profile", PROFILES)


SHARED = ("delivery", "installation", "shipment", "order", "project", "quote", "contract", "workshop", "leaflet")


@pytest.mark.parametrize("profile", [*PROFILES, *SHARED])
def test_every_setting_says_which_rule_it_comes_from(profile: str) -> None:
    text = (HERE / f"{profile}.toml").read_text("utf-8")
    notes = dict(noted(text))
    assert notes.keys() == set(leaves(tomllib.loads(text)))
    known = re.compile(r"\b[A-Z]{3}-\d\d (given|blank|vague)\b|\bours\b")
    assert [key for key, note in notes.items() if not known.search(note)] == []


def noted(text: str) -> Iterator[tuple[str, str]]:
    """Each key with the comment on its line, above it, or above its table."""
    table = table_note = above = ""
    for line in text.splitlines():
        if line.startswith("#"):
            above += line
        elif found := re.match(r"\[([\w.]+)\]", line):
            table, table_note, above = found[1], above, ""
        elif found := re.match(r"(\w+) = ", line):
            beside = line.partition("  # ")[2]
            yield f"{table}.{found[1]}", beside or above or table_note
            above = ""


def leaves(table: dict[str, Any], path: str = "") -> Iterator[str]:
    """The dotted keys, a table within a line counting as a value."""
    for key, entry in table.items():
        if isinstance(entry, dict) and (not path or f"{path}{key}" in SUBTABLES):
            yield from leaves(cast("dict[str, Any]", entry), f"{path}{key}.")
        else:
            yield f"{path}{key}"


SUBTABLES = {
    "hours.office",
    "hours.field",
    "dispatch.refusal_reasons",
    "warranty.tariff",
    "installation.checks",
    "complaint.departments",
    "complaint.causes",
    "complaint.levels",
    "complaint.compensation",
    "proposal.subjects",
    "proposal.grades",
    "returns.rules",
}


# -- the shop's own file


def test_a_shop_says_only_what_differs(tmp_path: Path) -> None:
    shop = overlaid(tmp_path, 'shop.name = { zh = "老王家具", en = "Wang" }\n[promises]\nplan = "3 working days"')
    assert shop.shop.name.in_("zh_CN") == "老王家具"
    assert str(shop.promises.plan) == "3 working days"
    assert shop.promises.routing == policy().promises.routing


def test_a_shop_takes_away_what_it_does_not_do(tmp_path: Path) -> None:
    shop = overlaid(tmp_path, "catalogue.categories.door = false\ndispatch.refusal_reasons.unwell = false")
    assert "door" not in shop.catalogue.categories
    assert "unwell" not in shop.dispatch.refusal_reasons


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    file = tmp_path / "shop.toml"
    file.write_text("survey.on = false", "utf-8-sig")
    assert load_policy("furniture", file).survey.on is False


@pytest.mark.rule("ARC-02")
def test_customer_files_may_be_kept_for_good(tmp_path: Path) -> None:
    assert policy("property").retention.person_months is None
    assert overlaid(tmp_path, "retention.person_months = 36", "property").retention.person_months == 36


@pytest.mark.rule("ARC-07")
def test_the_version_tells_one_policy_from_another(tmp_path: Path) -> None:
    assert load_policy("furniture").version == policy().version
    assert overlaid(tmp_path, "# nothing yet").version == policy().version
    changed = overlaid(tmp_path, "dispatch.daily_cap = 5")
    assert changed.version != policy().version
    assert len({policy(profile).version for profile in PROFILES}) == len(PROFILES)


def test_nobody_can_change_a_policy_in_use() -> None:
    with pytest.raises(ValidationError):
        policy().dispatch.auto = True


# -- what is wrong is said


WRONG = [
    (
        'promises.first_human_contact = "soon"',
        'promises.first_human_contact: "soon" is not a length of time; write e.g. "30 working minutes"',
    ),
    ('promises.plan = "0 minutes"', 'promises.plan: "0 minutes" must be longer than nothing'),
    ('promises.plan = "-2 days"', 'promises.plan: "-2 days" is not a length of time'),
    ('promises.plan = "9999 days"', 'promises.plan: "9999 days" is longer than a year'),
    ("promises.plan = 2", "promises.plan: 2 is not a length of time"),
    (
        'promises.warn_before = "3 working days"',
        "promises.warn_before: 3 working days must be shorter than promises.plan",
    ),
    (
        'promises.call_ahead = "30 minutes"',
        "promises.call_ahead_phone: 1 hour must be shorter than promises.call_ahead",
    ),
    ('visit.no_answer = "5 working minutes"', 'visit.no_answer: "5 working minutes" is counted on the wall clock'),
    ('limits.nudge_every = "0 hours"', 'limits.nudge_every: "0 hours" must be longer than nothing'),
    ("promises.plann = 1", "promises.plann: there is no such setting; did you mean plan?"),
    ("promisses.plan = 1", "promisses: there is no such setting; did you mean promises?"),
    ("xyz = 1", "xyz: there is no such setting"),
    ("promises = 3", "promises: 3 stands where a table of settings is expected"),
    ("promises = false", "promises: is missing"),
    ("dispatch.daily_cap = -1", "dispatch.daily_cap: -1 should be greater than or equal to 1"),
    ("dispatch.daily_cap = 10000", "dispatch.daily_cap: 10000 should be less than or equal to 50"),
    ("dispatch.daily_cap = 2.5", "dispatch.daily_cap: 2.5 should be a valid integer"),
    ("dispatch.auto = 1", "dispatch.auto: 1 should be a valid boolean"),
    (
        'dispatch.role = "boss"',
        "dispatch.role: \"boss\" should be 'technician', 'dispatcher', 'supervisor' or 'manager'",
    ),
    ('dispatch.role = "supervisor"', "dispatch.standin: must be another role than dispatch.role"),
    ('shop.zone = "Asia/Peking"', 'shop.zone: "Asia/Peking" is not a time zone'),
    ('shop.zone = "../etc"', 'shop.zone: "../etc" is not a time zone'),
    ('shop.currency = "yuan"', 'shop.currency: "yuan" is not a currency'),
    ('shop.phones = ["call me"]', 'shop.phones[1]: "call me" is not a telephone number'),
    ("shop.phones = []", "shop.phones: [] should have at least 1 item"),
    ('shop.name = "Wang"', 'shop.name: "Wang" is not a text in both languages'),
    ('shop.name = { zh = "", en = "Wang" }', "shop.name: {"),
    ('hours.office.mon = [["18:00", "09:00"]]', 'hours.office.mon[1]: ["18:00", "09:00"] ends before it starts'),
    ('hours.office.mon = [["09:00", "12:00"], ["11:00", "18:00"]]', "hours.office.mon: has windows that overlap"),
    ('hours.office.monday = [["09:00", "12:00"]]', "hours.office.monday: there is no such setting; did you mean mon?"),
    ("hours.closures = [1]", "hours.closures[1]: 1"),
    ('visit.windows = [["11:00", "13:00"]]', "visit.windows[1]: 11:00-13:00 disturbs the quiet time 12:00-14:00"),
    (
        'visit.arrive_early_least = "20 minutes"',
        "visit.arrive_early_least: must not be longer than visit.arrive_early_most",
    ),
    ('conversation.nudge_after = "2 days"', "conversation.nudge_after: must be shorter than conversation.close_after"),
    ("warranty.visit_fee = -5", "warranty.visit_fee: -5 is not a price"),
    ("warranty.visit_fee = nan", "warranty.visit_fee: NaN is not a price"),
    ("warranty.visit_fee = 9.999", "warranty.visit_fee: 9.999 is not a price"),
    ("warranty.by_category.sofaa = 3", 'warranty.by_category.sofaa: "sofaa" is not known; did you mean sofa?'),
    ("warranty.by_category.sofa = 900", "warranty.by_category.sofa: 900 should be less than or equal to 50"),
    ('retention.person_months = "ever"', 'retention.person_months: "ever" should be a valid integer'),
    ('shop.emergency_words = [" "]', 'shop.emergency_words[1]: " " is not a word to look for'),
    ('dispatch.refusal_reasons."My Reason" = { zh = "一", en = "a" }', "dispatch.refusal_reasons.My Reason.code:"),
    ("plan =", "shop.toml: Invalid value"),
]


@pytest.mark.parametrize(("words", "complaint"), WRONG, ids=[words for words, _ in WRONG])
def test_a_wrong_setting_is_named_with_its_file(tmp_path: Path, words: str, complaint: str) -> None:
    with pytest.raises(WrongSetting) as wrong:
        overlaid(tmp_path, words)
    assert complaint in str(wrong.value)
    assert str(wrong.value).startswith(("shop.toml: ", "furniture.toml: "))


def test_a_clash_with_the_profile_names_the_key_that_has_to_give(tmp_path: Path) -> None:
    with pytest.raises(
        WrongSetting, match=r"^shop\.toml: promises\.resolve_simple: 30 working days must be shorter than"
    ):
        overlaid(tmp_path, 'promises.resolve_simple = "30 working days"')


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting) as wrong:
        overlaid(tmp_path, 'promises.plan = "soon"\ndispatch.daily_cap = 0\nlimit.x = 1')
    assert len(str(wrong.value).splitlines()) == 3


def test_a_shop_that_never_opens_is_refused(tmp_path: Path) -> None:
    closed = "\n".join(f"hours.office.{day} = []" for day in ("mon", "tue", "wed", "thu", "fri"))
    with pytest.raises(WrongSetting, match=r"hours\.office: has no open day"):
        overlaid(tmp_path, closed)


JUNK = [
    "-1",
    "0",
    "1e400",
    "nan",
    "true",
    '""',
    '"soon"',
    "[]",
    "[[]]",
    '[["25:00"]]',
    "{}",
    '{ zh = "x" }',
    "2026-01-01",
]


@pytest.mark.parametrize("junk", JUNK)
def test_no_junk_in_any_place_gets_past_the_door(tmp_path: Path, junk: str) -> None:
    places = sorted(set(leaves(policy_table("furniture"))))
    try:
        overlaid(tmp_path, "\n".join(f"{place} = {junk}" for place in places))
    except WrongSetting as wrong:
        assert all(line.startswith("shop.toml: ") for line in str(wrong).splitlines())


def policy_table(profile: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{profile}.toml").read_text("utf-8"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting, match=r"shop\.toml: cannot be read: No such file"):
        load_policy("furniture", tmp_path / "shop.toml")


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    file = tmp_path / "shop.toml"
    file.write_bytes('shop.name = { zh = "老王家具", en = "Wang" }'.encode("gb18030"))
    with pytest.raises(WrongSetting, match=r"shop\.toml: is not UTF-8"):
        load_policy("furniture", file)


def test_an_unknown_profile_is_named() -> None:
    with pytest.raises(WrongSetting, match='no policy profile "funiture"; did you mean furniture'):
        load_policy("funiture")
