"""Telephone numbers as people write them, and in the one way in which the desk keeps them."""

from __future__ import annotations

import re
import unicodedata

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

# What most people in China give: all numbers of these ranges are in use, so that this is quicker seen than looked up.
MOBILE = re.compile(r"(?:\+86 ?)?(1[38]\d)[ -]?(\d{4})[ -]?(\d{4})", re.ASCII)


def dialled(text: str, region: str) -> PhoneNumber | None:
    """The number in a text, without a country code one of `region` (ISO 3166). None if it could not be called."""
    if mobile := mobile_in(text, region):
        return PhoneNumber(country_code=86, national_number=int("".join(mobile)))
    try:
        number = phonenumbers.parse(unicodedata.normalize("NFKC", text), region)
    except NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def in_national_manner(kept: str, region: str) -> str:
    """A number in E.164 as it is written in `region`: with the country code only if it is of elsewhere."""
    if mobile := mobile_in(kept, region):
        return " ".join(mobile)
    number = dialled(kept, region)
    if number is None:
        return kept
    at_home = phonenumbers.region_code_for_number(number) == region
    return phonenumbers.format_number(
        number, PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL
    )


def mobile_in(text: str, region: str) -> tuple[str, ...]:
    """The three parts of a Chinese mobile number, if it is one."""
    found = MOBILE.fullmatch(text) if region == "CN" else None
    return found.groups() if found else ()


def e164(number: PhoneNumber) -> str:
    """As in +8613800138000."""
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)
