"""Write down how an attempt ended and what follows from it, within one unit of work."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime

from core.outcomes import Outcome, Unknown
from core.ports import Parcel, Posting, Unit
from scheduler.after_attempt import INSTEAD, may_go_elsewhere, next_try


def record(
    unit: Unit, parcel: Parcel, outcome: Outcome, at: datetime, chance: float, served: Container[str] = ()
) -> bool:
    """False if the attempt had lost its lease: then somebody else has decided already. `served`: channels in use."""
    retry_at = next_try(outcome, parcel, at, chance)
    if not unit.outbox.record(parcel, outcome, at, retry_at):
        return unit.outbox.settled(parcel)
    if retry_at is None and may_go_elsewhere(outcome, parcel):
        send_elsewhere(unit, parcel, at, served)
    return True


def send_elsewhere(unit: Unit, parcel: Parcel, at: datetime, served: Container[str]) -> None:
    """To the person's other address, the latest used first; without one it stays in the list of the undelivered."""
    person = unit.chats.open(parcel.chat, "", lock=False).person
    chats = [c for c in unit.chats.of(person.id) if c.id != parcel.chat_id and c.chat.channel in served]
    if not chats:
        return
    cause = f"{INSTEAD}{parcel.id}"
    unit.outbox.put(
        Posting(
            chats[0].id,
            parcel.body,
            parcel.weight,
            at,
            expires_at=parcel.expires_at,
            dedupe=cause,
            ticket=parcel.ticket,
            cause=cause,
        )
    )
    unit.outbox.replaced(parcel, at)


def recover_lapsed(unit: Unit, at: datetime, chance: float) -> int:
    """What a crashed or frozen process had on its way may have arrived or not. Gives how many there were."""
    lapsed = unit.outbox.lapsed(at)
    for parcel in lapsed:
        record(unit, parcel, Unknown("lapsed"), at, chance)
    return len(lapsed)
