from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import WrongSetting
from core.policy import HERE, PROFILES
from core.policy.catalogue import Catalogue, Guess, Symptom, guess
from tests.core.policies import overlaid, policy

every_profile = pytest.mark.parametrize("profile", PROFILES)


def catalogue(profile: str) -> Catalogue:
    return policy(profile).catalogue


def symptoms(profile: str) -> list[Symptom]:
    return [symptom for category in catalogue(profile).categories.values() for symptom in category.symptoms.values()]


SENTENCES = [
    ("furniture", "沙发塌了", "sofa.sagging"),
    ("furniture", "我家沙发坐下去吱吱响", "sofa.creaking"),
    ("furniture", "电动沙发按键没反应", "sofa.recliner_stuck"),
    ("furniture", "沙发旁边的柜子，柜门掉了", "cabinet.door_askew"),
    ("furniture", "衣柜门关不上", "cabinet.door_askew"),
    ("furniture", "抽屉拉不开", "cabinet.drawer_stuck"),
    ("furniture", "床垫中间凹陷", "bed.mattress_sagging"),
    ("furniture", "床箱的气压杆撑不住", "bed.lift_failing"),
    ("furniture", "房门反锁，钥匙打不开", "door.lock_broken"),
    ("furniture", "餐桌有划痕", "table.scratched"),
    ("furniture", "The SOFA has sunk in", "sofa.sagging"),
    ("furniture", "wardrobe door does not close", "cabinet.door_askew"),
    ("furniture", "Ｓｏｆａ　ｓａｇｓ", "sofa.sagging"),
    ("appliance", "洗衣机不排水", "washing_machine.no_drain"),
    ("appliance", "空调滴水", "air_conditioner.leak"),
    ("appliance", "冰箱不制冷了", "fridge.not_cooling"),
    ("appliance", "家里有煤气味", "water_heater.gas_smell"),
    ("appliance", "my washing machine won't drain", "washing_machine.no_drain"),
    ("appliance", "电视黑屏", "tv.no_picture"),
    ("property", "楼上漏水，天花板有水渍", "water.seeping"),
    ("property", "马桶堵了", "water.blocked"),
    ("property", "家里跳闸合不上", "electricity.tripping"),
    ("property", "地暖不热", "heating.cold"),
    ("property", "墙面裂缝", "wall.cracked"),
    ("piano", "钢琴走音了", "tuning.out_of_tune"),
    ("piano", "有个琴键卡住了", "keys.sticking"),
    ("piano", "the pedal squeaks", "pedals.squeaking"),
]


@pytest.mark.parametrize(("profile", "words", "code"), SENTENCES, ids=[words for _, words, _ in SENTENCES])
def test_a_sentence_gives_away_product_and_symptom(profile: str, words: str, code: str) -> None:
    found = guess(words, catalogue(profile))
    assert found.symptom is not None
    assert found.symptom.code == code
    assert found.category == catalogue(profile).categories[code.partition(".")[0]]


def test_a_product_alone_leaves_the_symptom_open() -> None:
    found = guess("我的沙发有点问题", catalogue("furniture"))
    assert found.category is not None
    assert found.category.code == "sofa"
    assert found.symptom is None


@pytest.mark.parametrize("words", ["漏水了", "你好", "", "坏了", "my broom is bent out of it"])
def test_what_could_be_several_things_is_not_guessed(words: str) -> None:
    assert guess(words, catalogue("appliance")) == Guess()


def test_a_word_inside_another_word_is_no_hint() -> None:
    assert guess("an embedded retable", catalogue("furniture")) == Guess()
    assert guess("我的sofa塌了", catalogue("furniture")).symptom is not None


@given(st.text(max_size=300))
def test_any_text_can_be_read(words: str) -> None:
    found = guess(words, catalogue("furniture"))
    assert found.symptom is None or found.category is not None


@pytest.mark.rule("FLT-09")
@every_profile
def test_most_faults_have_first_aid_in_both_languages(profile: str) -> None:
    texts = [symptom.first_aid for symptom in symptoms(profile) if symptom.first_aid]
    assert len(texts) >= 0.7 * len(symptoms(profile))
    for text in texts:
        assert text.zh.count("\n") == text.en.count("\n"), text.en
        assert any("\u4e00" <= letter <= "\u9fff" for letter in text.zh)
        assert text.en.isprintable() or "\n" in text.en


@pytest.mark.rule("FLT-09")
@every_profile
def test_a_hazard_is_made_safe_but_never_left_to_the_customer(profile: str) -> None:
    hazards = [symptom for symptom in symptoms(profile) if symptom.hazard]
    assert hazards
    assert all(symptom.first_aid for symptom in hazards)
    assert not any(symptom.self_help for symptom in hazards)


def test_first_aid_may_help_where_there_is_no_hazard() -> None:
    sagging = catalogue("furniture").symptom("sofa.sagging")
    assert sagging is not None
    assert sagging.self_help is not None
    assert sagging.self_help.in_("zh_CN").startswith("1. 取下可拆的坐垫")
    assert sagging.self_help.in_("en").startswith("1. Take the loose cushions off")


@pytest.mark.rule("FLT-15")
@pytest.mark.rule("FLT-16")
@every_profile
def test_some_faults_are_simple_and_some_complex(profile: str) -> None:
    assert {symptom.complexity for symptom in symptoms(profile)} == {"simple", "complex"}


@pytest.mark.rule("VIS-18")
@every_profile
def test_the_technician_is_told_what_to_bring(profile: str) -> None:
    brought = [catalogue(profile).brought_for(symptom) for symptom in symptoms(profile)]
    assert sum(map(bool, brought)) > 0.9 * len(brought)


@pytest.mark.rule("FLT-12")
def test_the_cause_decides_the_department() -> None:
    causes = catalogue("property").causes
    departments = [causes[code].goes_to for code in ("workmanship", "material", "design")]
    assert [department and department.in_("zh_CN") for department in departments] == ["项目部", "物资采购部", "设计部"]


@pytest.mark.rule("WAR-02")
@pytest.mark.rule("WAR-14")
def test_the_cause_decides_who_pays() -> None:
    causes = catalogue("piano").causes
    assert causes["material"].covered
    charged = {"transport", "user", "climate", "disaster", "unrecognised"}
    assert not any(causes[code].covered for code in charged)


@pytest.mark.rule("WAR-11")
@pytest.mark.rule("WAR-12")
@pytest.mark.rule("WAR-13")
@pytest.mark.parametrize(
    ("code", "remedies"),
    [
        ("tuning.plate_broken", ("refund",)),
        ("tuning.soundboard_cracked", ("refund",)),
        ("pedals.broken", ("exchange",)),
        ("keys.hammers_loose", ("repair", "refund")),
        ("case.cracked", ("repair",)),
        ("tuning.pins_loose", ("repair",)),
        ("keys.broken", ("repair",)),
    ],
)
def test_the_defect_table_of_the_pianos_says_what_is_due(code: str, remedies: tuple[str, ...]) -> None:
    found = catalogue("piano").symptom(code)
    assert found is not None
    assert found.remedies == remedies


def test_a_symptom_is_found_by_its_code() -> None:
    furniture = catalogue("furniture")
    assert str(furniture.symptom_label("cabinet.leaning")).count("要倒")
    assert furniture.symptom_label("own words") == ""
    assert furniture.symptom("sofa.nothing") is None
    assert furniture.symptom("") is None


@every_profile
def test_labels_fit_a_button(profile: str) -> None:
    found = catalogue(profile)
    named = [*found.categories.values(), *symptoms(profile), *found.causes.values(), *found.actions.values()]
    assert [thing.code for thing in named if len(thing.zh) > 20 or len(thing.en) > 60] == []
    assert [thing.code for thing in named if len(thing.code.encode()) > 40] == []


@every_profile
def test_every_symptom_can_be_told_from_its_own_name(profile: str) -> None:
    for category in catalogue(profile).categories.values():
        for symptom in category.symptoms.values():
            assert guess(f"{category.en} {symptom.en}", catalogue(profile)).category is not None
            assert any(word in symptom.zh.casefold() or word in symptom.en.casefold() for word in symptom.words), (
                symptom
            )


@every_profile
def test_the_file_says_whose_words_they_are(profile: str) -> None:
    text = (HERE / f"catalogue-{profile}.toml").read_text("utf-8")
    assert "ours" in text.partition("\n\n")[0]
    assert "FLT-09" in text.partition("\n\n")[0]


def test_a_shop_adds_its_own_products(tmp_path: Path) -> None:
    shop = overlaid(
        tmp_path,
        """
        [catalogue.categories.curtain]
        zh = "窗帘"
        en = "Curtain"
        words = ["窗帘", "curtain"]
        [catalogue.categories.curtain.symptoms.torn]
        zh = "破了"
        en = "Torn"
        words = ["破"]
        skill = "upholstery"
        """,
    )
    found = guess("窗帘破了", shop.catalogue)
    assert found.symptom is not None
    assert found.symptom.code == "curtain.torn"
    assert found.symptom.complexity == "simple"


SAGGING = "catalogue.categories.sofa.symptoms.sagging"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (f'{SAGGING}.skill = "upholstry"', f'{SAGGING}.skill: "upholstry" is not known; did you mean upholstery?'),
        (f'{SAGGING}.bring = ["foam", "spring"]', f'{SAGGING}.bring[2]: "spring" is not known; did you mean springs?'),
        (f'{SAGGING}.complexity = "hard"', f"{SAGGING}.complexity: \"hard\" should be 'simple' or 'complex'"),
        (f'{SAGGING}.first_aids = "x"', f"{SAGGING}.first_aids: there is no such setting; did you mean first_aid?"),
        (f'{SAGGING}.first_aid.zh = ""', f"{SAGGING}.first_aid: "),
        ("catalogue.categories.sofa = 3", "catalogue.categories.sofa: 3 stands where a table of settings is expected"),
        ("catalogue.categories = 3", "catalogue.categories: 3 stands where a table of settings is expected"),
        (
            "catalogue.categories.sofa.symptoms = 3",
            "catalogue.categories.sofa.symptoms: 3 stands where a table of settings is expected",
        ),
        ('catalogue.categories.rug.zh = "地毯"', "catalogue.categories.rug.en: is missing"),
        ('catalogue.causes.wear.covered = "no"', 'catalogue.causes.wear.covered: "no" should be a valid boolean'),
    ],
)
def test_a_mistake_in_the_catalogue_is_named(tmp_path: Path, words: str, complaint: str) -> None:
    with pytest.raises(WrongSetting) as wrong:
        overlaid(tmp_path, words)
    assert f"shop.toml: {complaint}" in str(wrong.value)
