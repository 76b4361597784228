from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.errors import Changed
from core.phrases import Span
from core.ports import Clock, Taken, Unit
from core.storage.open import SqlStore
from core.tickets import Event, PersonId, Ref, Role, Ticket
from tests.storage.scene import DAY, HOUR, MINUTE, NOW, someone, ticket


async def test_a_ticket_comes_back_as_it_was(store: SqlStore) -> None:
    def work(unit: Unit) -> Ticket:
        customer, technician = someone(unit).id, someone(unit, "老陈", Role.TECHNICIAN).id
        visit = Span(NOW + DAY, NOW + DAY + 2 * HOUR)
        facts = {"words": "柜门掉了", "photos": ["a1"], "eta": 20, "nested": {"b": None, "a": True}}
        return ticket(unit, customer, assignee=technician, visit=visit, urgent=True, facts=facts)

    added = await store.run(work)
    assert await store.run(lambda u: u.tickets.get(added.ref)) == added
    assert await store.run(lambda u: u.tickets.numbered(added.number)) == added
    assert await store.run(lambda u: u.tickets.get(Ref("nobody's"))) is None


async def test_numbers_run_by_letter_and_day(store: SqlStore) -> None:
    def work(unit: Unit) -> list[str]:
        customer = someone(unit).id
        new = Ticket(Ref(""), "", "fault", "new", customer, NOW)
        days = [("F", 18), ("F", 18), ("D", 18), ("F", 19)]
        return [
            unit.tickets.add(replace(new, ref=Ref(str(n))), letter, date(2026, 1, day)).number
            for n, (letter, day) in enumerate(days)
        ]

    assert await store.run(work) == ["F-260118-0001", "F-260118-0002", "D-260118-0001", "F-260119-0001"]


async def test_a_ticket_that_somebody_changed_meanwhile_is_not_overwritten(store: SqlStore) -> None:
    read = await store.run(lambda u: ticket(u, someone(u).id))
    saved = await store.run(lambda u: u.tickets.save(replace(read, state="assigned")))
    assert saved.version == 1
    with pytest.raises(Changed):
        await store.run(lambda u: u.tickets.save(replace(read, state="cancelled")))
    assert await store.run(lambda u: u.tickets.get(read.ref)) == saved


async def test_the_history_is_told_in_order(store: SqlStore) -> None:
    read = await store.run(lambda u: ticket(u, someone(u).id))
    events = [
        Event(NOW, "open", Role.CUSTOMER, read.customer, "", "new"),
        Event(NOW + MINUTE, "assign", Role.CLOCK, None, "new", "assigned", {"assignee": 7}),
    ]
    for event in events:
        await store.run(lambda u, event=event: u.tickets.note(read.ref, event))  # type: ignore[misc]
    assert await store.run(lambda u: u.tickets.history(read.ref)) == tuple(events)


async def test_a_closed_ticket_is_no_longer_among_the_open_ones(store: SqlStore) -> None:
    read = await store.run(lambda u: ticket(u, someone(u).id))
    assert await store.run(lambda u: u.tickets.open_of(read.customer)) == (read,)
    closed = await store.run(lambda u: u.tickets.save(replace(read, state="closed")))
    assert await store.run(lambda u: u.tickets.open_of(read.customer)) == ()
    assert await store.run(lambda u: u.tickets.open_now()) == ()
    assert await store.run(lambda u: u.tickets.recent_of(read.customer)) == (closed,)


async def test_who_went_to_a_customer_is_known_by_his_closed_tickets(store: SqlStore) -> None:
    def work(unit: Unit) -> list[str]:
        customer, lead, mate = (someone(unit).id for _ in range(3))
        for ref in ("r0", "r1", "r2"):
            going = replace(ticket(unit, customer, ref), assignee=lead, crew=(mate,) if ref == "r1" else ())
            unit.tickets.save(replace(going, state="scheduled" if ref == "r2" else "closed"))
        ticket(unit, customer, "r3")
        known = {lead: "lead", mate: "mate"}
        return sorted(known[who] for who in unit.tickets.went_to(customer, 20))

    assert await store.run(work) == ["lead", "lead", "mate"]


async def test_open_tickets_come_in_pages(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        customer = someone(unit).id
        for n in range(5):
            ticket(unit, customer, f"r{n}")

    await store.run(work)
    first = await store.run(lambda u: u.tickets.open_now(limit=3))
    second = await store.run(lambda u: u.tickets.open_now(limit=3, after=first[-1].number))
    assert [t.ref for t in (*first, *second)] == ["r0", "r1", "r2", "r3", "r4"]


async def test_the_tickets_of_a_day_are_those_with_its_numbers(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        customer = someone(unit).id
        ticket(unit, customer, "today")
        ticket(unit, customer, "closed", state="closed")
        unit.tickets.add(replace(ticket(unit, customer, "x"), ref=Ref("tomorrow")), "F", (NOW + DAY).date())
        unit.tickets.add(replace(ticket(unit, customer, "y"), ref=Ref("another kind")), "O", NOW.date())

    await store.run(work)
    found = await store.run(lambda u: u.tickets.of_day("F", NOW.date()))
    assert [t.ref for t in found] == ["today", "closed", "x", "y"]
    assert [t.ref for t in await store.run(lambda u: u.tickets.of_day("O", NOW.date()))] == ["another kind"]
    two_days = await store.run(lambda u: u.tickets.of_days("F", NOW.date(), (NOW + DAY).date()))
    assert [t.ref for t in two_days] == ["today", "closed", "x", "y", "tomorrow"]


async def test_a_technician_sees_his_jobs_by_visit_then_by_age(store: SqlStore) -> None:
    def work(unit: Unit) -> PersonId:
        customer, technician = someone(unit).id, someone(unit, "老陈", Role.TECHNICIAN).id
        ticket(unit, customer, "no visit, young", assignee=technician, opened_at=NOW + HOUR)
        ticket(unit, customer, "no visit, old", assignee=technician)
        ticket(unit, customer, "tomorrow", assignee=technician, visit=Span(NOW + DAY, NOW + DAY + HOUR))
        ticket(unit, customer, "today", assignee=technician, visit=Span(NOW + HOUR, NOW + 2 * HOUR))
        ticket(unit, customer, "done", assignee=technician, state="closed")
        ticket(unit, customer, "somebody else's")
        return technician

    technician = await store.run(work)
    held = await store.run(lambda u: u.tickets.held_by(technician))
    assert [t.ref for t in held] == ["today", "tomorrow", "no visit, old", "no visit, young"]


async def test_visits_that_touch_only_at_the_edge_do_not_overlap(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        customer = someone(unit).id
        for name, start in (("before", NOW - HOUR), ("in", NOW), ("after", NOW + HOUR)):
            ticket(unit, customer, name, visit=Span(start, start + HOUR))
        ticket(unit, customer, "cancelled", state="cancelled", visit=Span(NOW, NOW + HOUR))

    await store.run(work)
    assert [t.ref for t in await store.run(lambda u: u.tickets.visits(Span(NOW, NOW + HOUR)))] == ["in"]


async def test_the_diary_counts_visits_by_technician_and_time(store: SqlStore) -> None:
    morning, noon = Span(NOW, NOW + HOUR), Span(NOW + HOUR, NOW + 2 * HOUR)

    def work(unit: Unit) -> PersonId:
        customer, technician = someone(unit).id, someone(unit, "老陈", Role.TECHNICIAN).id
        ticket(unit, customer, "nobody yet", visit=morning)
        ticket(unit, customer, "nobody yet either", visit=morning)
        ticket(unit, customer, "his", assignee=technician, visit=morning)
        ticket(unit, customer, "his later one", assignee=technician, visit=noon)
        ticket(unit, customer, "his cancelled one", assignee=technician, state="cancelled", visit=morning)
        return technician

    technician = await store.run(work)
    diary = await store.run(lambda u: u.tickets.bookings(Span(NOW, NOW + 2 * HOUR)))
    assert {(b.going, b.span, b.visits) for b in diary} == {
        ((), morning, 2),
        ((technician,), morning, 1),
        ((technician,), noon, 1),
    }
    but_his = await store.run(lambda u: u.tickets.bookings(morning, but=Ref("his")))
    assert [(b.going, b.visits) for b in but_his] == [((), 2)]


async def test_what_is_taken_is_counted_by_kind_and_time(store: SqlStore) -> None:
    morning, noon = Span(NOW, NOW + HOUR), Span(NOW + HOUR, NOW + 2 * HOUR)

    def work(unit: Unit) -> None:
        customer, technician = someone(unit).id, someone(unit, "老陈", Role.TECHNICIAN).id
        ticket(unit, customer, "nobody yet", visit=morning)
        ticket(unit, customer, "his", assignee=technician, visit=morning)
        ticket(unit, customer, "his as well", assignee=technician, visit=morning)
        ticket(unit, customer, "his cancelled one", assignee=technician, state="cancelled", visit=noon)

    await store.run(work)
    taken = await store.run(lambda u: u.tickets.taken(Span(NOW, NOW + 2 * HOUR)))
    assert taken == (Taken("fault", morning, leads=1, waiting=1),)


async def test_a_mate_has_the_job_among_his_own(store: SqlStore) -> None:
    def work(unit: Unit) -> tuple[PersonId, PersonId]:
        customer = someone(unit).id
        lead, mate = (someone(unit, name, Role.TECHNICIAN).id for name in ("老陈", "小周"))
        opened = ticket(unit, customer, "theirs", assignee=lead, visit=Span(NOW, NOW + HOUR))
        left = unit.tickets.save(replace(opened, crew=(mate,)))
        assert [t.ref for t in unit.tickets.held_by(mate)] == ["theirs"]
        unit.tickets.save(replace(left, crew=()))
        return lead, mate

    lead, mate = await store.run(work)
    assert [t.ref for t in await store.run(lambda u: u.tickets.held_by(lead))] == ["theirs"]
    assert await store.run(lambda u: u.tickets.held_by(mate)) == ()


async def test_overdue_is_what_has_a_broken_promise_that_still_runs(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        customer = someone(unit).id
        clocks = {
            "late": Clock("visit", 0, NOW, NOW + HOUR),
            "latest": Clock("visit", 0, NOW, NOW + MINUTE, fired_at=NOW + MINUTE),
            "kept": Clock("visit", 0, NOW, NOW + HOUR, ended_at=NOW, kept=True),
            "only warned": Clock("visit", 0, NOW, NOW + HOUR, warning=True),
            "paused": Clock("visit", 0, NOW, None),
            "in time": Clock("visit", 0, NOW, NOW + DAY),
        }
        for name, clock in clocks.items():
            unit.clocks.keep(ticket(unit, customer, name).ref, [clock])
        twice = [Clock(promise, 0, NOW, NOW + 2 * MINUTE) for promise in ("visit", "answer")]
        unit.clocks.keep(ticket(unit, customer, "twice").ref, [*twice, Clock("plan", 0, NOW, NOW + HOUR)])

    await store.run(work)
    overdue = await store.run(lambda u: u.tickets.overdue(NOW + 2 * HOUR))
    assert [t.ref for t in overdue] == ["latest", "twice", "late"]
    assert await store.run(lambda u: u.tickets.overdue(NOW + 2 * HOUR, limit=2)) == overdue[:2]


async def test_similar_is_same_customer_product_and_symptom_since_then(store: SqlStore) -> None:
    def work(unit: Unit) -> PersonId:
        customer = someone(unit).id
        ticket(unit, customer, "same", state="closed")
        ticket(unit, customer, "newer", opened_at=NOW + HOUR)
        ticket(unit, customer, "long ago", opened_at=NOW - 40 * DAY)
        ticket(unit, customer, "another symptom", facts={"product": "sofa", "symptom": "noise"})
        ticket(unit, someone(unit, "张三").id, "somebody else's")
        return customer

    customer = await store.run(work)
    similar = await store.run(lambda u: u.tickets.similar(customer, "sofa", "leg", NOW - 30 * DAY))
    assert [t.ref for t in similar] == ["newer", "same"]
    assert await store.run(lambda u: u.tickets.noted_for_sales(NOW.date())) == ()
    assert await store.run(lambda u: u.tickets.opened_since(customer, NOW)) == 3


async def test_like_tickets_are_everybodys_and_say_whether_their_series_was_noted(store: SqlStore) -> None:
    def work(unit: Unit) -> tuple[str, str]:
        like = {"product": "sofa", "symptom": "leg"}
        told = ticket(unit, someone(unit).id, "told", facts=like | {"series": ["F-260118-0001"]})
        newer = ticket(unit, someone(unit, "张三").id, "newer", facts=like)
        ticket(unit, someone(unit).id, "long ago", opened_at=NOW - 40 * DAY)
        claims = {"symptom": "noise", "words": '"series":['}
        ticket(unit, someone(unit).id, "another symptom", facts=like | claims)
        return newer.number, told.number

    numbers, since = await store.run(work), NOW - 30 * DAY
    assert await store.run(lambda u: u.tickets.alike("sofa", "leg", since)) == numbers
    assert await store.run(lambda u: u.tickets.series_noted("sofa", "leg", since))
    assert not await store.run(lambda u: u.tickets.series_noted("sofa", "noise", since))
