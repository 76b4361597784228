"""Alerts, sales, pictures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.looking import may_see
from core.people import Chat, Sale
from core.ports import RaisedAlert, Unit
from core.storage.open import SqlStore
from core.tickets import PersonId, Ref, Role
from tests.storage.scene import HOUR, LI, NOW, WANG, chat_of, posting, someone, ticket

SOFA = Sale(
    0, "D-1001", "+8613800138000", "王芳", "真皮沙发", "sofa", "S-3", "sn-1", date(2025, 12, 1), None, "浦东新区 1 号"
)


def alert(unit: Unit) -> RaisedAlert:
    ref = ticket(unit, someone(unit).id).ref
    text = {"key": "{number} is late.", "promise": "visit"}
    return unit.alerts.add(
        RaisedAlert(0, ref, Role.DISPATCHER, text, urgent=False, level=0, raised_at=NOW, climbs_at=NOW)
    )


async def test_an_alert_climbs_until_it_is_claimed(store: SqlStore) -> None:
    raised = await store.run(alert)
    assert await store.run(lambda u: u.alerts.get(raised.id)) == raised
    assert await store.run(lambda u: u.alerts.climbing(NOW)) == (raised,)
    claimed = replace(raised, claimed_by=PersonId(1), level=1, climbs_at=NOW + HOUR)
    await store.run(lambda u: u.alerts.save(claimed))
    assert await store.run(lambda u: u.alerts.climbing(NOW)) == ()
    assert await store.run(lambda u: u.alerts.climbing(NOW + HOUR)) == (claimed,)
    assert await store.run(lambda u: u.alerts.open_of(raised.ticket)) == (claimed,)
    assert await store.run(lambda u: u.alerts.open_now()) == (claimed,)


async def test_a_closed_alert_is_open_no_more(store: SqlStore) -> None:
    raised = await store.run(alert)
    await store.run(lambda u: u.alerts.save(replace(raised, closed_at=NOW + HOUR)))
    assert await store.run(lambda u: u.alerts.climbing(NOW)) == ()
    assert await store.run(lambda u: u.alerts.open_of(raised.ticket)) == ()
    assert await store.run(lambda u: u.alerts.open_now()) == ()
    assert await store.run(lambda u: u.alerts.get(99)) is None


async def test_sales_are_found_by_phone_and_order(store: SqlStore) -> None:
    lamp = replace(SOFA, model="L-1", product="落地灯", delivered_on=date(2025, 12, 24))
    assert await store.run(lambda u: u.sales.add([SOFA, lamp])) == 2
    found = await store.run(lambda u: u.sales.of_phone(SOFA.phone))
    assert {replace(sale, id=0) for sale in found} == {SOFA, lamp}
    assert await store.run(lambda u: u.sales.of_order("D-1001")) == found
    assert await store.run(lambda u: u.sales.get(found[0].id)) == found[0]
    assert await store.run(lambda u: u.sales.of_phone("+86")) == ()


async def test_a_sale_read_again_replaces_the_earlier_line(store: SqlStore) -> None:
    await store.run(lambda u: u.sales.add([SOFA]))
    (before,) = await store.run(lambda u: u.sales.of_order(SOFA.order))
    await store.run(lambda u: u.sales.add([replace(SOFA, serial="sn-2")]))
    assert await store.run(lambda u: u.sales.of_order(SOFA.order)) == (replace(before, serial="sn-2"),)


async def test_who_sold_it_is_not_forgotten_when_the_sale_is_read_again(store: SqlStore) -> None:
    await store.run(lambda u: u.sales.add([replace(SOFA, seller=PersonId(7))]))
    await store.run(lambda u: u.sales.add([replace(SOFA, serial="sn-2")]))
    (sale,) = await store.run(lambda u: u.sales.of_order(SOFA.order))
    assert (sale.serial, sale.seller) == ("sn-2", 7)


async def test_what_is_with_the_customer_is_not_taken_back(store: SqlStore) -> None:
    lamp = replace(SOFA, model="L-1", delivered_on=date(2025, 12, 24))
    other = replace(SOFA, order="D-1002")
    await store.run(lambda u: u.sales.add([SOFA, lamp, other]))
    await store.run(lambda u: u.sales.take_back(SOFA.order))
    assert [sale.model for sale in await store.run(lambda u: u.sales.of_order(SOFA.order))] == ["L-1"]
    assert len(await store.run(lambda u: u.sales.of_order("D-1002"))) == 1


async def test_who_gave_a_picture_or_was_shown_it_may_see_it(store: SqlStore) -> None:
    def work(unit: Unit) -> list[bool]:
        li, wang, zhao = (chat_of(unit, chat) for chat in (LI, WANG, Chat("web", "shop", "zhao")))
        unit.media.add("a1b2", li.id, "image/jpeg", 1000, NOW)
        unit.media.add("a1b2", li.id, "image/jpeg", 1000, NOW)
        unit.outbox.put(posting(wang.id, body={"text": "look", "photos": ["a1b2"]}))
        seen = [may_see(unit, "a1b2", chat.id, chat.person) for chat in (li, wang, zhao)]
        return [*seen, may_see(unit, "%", wang.id, wang.person)]

    assert await store.run(work) == [True, True, False, False]


async def test_a_picture_on_a_ticket_is_for_those_whose_business_it_is(store: SqlStore) -> None:
    def work(unit: Unit) -> dict[str, bool]:
        giver, other = chat_of(unit, LI), chat_of(unit, WANG)
        unit.media.add("a1b2", giver.id, "image/jpeg", 1000, NOW)
        chen, lao, boss = (
            someone(unit, *named)
            for named in (("老陈", Role.TECHNICIAN), ("老张", Role.TECHNICIAN), ("主管", Role.SUPERVISOR))
        )
        ticket(unit, giver.person.id, assignee=chen.id, facts={"photos": ["a1b2"]})
        people = {"technician": chen, "another": lao, "supervisor": boss, "customer": giver.person}
        return {name: may_see(unit, "a1b2", other.id, person) for name, person in people.items()}

    seen = await store.run(work)
    assert seen == {"technician": True, "another": False, "supervisor": True, "customer": True}


@pytest.mark.rule("CMP-01")
async def test_a_picture_of_a_complaint_is_kept_from_whom_it_is_about(store: SqlStore) -> None:
    def work(unit: Unit) -> dict[str, bool]:
        giver, other = chat_of(unit, LI), chat_of(unit, WANG)
        unit.media.add("a1b2", giver.id, "image/jpeg", 1000, NOW)
        named = {"boss": Role.SUPERVISOR, "manager": Role.MANAGER, "quality": Role.QUALITY, "clerk": Role.SALES_CLERK}
        people = {name: someone(unit, name, role) for name, role in named.items()}
        facts = {"photos": ["a1b2"], "about_person": people["boss"].id, "subject": "conduct"}
        ticket(unit, giver.person.id, kind="complaint", facts=facts)
        return {name: may_see(unit, "a1b2", other.id, person) for name, person in people.items()}

    seen = await store.run(work)
    assert seen == {"boss": False, "manager": True, "quality": False, "clerk": False}


async def test_a_closed_job_is_no_longer_the_technicians_business(store: SqlStore) -> None:
    def work(unit: Unit) -> bool:
        giver, other = chat_of(unit, LI), chat_of(unit, WANG)
        unit.media.add("a1b2", giver.id, "image/jpeg", 1000, NOW)
        chen = someone(unit, "老陈", Role.TECHNICIAN)
        done = ticket(unit, giver.person.id, assignee=chen.id, facts={"photos": ["a1b2"]}, state="closed")
        assert done.ref == Ref("r1")
        return may_see(unit, "a1b2", other.id, chen)

    assert await store.run(work) is False


async def test_sales_are_found_by_what_where_and_when(store: SqlStore) -> None:
    lamp = replace(SOFA, model="L_1", product="落地灯", address="Building 3, Anju Garden", bought_on=date(2026, 3, 1))
    await store.run(lambda u: u.sales.add([SOFA, lamp]))
    ever = (date(1980, 1, 1), date(2026, 12, 31))
    assert [s.model for s in await store.run(lambda u: u.sales.those("沙发 s", "", *ever, 9))] == ["S-3"]
    assert [s.model for s in await store.run(lambda u: u.sales.those("l_", "anju", *ever, 9))] == ["L_1"]
    assert await store.run(lambda u: u.sales.those("L-", "", *ever, 9)) == ()
    assert await store.run(lambda u: u.sales.those("%", "", *ever, 9)) == ()
    assert [s.model for s in await store.run(lambda u: u.sales.those("", "", ever[0], date(2026, 2, 28), 9))] == ["S-3"]
    assert len(await store.run(lambda u: u.sales.those("", "", *ever, 1))) == 1


async def test_sales_are_found_by_what_happened_on_a_day(store: SqlStore) -> None:
    lamp = replace(SOFA, model="L-1", bought_on=date(2025, 1, 1), started_on=date(2025, 12, 2))
    await store.run(lambda u: u.sales.add([SOFA, lamp, replace(lamp, model="L-2", started_on=date(2025, 12, 9))]))
    found = await store.run(lambda u: u.sales.dated(date(2025, 12, 1), date(2025, 12, 2)))
    assert [sale.model for sale in found] == ["S-3", "L-1"]


async def test_what_was_sold_to_who_is_forgotten_stays_without_him(store: SqlStore) -> None:
    await store.run(lambda u: u.sales.add([SOFA, replace(SOFA, order="D-1002", phone="+8613911112222")]))
    await store.run(lambda u: u.sales.forget(SOFA.phone))
    (sold,) = await store.run(lambda u: u.sales.of_order("D-1001"))
    assert (sold.product, sold.customer, sold.phone, sold.address) == (SOFA.product, "", "", "")
    (other,) = await store.run(lambda u: u.sales.of_order("D-1002"))
    assert other.customer == SOFA.customer
