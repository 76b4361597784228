"""The staff's own group: who is in it, what is said in a topic, and what the desk has made of it."""

from __future__ import annotations

from core.tickets import Event, Role, Ticket
from tests.telegram.chats import Room, Topic
from tests.telegram.people import Person
from tests.whole.desk import Desk
from tests.whole.messenger import Shop, begins, completes

NUMBER = "F-261123-0001"


async def connected(place: Shop, desk: Desk, liu: Person, forum: Room) -> None:
    await place.hired(desk, liu, Role.SUPERVISOR)
    await says(place, desk, liu, "/connect@aftercare_bot", forum)
    assert "This group is connected." in forum.sees


async def reported(place: Shop, desk: Desk) -> Person:
    ann = place.network.person("Ann")
    await place.hired(desk, place.network.person("Zhang"), Role.TECHNICIAN)
    await begins(ann)
    await completes(ann)
    await shown(place, desk)
    return ann


async def says(place: Shop, desk: Desk, who: Person, words: str, to: Room, topic: int = 0, replying: int = 0) -> None:
    await who.says(words, to, topic, replying)
    await shown(place, desk)


async def shown(place: Shop, desk: Desk) -> None:
    """What was said is handled, and what follows is done, as the timetable would have it."""
    await place.network.settles()
    await desk.app.drain.idle()
    await desk.app.boards.work()


async def ticket_of(desk: Desk) -> tuple[Ticket, tuple[Event, ...]]:
    ticket = await desk.app.store.run(lambda unit: unit.tickets.numbered(NUMBER))
    assert ticket
    return ticket, await desk.app.store.run(lambda unit: unit.tickets.history(ticket.ref))


def card_in(forum: Room, topic: Topic) -> int:
    return next(n for n, m in forum.messages.items() if m.get("message_thread_id") == topic.thread and "text" in m)
