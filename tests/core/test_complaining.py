"""How serious a complaint is proposed to be, and whom it is about."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from core.casework.complaining import amount_in, named_in, why_major
from core.opening import shop_with
from core.people import Person
from core.policy import PROFILES
from core.tickets import PersonId
from core.wording.values import listed_as
from tests.core.policies import policy


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("退我1.2万元", "12000"),
        ("give me 12,000 yuan back", "12000"),
        ("¥ 300", "300"),
        ("赔偿 500 块，或者 800元", "800"),
        ("room 12000", "0"),
        (", 元", "0"),
        ("", "0"),
    ],
)
def test_the_largest_amount_of_money_is_read(words: str, amount: str) -> None:
    assert amount_in(words) == Decimal(amount)


@pytest.mark.rule("CMP-07")
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("孩子被砸伤了", "injury"),
        ("我要打12315", "public"),
        ("I will go to the press", "public"),
        ("赔我一万两千，也就是12000元", "amount"),
        ("抽屉有一点划痕，请换一个", ""),
        ("A suede sofa; the courteous fitter pressed the wrong button", ""),
    ],
)
def test_how_serious_it_is_follows_from_rules(profile: str, words: str, why: str) -> None:
    assert why_major(words, policy(profile)) == why


@pytest.mark.rule("CMP-21")
@pytest.mark.parametrize("profile", PROFILES)
def test_a_complaint_is_recognised_by_its_words(profile: str) -> None:
    heard = policy(profile).complaint.is_heard_in
    assert all(map(heard, ["我要投诉！", "Complaint!", "你们是骗子", "This is OUTRAGEOUS", "态度恶劣"]))
    assert not any(map(heard, ["沙发坏了", "The tap drips", "谢谢", "issue with the suede"]))


def test_a_person_is_meant_only_if_exactly_one_name_is_said() -> None:
    zhang, wang = Person(PersonId(1), "张师傅"), Person(PersonId(2), "王师傅")
    assert named_in("上门的张师傅", (zhang, wang)) == zhang.id
    assert named_in("张师傅和王师傅", (zhang, wang)) is None
    assert named_in("那个人", (zhang, wang, Person(PersonId(3)))) is None


def test_the_same_code_of_a_cause_reads_otherwise_on_a_repair() -> None:
    shop = shop_with(policy(), datetime(2026, 11, 23, tzinfo=UTC))
    assert listed_as("cause", "material", shop, "complaint") == shop.policy.complaint.causes["material"].label
    assert listed_as("cause", "material", shop, "fault") == shop.policy.catalogue.causes["material"].label
