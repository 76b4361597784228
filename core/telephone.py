"""Telephone numbers as people write them, and in the one way in which the desk keeps them."""

from __future__ import annotations

import unicodedata

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat


def dialled(text: str, region: str) -> PhoneNumber | None:
    """The number in a text, without a country code one of `region` (ISO 3166). None if it could not be called."""
    try:
        number = phonenumbers.parse(unicodedata.normalize("NFKC", text), region)
    except NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def e164(number: PhoneNumber) -> str:
    """As in +8613800138000."""
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)
