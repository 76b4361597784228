"""The buttons of the desk: `m:` a move, `t:` a ticket, `p:` a colleague to confirm, `a:` `b:` `o:` an alert.

An alert is claimed, handed back, or taken over.
What a button carries is trusted for nothing: everything is checked against the ticket as it is now.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.calls import refused, taken
from bot.cards import token_of
from bot.dialogue.clean import plain
from bot.dialogue.occasion import Occasion
from bot.envelope import Button, Reply
from bot.handlers.customer import nudge_one
from bot.handlers.office import explained, shown
from bot.listing import called, line
from bot.spoken import says
from core import claims
from core.casework.reviewing import hand_back
from core.desk import role_for, roles_in
from core.errors import NotFound, Refused
from core.kinds import kind_named
from core.membership import confirm
from core.phrases import say
from core.ports import RaisedAlert
from core.tickets import Move, PersonId, Ref, Role, open_moves
from core.values import dataclass

NUMBER = re.compile(r"(?<![a-z0-9])[a-z]{1,2}-\d{6}-\d{4}(?!\d)", re.ASCII)  # of a ticket, in a plain text
TOKEN = re.compile(r"[a-z](:[a-z_]{1,20}|:[0-9a-z]{1,12}){1,3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Pressed:
    """Either what the person sees, or the move whose form is to be opened about a ticket."""

    replies: tuple[Reply, ...] = ()
    form: str = ""
    about: str = ""
    argument: str = ""


def press_on_desk(token: str, occasion: Occasion) -> Pressed | None:
    """None for a token that is none of ours."""
    kind, *parts = token.split(":")
    press = PRESSES.get(kind) if TOKEN.fullmatch(token) else None
    if press is None:
        return None
    try:
        return press(parts, occasion)
    except Refused as refused:
        return Pressed((Reply(refused.phrase),))


def press_move(parts: list[str], occasion: Occasion) -> Pressed:
    ref, action, argument = Ref(parts[0]), part(parts, 1), part(parts, 2)
    desk, person = occasion.desk, occasion.person
    ticket = desk.seen_by(person, ref)
    offered = open_moves(ticket, role_for(person, ticket, action), person.id, kind_named(ticket.kind).moves)
    row = next((move for move in offered if move.action == action), None)
    named = technician(occasion, argument) if action == "assign" and argument else None
    if row and row.form and named is None:
        return Pressed(form=action, about=ref, argument=argument)
    answered = {row.answers: number_in(argument)} if row and row.answers and argument else {}
    moved = desk.act_as(person, ref, action, answered, assignee=named)
    told = any(notice.to.id == person.id for notice in desk.notices)
    return Pressed(() if told else (Reply(say("Noted: {line}", line=line(occasion, moved)), ticket=moved.number),))


def technician(occasion: Occasion, argument: str) -> PersonId:
    """The one whose name is on the button. Raises NotFound if he is none any more."""
    person = occasion.desk.person(PersonId(number_in(argument)))
    if Role.TECHNICIAN not in person.roles:
        raise NotFound
    return person.id


def press_alert(parts: list[str], occasion: Occasion) -> Pressed:
    """*Mine*: the alert stops climbing, and its ticket comes with everything that may be done now."""
    number = number_in(parts[0])
    first = occasion.desk.unit.alerts.get(number)
    if first and (offer := refused(occasion, first)):
        return Pressed((offer,))
    return about_call(claims.claim(occasion.desk, number, occasion.person), occasion)


def press_take_over(parts: list[str], occasion: Occasion) -> Pressed:
    return about_call(claims.take_from(occasion.desk, number_in(parts[0]), occasion.person), occasion)


def press_hand_back(parts: list[str], occasion: Occasion) -> Pressed:
    free = hand_back(occasion.desk, number_in(parts[0]), occasion.person)
    ticket = occasion.desk.ticket(free.ticket)
    text = say("You have handed back {number}: others are called.", number=ticket.number)
    return Pressed((Reply(text, ticket=ticket.number),))


def about_call(alert: RaisedAlert, occasion: Occasion) -> Pressed:
    ticket = occasion.desk.ticket(alert.ticket)
    return Pressed((taken(occasion, alert), shown(occasion, ticket)))


def press_ticket(parts: list[str], occasion: Occasion) -> Pressed:
    ticket = occasion.desk.seen_by(occasion.person, Ref(parts[0]))
    if not roles_in(occasion.person, ticket):
        raise NotFound
    what = part(parts, 1)
    if what == "nudge" and Role.CUSTOMER in roles_in(occasion.person, ticket):
        return Pressed((nudge_one(occasion, ticket),))
    return Pressed(((explained if what == "why" and occasion.person.is_staff else shown)(occasion, ticket),))


def press_person(parts: list[str], occasion: Occasion) -> Pressed:
    joined = confirm(occasion.desk, occasion.person, PersonId(number_in(parts[0])))
    return Pressed((Reply(say("{name} is confirmed.", name=joined.name)),))


def part(parts: list[str], number: int) -> str:
    return parts[number] if number < len(parts) else ""


def number_in(part: str) -> int:
    """Raises NotFound."""
    if not part.isdecimal():
        raise NotFound
    return int(part)


def labelled(text: str, occasion: Occasion) -> tuple[Button, ...]:
    """The moves that this person may make and whose button, or a technician, says just that, each with its ticket.

    A number typed with it says of which ticket, and alone that he wants to see it.
    """
    desk, person, number = occasion.desk, occasion.person, NUMBER.search(plain(text))
    said = plain(NUMBER.sub(" ", plain(text), count=1))
    if number and not said:
        return numbered(number[0], occasion)
    found: list[Button] = []
    for ticket in (*desk.open_tickets(person), *desk.unit.tickets.held_by(person.id)):
        if number and plain(ticket.number) != number[0]:
            continue
        for role in roles_in(person, ticket):
            rows = open_moves(ticket, role, person.id, kind_named(ticket.kind).moves)
            named = [row for row in rows if is_meant(said, row, role, occasion)]
            found += [Button(occasion.words(called(occasion, ticket)), token_of(ticket, row)) for row in named]
    return tuple(dict.fromkeys(found))


def is_meant(said: str, row: Move, role: Role, occasion: Occasion) -> bool:
    """By what stands on its button; a technician at work may also say it in words of his own."""
    if row.label is None:
        return False
    own_words = role is Role.TECHNICIAN and says(said, row.action)
    return own_words or plain(occasion.words(row.label)) == said


def numbered(number: str, occasion: Occasion) -> tuple[Button, ...]:
    ticket = occasion.desk.unit.tickets.numbered(number.upper())
    return (Button(ticket.number, f"t:{ticket.ref}:show"),) if ticket else ()


PRESSES: dict[str, Callable[[list[str], Occasion], Pressed]] = {
    "m": press_move,
    "a": press_alert,
    "b": press_hand_back,
    "o": press_take_over,
    "t": press_ticket,
    "p": press_person,
}
