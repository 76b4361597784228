"""What can be wrong with which product: symptoms, first aid, what to bring, and the lists of the finish form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, NamedTuple, TypeAlias, cast

from pydantic import model_validator

from core.policy.bilingual import Bilingual
from core.policy.hints import plain, weight
from core.policy.layers import Key, unknown
from core.policy.setting import Code, Coded, Hint, Named, Section, Switch, Words, coded

Remedy: TypeAlias = Literal["repair", "exchange", "refund"]


class Symptom(Named):
    """`code` is category.symptom. `first_aid` is what the customer may try (FLT-09) or, for a `hazard`, must do."""

    words: tuple[Hint, ...]  # by which a sentence gives it away
    skill: Code
    complexity: Literal["simple", "complex"] = "simple"  # FLT-15, FLT-16
    hazard: Switch = False
    bring: tuple[Code, ...] = ()  # VIS-18
    remedies: tuple[Remedy, ...] = ()  # what it entitles to, if it stands in the table of defects (WAR-11 to WAR-13)
    first_aid: Words | None = None

    @property
    def self_help(self) -> Bilingual | None:
        """What may close the case without a visit; never for a hazard, whose first aid only bridges the wait."""
        return None if self.hazard else self.first_aid


class Category(Named):
    words: tuple[Hint, ...]
    bulky: Switch = False  # delivered by the company whatever it cost (DLV-01)
    fitted: Switch = False  # put in by fitters once it is delivered (INS-01)
    leaflet: Words | None = None  # after a repair, instead of the one for everything (VIS-24)
    symptoms: Mapping[str, Symptom]

    @model_validator(mode="before")
    @classmethod
    def name_symptoms(cls, value: object) -> object:
        if not isinstance(value, dict):
            return value
        table = cast("dict[str, object]", value)
        symptoms = coded(table.get("symptoms", {}), f"{table['code']}.")
        return {**table, "symptoms": symptoms}


class Cause(Named):
    """`covered` by the warranty, or charged (WAR-02, WAR-14). `goes_to` is the department responsible (FLT-12)."""

    covered: Switch
    goes_to: Words | None = None


class Action(Named):
    invasive: Switch = False  # walls or floors are opened for it (VIS-21)


class Catalogue(Section):
    skills: Annotated[Mapping[str, Named], Coded]
    supplies: Annotated[Mapping[str, Named], Coded]  # parts and tools
    causes: Annotated[Mapping[str, Cause], Coded]
    actions: Annotated[Mapping[str, Action], Coded]
    categories: Annotated[Mapping[str, Category], Coded]

    def symptom(self, code: str) -> Symptom | None:
        """By its code, such as sofa.sagging."""
        category, _, name = code.partition(".")
        found = self.categories.get(category)
        return found.symptoms.get(name) if found else None

    @property
    def knows_invasive_work(self) -> bool:
        return any(action.invasive for action in self.actions.values())

    @property
    def defects(self) -> tuple[Symptom, ...]:
        """The table of defects, where the shop has one (WAR-11)."""
        every = (symptom for category in self.categories.values() for symptom in category.symptoms.values())
        return tuple(symptom for symptom in every if symptom.remedies)

    def symptom_label(self, code: str) -> Bilingual | str:
        """What people call it; nothing for what the customer could only describe in his own words."""
        found = self.symptom(code)
        return found.label if found else ""

    def brought_for(self, symptom: Symptom) -> tuple[Bilingual, ...]:
        """The parts and tools that this symptom usually needs (VIS-18)."""
        return tuple(self.supplies[code].label for code in symptom.bring)


class Guess(NamedTuple):
    """What a sentence seems to be about; each may be unknown, and a symptom is never known without its category."""

    category: Category | None = None
    symptom: Symptom | None = None


def guess(text: str, catalogue: Catalogue) -> Guess:
    """Read a customer's own words. A product must be named, unless only one kind of product has that symptom."""
    said = plain(text)
    named = {code: weight(said, category.words) for code, category in catalogue.categories.items()}
    considered = [code for code in named if named[code]] or list(named)
    found = [
        (named[code] + fit, Guess(catalogue.categories[code], symptom))
        for code in considered
        for symptom in catalogue.categories[code].symptoms.values()
        if (fit := weight(said, symptom.words))
    ]
    if not any(named.values()):
        return only_one(found)
    likeliest = max(considered, key=lambda code: named[code])
    return max(found, key=in_doubt_for_safety, default=(0, Guess(catalogue.categories[likeliest])))[1]


def in_doubt_for_safety(scored: tuple[int, Guess]) -> tuple[bool, int]:
    """What may be dangerous comes before what fits better: a socket that sparks is not just broken (FLT-11)."""
    score, said = scored
    return bool(said.symptom and said.symptom.hazard), score


def only_one(found: list[tuple[int, Guess]]) -> Guess:
    best = [said for score, said in found if score == max(score for score, _ in found)]
    return best[0] if len({said.category and said.category.code for said in best}) == 1 else Guess()


def gaps(catalogue: Catalogue) -> Iterable[tuple[Key, str]]:
    """Where the catalogue speaks of a skill, a part or a tool that it does not list."""
    for category in catalogue.categories.values():
        for name, symptom in category.symptoms.items():
            key: Key = ("catalogue", "categories", category.code, "symptoms", name)
            if symptom.skill not in catalogue.skills:
                yield (*key, "skill"), unknown(symptom.skill, catalogue.skills)
            for number, supply in enumerate(symptom.bring):
                if supply not in catalogue.supplies:
                    yield (*key, "bring", number), unknown(supply, catalogue.supplies)
