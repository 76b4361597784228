from __future__ import annotations

from dataclasses import replace

from core.people import Absence, Invitation, Person
from core.phrases import Span
from core.ports import Unit
from core.storage.open import SqlStore
from core.tickets import PersonId, Role
from tests.storage.scene import DAY, HOUR, NOW, someone


async def test_a_person_comes_back_as_he_was(store: SqlStore) -> None:
    chen = Person(
        PersonId(0), "老陈", "+8613900139000", "en", frozenset({Role.TECHNICIAN, Role.CUSTOMER}),
        frozenset({Role.SUPERVISOR}), "A-7", frozenset({"木工", "电"}), frozenset({"浦东"}),
    )  # fmt: skip
    added = await store.run(lambda u: u.people.add(chen))
    assert await store.run(lambda u: u.people.get(added.id)) == replace(chen, id=added.id)
    await store.run(lambda u: u.people.save(replace(added, phone="")))
    assert await store.run(lambda u: u.people.get(added.id)) == replace(added, phone="")
    assert await store.run(lambda u: u.people.get(PersonId(99))) is None


async def test_staff_are_found_by_role_and_a_claimed_role_does_not_count(store: SqlStore) -> None:
    def work(unit: Unit) -> tuple[Person, Person]:
        someone(unit)
        chen = someone(unit, "老陈", Role.TECHNICIAN, Role.SUPERVISOR)
        claiming = unit.people.add(Person(PersonId(0), "新人", claimed=frozenset({Role.TECHNICIAN})))
        return chen, claiming

    chen, claiming = await store.run(work)
    assert await store.run(lambda u: u.people.with_role(Role.TECHNICIAN)) == (chen,)
    assert await store.run(lambda u: u.people.with_role(Role.MANAGER)) == ()
    assert len(await store.run(lambda u: u.people.with_role(Role.CUSTOMER))) == 2
    assert await store.run(lambda u: u.people.claiming()) == (claiming,)


async def test_absences_that_overlap_are_found(store: SqlStore) -> None:
    chen = await store.run(lambda u: someone(u, "老陈", Role.TECHNICIAN))
    leave = Absence(chen.id, Span(NOW, NOW + DAY), "年假")
    await store.run(lambda u: u.people.add_absence(leave))
    assert await store.run(lambda u: u.people.absent(Span(NOW + HOUR, NOW + 2 * HOUR))) == (leave,)
    assert await store.run(lambda u: u.people.absent(Span(NOW + DAY, NOW + 2 * DAY))) == ()


async def test_an_invitation_works_once(store: SqlStore) -> None:
    def work(unit: Unit) -> list[Role | None]:
        manager, first, second = (someone(unit, name).id for name in ("经理", "甲", "乙"))
        unit.people.invite(Invitation("hash", Role.TECHNICIAN, manager, NOW + DAY))
        return [unit.people.use_invitation("hash", person, NOW) for person in (first, second)]

    assert await store.run(work) == [Role.TECHNICIAN, None]


async def test_an_invitation_expires(store: SqlStore) -> None:
    def work(unit: Unit) -> Role | None:
        person = someone(unit).id
        unit.people.invite(Invitation("hash", Role.MANAGER, None, NOW))
        return unit.people.use_invitation("hash", person, NOW)

    assert await store.run(work) is None
    assert await store.run(lambda u: u.people.use_invitation("unheard of", PersonId(1), NOW)) is None
