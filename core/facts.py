"""What is known of a ticket: which of it is personal, and which are pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

Facts: TypeAlias = Mapping[str, Any]  # plain JSON values

AGREED = "next_visit"  # the fact with the time that was agreed for a linked ticket
# The facts that are pictures of the job.
ALBUMS = (
    "photos", "rework_photos", "help_photos", "done_photos", "checked_photos", "contract_photos", "agreement_photos",
    "paper_photos", "protection_photos",
)  # fmt: skip
BROUGHT = (*ALBUMS[1:], "added_photos", "sent_photos")  # those that come with a move
# The facts that are a person's own words or data, and go when the person asks to be forgotten.
PERSONAL: frozenset[str] = frozenset({
    "attendees", "papers", "agreement_photos", "paper_photos", "whereabouts", "to_send",
    "name", "phone", "address", "area", "words", "comment", "judgement", "sales_note", "note", "notes", "added",
    "correction", "reason", "done", "part", "parts", "wish", "happened", "about", "told", "statement", "opinion",
    "evidence", "provisional", "answer", "task",
    "corrective", "preventive", "agreement", "finding", "third_party", "plan", "result", "requirements",
    "signed_by", "remarks", "quote_for", "photos", "help_photos", "rework_photos", "done_photos", "checked_photos",
    "motive", "body", "letter", "reply", "office",
    "added_photos", "contract_photos", "sent_photos", "protection_photos", "work_change", "agreed",
})  # fmt: skip


def photos_in(facts: Facts, albums: Iterable[str] = ALBUMS) -> tuple[str, ...]:
    """Each picture once, in the order in which it came."""
    return tuple(dict.fromkeys(str(photo) for album in albums for photo in facts.get(album) or ()))
