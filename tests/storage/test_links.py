from __future__ import annotations

from core.links import Link, new_token
from core.storage.open import SqlStore
from tests.storage.scene import DAY, HOUR, NOW, someone, ticket


async def test_a_link_comes_back_with_all_that_it_opens(store: SqlStore) -> None:
    link = Link(new_token(), "report_fault", {"product": "own:sofa:诺瓦沙发"}, expires_at=NOW + DAY, most=3)
    await store.run(lambda u: u.links.add(link))
    assert await store.run(lambda u: u.links.get(link.token, NOW)) == link
    assert await store.run(lambda u: u.links.get("another", NOW)) is None


async def test_a_link_about_a_ticket_knows_it(store: SqlStore) -> None:
    await store.run(lambda u: ticket(u, someone(u).id))
    kept = Link("t", ticket=await store.run(lambda u: u.tickets.open_now()[0].ref))
    await store.run(lambda u: u.links.add(kept))
    assert await store.run(lambda u: u.links.get("t", NOW)) == kept


async def test_a_link_is_good_until_its_time_is_over(store: SqlStore) -> None:
    await store.run(lambda u: u.links.add(Link("t", expires_at=NOW + HOUR)))
    assert await store.run(lambda u: u.links.use("t", NOW + HOUR / 2))
    assert await store.run(lambda u: u.links.use("t", NOW + HOUR)) is None


async def test_a_link_is_used_no_more_often_than_it_may(store: SqlStore) -> None:
    await store.run(lambda u: u.links.add(Link("twice", most=2)))
    await store.run(lambda u: u.links.add(Link("always")))
    for _ in range(2):
        assert await store.run(lambda u: u.links.get("twice", NOW))
        assert await store.run(lambda u: u.links.use("twice", NOW))
    assert await store.run(lambda u: u.links.use("twice", NOW)) is None
    assert await store.run(lambda u: u.links.get("twice", NOW)) is None
    assert all([await store.run(lambda u: u.links.use("always", NOW)) for _ in range(5)])
