"""How somebody joins the staff."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.desk import Desk
from core.errors import NotAllowed, Refused
from core.membership import confirm, hashed, introduce, invite, join
from core.opening import open_shop
from core.people import Chat, Person
from core.ports import Unit
from core.storage.open import SqlStore, open_store
from core.tickets import Role

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
SHOP = open_shop("furniture", NOW)


@pytest.fixture
async def store() -> AsyncIterator[SqlStore]:
    opened = open_store("sqlite://")
    yield opened
    await opened.close()


def somebody(unit: Unit, name: str, *roles: Role) -> Person:
    person = replace(unit.chats.open(Chat("test", "", name), "en").person, name=name, roles=frozenset(roles))
    unit.people.save(person)
    return person


async def test_who_joins_counts_once_a_supervisor_has_confirmed_him(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        desk = Desk(unit, SHOP, NOW)
        boss, new = somebody(unit, "Liu", Role.SUPERVISOR), somebody(unit, "Sun", Role.CUSTOMER)
        joined = join(desk, new, invite(unit, Role.TECHNICIAN, boss.id, NOW))
        assert (joined.roles, joined.claimed) == (frozenset({Role.CUSTOMER}), frozenset({Role.TECHNICIAN}))
        assert [n.to.name for n in desk.notices] == ["Sun"]
        introduce(desk, joined)
        assert [n.to.name for n in desk.notices] == ["Sun", "Liu"]
        assert confirm(desk, boss, joined.id).roles == {Role.TECHNICIAN}

    await store.run(work)


async def test_an_invitation_is_good_once_and_not_for_ever_and_all_refusals_sound_alike(store: SqlStore) -> None:
    def work(unit: Unit) -> list[str]:
        desk, later = Desk(unit, SHOP, NOW), Desk(unit, SHOP, NOW + timedelta(hours=49))
        new = somebody(unit, "Sun", Role.CUSTOMER)
        used, old = (invite(unit, Role.TECHNICIAN, None, NOW) for _ in range(2))
        join(desk, new, used)
        said: list[str] = []
        for at, code in ((desk, used), (later, old), (desk, "wrong")):
            with pytest.raises(Refused) as refused:
                join(at, new, code)
            said.append(refused.value.phrase.key)
        return said

    assert len(set(await store.run(work))) == 1


async def test_only_the_first_manager_needs_nobody_to_confirm_him(store: SqlStore) -> None:
    def work(unit: Unit) -> tuple[frozenset[Role], frozenset[Role]]:
        desk = Desk(unit, SHOP, NOW)
        first = join(desk, somebody(unit, "Zhao", Role.CUSTOMER), invite(unit, Role.MANAGER, None, NOW))
        second = join(desk, somebody(unit, "Qian", Role.CUSTOMER), invite(unit, Role.MANAGER, first.id, NOW))
        return first.roles, second.roles

    assert await store.run(work) == (frozenset({Role.MANAGER}), frozenset({Role.CUSTOMER}))


async def test_nobody_confirms_himself_and_no_technician_confirms_anybody(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        desk = Desk(unit, SHOP, NOW)
        new = join(desk, somebody(unit, "Sun", Role.CUSTOMER), invite(unit, Role.SUPERVISOR, None, NOW))
        for who in (new, somebody(unit, "Wang", Role.TECHNICIAN)):
            with pytest.raises(NotAllowed):
                confirm(desk, who, new.id)

    await store.run(work)


async def test_of_a_code_only_its_hash_is_kept() -> None:
    assert hashed("secret") != "secret"
    assert len(hashed("secret")) == 64
