"""Alerts in chat: *Mine*, hand back, take over, what counts as none of them, and how it all went (ESC-01)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from bot.dialogue.clean import plain
from bot.dialogue.occasion import Occasion
from bot.envelope import Button, Reply
from core import alerts, claims
from core.desk import roles_in
from core.people import ROLE_NAMES
from core.phrases import Phrase, Value, say
from core.ports import RaisedAlert
from core.tickets import PersonId, Role, Ticket

ACKNOWLEDGEMENTS = frozenset(
    {"👍", "👌", "🆗", "✅", "[ok]", "ok", "okay", "got it", "seen", "noted", "roger", "yes"}
    | {"收到", "好", "好的", "知道了", "明白", "已收到", "收到了", "嗯", "嗯嗯", "行", "了解", "已阅", "[强]", "[赞]"}
)
SHADES = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f]")  # of the skin of a thumb
SHORT = 8  # signs
LOOKED_AT = 50
MOST = 5  # of which one is reminded at once
LOGGED = {
    alerts.RAISED: say("{at} this calls for: {role}"),
    alerts.CLIMBED: say("{at} nobody has claimed it, so it calls for: {role}"),
    alerts.CLAIMED: say("{at} {who} takes care of it"),
    alerts.TAKEN_OVER: say("{at} {who} takes it over"),
    alerts.HANDED_BACK: say("{at} {who} hands it back, so it calls for: {role}"),
    alerts.LAPSED: say("{at} {who} has done nothing about it, so it calls for: {role}"),
}


def taken(occasion: Occasion, alert: RaisedAlert) -> Reply:
    """What whoever has claimed it hears: how long he has, and the way back."""
    ticket = occasion.desk.ticket(alert.ticket)
    if alert.climbs_at is None:
        return Reply(say("{number} is yours now.", number=ticket.number), ticket=ticket.number)
    text = say(
        "{number} is yours now. If nothing is done about it by {by}, others are called again.",
        number=ticket.number,
        by=alert.climbs_at,
    )
    return Reply(text, (hand_back(alert),), ticket.number)


def refused(occasion: Occasion, alert: RaisedAlert) -> Reply | None:
    """For somebody higher than the one who was first: he may take it over."""
    if not claims.may_take_from(occasion.desk, alert, occasion.person):
        return None
    had = alerts.name(occasion.desk, alert.claimed_by or PersonId(0))
    text = say("{name} has taken this already.", name=had)
    return Reply(text, (take_over(alert),), occasion.desk.ticket(alert.ticket).number)


def call_buttons(occasion: Occasion, ticket: Ticket) -> tuple[Button, ...]:
    """What this person may do about the alerts of a ticket."""
    found = (call_button(occasion, alert) for alert in occasion.desk.unit.alerts.open_of(ticket.ref))
    return tuple(button for button in found if button)


def call_button(occasion: Occasion, alert: RaisedAlert) -> Button | None:
    if not claims.may_claim(alert, occasion.person):
        return None
    if alert.claimed_by is None:
        return Button(say("Mine"), f"a:{alert.id}")
    if alert.claimed_by == occasion.person.id:
        return hand_back(alert)
    return take_over(alert) if claims.may_take_from(occasion.desk, alert, occasion.person) else None


def hand_back(alert: RaisedAlert) -> Button:
    return Button(say("Hand back"), f"b:{alert.id}")


def take_over(alert: RaisedAlert) -> Button:
    return Button(say("Take over the alert"), f"o:{alert.id}")


def an_acknowledgement(text: str, occasion: Occasion) -> Reply | None:
    """Who only says that he has seen it stops nothing, and hears so; however many say it."""
    if not is_acknowledgement(plain(SHADES.sub("", text))):
        return None
    waiting = [alert for alert in occasion.desk.unit.alerts.unclaimed(LOOKED_AT) if waits_for(alert, occasion)][-MOST:]
    if not waiting:
        return None
    numbers = [(alert, occasion.desk.ticket(alert.ticket).number) for alert in waiting]
    return Reply(
        say("Nobody has taken care of this yet: {numbers}. Only the button Mine counts.", numbers=listed(numbers)),
        tuple(Button(say("Mine: {number}", number=number), f"a:{alert.id}") for alert, number in numbers),
    )


def is_acknowledgement(said: str) -> bool:
    """Alone, or "收到" with a few kind words behind it."""
    return said.strip("~ ") in ACKNOWLEDGEMENTS or (said.startswith("收到") and len(said) <= SHORT)


def waits_for(alert: RaisedAlert, occasion: Occasion) -> bool:
    if not claims.may_claim(alert, occasion.person):
        return False
    return bool(roles_in(occasion.person, occasion.desk.ticket(alert.ticket)))


def listed(numbers: list[tuple[RaisedAlert, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(number for _, number in numbers))


def how_it_went(occasion: Occasion, ticket: Ticket) -> Iterator[tuple[datetime, Phrase]]:
    """Each level, when it was claimed, and by whom."""
    for alert in occasion.desk.unit.alerts.of(ticket.ref):
        for written, what, role, who in alert.text.get("log", ()):
            at = datetime.fromisoformat(written)
            named = alerts.name(occasion.desk, who) if who else ""
            values: dict[str, Value] = {"at": at, "role": ROLE_NAMES[Role(role)], "who": named}
            yield at, Phrase(LOGGED[what].key, values)
