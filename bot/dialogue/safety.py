"""What must be done at once where somebody is in danger (FLT-11)."""

from __future__ import annotations

from bot.dialogue.occasion import Occasion
from core.phrases import Phrase, say


def advice_for(occasion: Occasion, code: str, *, danger: bool) -> tuple[Phrase, ...]:
    """What keeps people safe until somebody comes, and whom they call before us."""
    policy = occasion.desk.shop.policy
    symptom, numbers = policy.catalogue.symptom(code), policy.shop.emergency_numbers
    text = symptom.first_aid if symptom and symptom.hazard else None
    if text:
        words = say(
            "For your safety, please do this until we come:\n{text}\nEmergency: {numbers}", text=text, numbers=numbers
        )
        return (words,)
    keep_away = say(
        "If anybody is in danger, everybody leaves first and calls from outside: {numbers}", numbers=numbers
    )
    return (keep_away,) if danger else ()
