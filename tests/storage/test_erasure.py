"""Who asks to be forgotten leaves nothing behind, not even in the log beside the database."""

from __future__ import annotations

from pathlib import Path

from core.ports import Posting, RaisedAlert, Received, Unit, Weight
from core.storage.open import SqlStore, open_store
from core.tickets import Event, PersonId, Ref, Role
from tests.storage.scene import HOUR, LI, NOW, WANG, chat_of, ticket

CANARIES = ("金丝雀王", "+8613811112222", "金丝雀路七号", "金丝雀说柜门掉了", "canaryphoto")
NAME, PHONE, ADDRESS, WORDS, PHOTO = CANARIES


def live(unit: Unit) -> PersonId:
    """Everything a customer leaves behind."""
    conversation = chat_of(unit, LI)
    person = conversation.person
    unit.people.save(type(person)(person.id, NAME, PHONE))
    unit.inbox.note([Received(0, LI, "1", NOW, NOW, WORDS)])
    unit.chats.keep_draft(conversation.id, {"answers": {"words": WORDS}}, NOW)
    unit.media.add(PHOTO, conversation.id, "image/jpeg", 1, NOW)
    facts = {"name": NAME, "phone": PHONE, "address": ADDRESS, "words": WORDS, "photos": [PHOTO], "product": "sofa"}
    opened = ticket(unit, person.id, facts=facts)
    unit.tickets.note(opened.ref, Event(NOW, "open", Role.CUSTOMER, person.id, "", "new", facts))
    text = {"key": "{name} is waiting.", "values": {"name": NAME, "deep": [{"address": f"in {ADDRESS}"}]}}
    unit.alerts.add(
        RaisedAlert(0, opened.ref, Role.DISPATCHER, text, urgent=False, level=0, raised_at=NOW, climbs_at=None)
    )
    unit.outbox.put(Posting(conversation.id, {"text": WORDS, "photos": [PHOTO]}, Weight.ANSWER, NOW))
    technician = chat_of(unit, WANG)
    unit.outbox.put(
        Posting(technician.id, {"text": f"{NAME} {PHONE} {ADDRESS}"}, Weight.NOTICE, NOW, ticket=opened.ref)
    )
    for parcel in unit.outbox.claim(NOW, NOW + HOUR):
        if parcel.chat == WANG:
            unit.outbox.seen(WANG, parcel.id, NOW)
    return person.id


async def test_nothing_of_it_is_left_in_any_file(sqlite_url: str, tmp_path: Path) -> None:
    store = open_store(sqlite_url)
    person = await store.run(live)
    assert found_in(tmp_path) == set(CANARIES)
    await store.run(lambda u: u.people.erase(person, "customer-7F3K", NOW))
    assert found_in(tmp_path) == set()
    await store.close()


def found_in(folder: Path) -> set[str]:
    content = b"".join(file.read_bytes() for file in folder.glob("aftercare.db*"))
    return {canary for canary in CANARIES if canary.encode() in content}


async def test_the_ticket_and_its_history_stay_without_the_person(store: SqlStore) -> None:
    person = await store.run(live)
    media = await store.run(lambda u: u.people.erase(person, "customer-7F3K", NOW))
    assert media == (PHOTO,)
    erased = await store.run(lambda u: u.people.get(person))
    assert erased
    assert (erased.name, erased.phone) == ("customer-7F3K", "")
    kept = await store.run(lambda u: u.tickets.get(Ref("r1")))
    assert kept
    assert dict(kept.facts) == {"product": "sofa"}
    (event,) = await store.run(lambda u: u.tickets.history(Ref("r1")))
    assert (event.action, dict(event.facts)) == ("open", {"product": "sofa"})
    (alert,) = await store.run(lambda u: u.alerts.open_now())
    assert alert.text["values"] == {"name": "customer-7F3K", "deep": [{"address": "in customer-7F3K"}]}


async def test_the_chat_shows_nothing_of_what_was_said(store: SqlStore) -> None:
    person = await store.run(live)
    await store.run(lambda u: u.people.erase(person, "customer-7F3K", NOW))
    assert await store.run(lambda u: u.outbox.lines(LI, 0, NOW)) == ()
    assert await store.run(lambda u: u.outbox.lines(WANG, 0, NOW)) == ()
    assert (await store.run(chat_of)).draft is None


async def test_the_message_that_asked_for_it_can_still_be_marked_as_handled(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        person = live(unit)
        asking = unit.inbox.oldest(LI)
        assert asking
        unit.people.erase(person, "customer-7F3K", NOW)
        unit.inbox.handled(asking.id, NOW)

    await store.run(work)
    assert await store.run(lambda u: u.inbox.oldest(LI)) is None


async def test_a_picture_that_somebody_else_gave_too_stays(store: SqlStore) -> None:
    def work(unit: Unit) -> tuple[str, ...]:
        person = live(unit)
        unit.media.add(PHOTO, chat_of(unit, WANG).id, "image/jpeg", 1, NOW)
        return unit.people.erase(person, "customer-7F3K", NOW)

    assert await store.run(work) == ()


async def test_the_others_stay_as_they_are(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        unit.inbox.note([Received(0, WANG, "w", NOW, NOW, "my own words")])
        unit.people.erase(live(unit), "customer-7F3K", NOW)

    await store.run(work)
    other = await store.run(lambda u: u.inbox.oldest(WANG))
    assert other
    assert other.raw == "my own words"
