from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.drain import Drain
from bot.front import WebFront
from bot.pictures import Pictures
from bot.post import Post
from bot.reception import Reception
from core.opening import open_shop
from core.outcomes import Absent
from core.people import Chat
from core.ports import Posting, Unit, Weight
from core.storage.open import open_store

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
LEASE = timedelta(seconds=90)
LI = Chat("web", "", "li")


def put(unit: Unit, text: str) -> int:
    number = unit.outbox.put(Posting(unit.chats.open(LI, "en").id, {"text": text}, Weight.NOTICE, NOW))
    assert number
    return number


def carry(unit: Unit) -> list[str]:
    """Nobody is at the page for as long as the attempt lasts."""
    parcels = unit.outbox.claim(NOW, NOW + LEASE)
    for parcel in parcels:
        unit.outbox.record(parcel, Absent(), NOW, None)
    return [parcel.body["text"] for parcel in parcels]


async def test_what_waited_behind_a_line_that_nobody_had_seen_comes_once_it_is_seen(tmp_path: Path) -> None:
    store, shop = open_store("sqlite://"), open_shop("furniture", NOW)
    post = Post(shop)
    drain = Drain(store, Reception(shop, post, {}), lambda: NOW)
    front = WebFront(store, shop, post, drain, Pictures(tmp_path), lambda: NOW)
    first = await store.run(lambda unit: put(unit, "We call before the visit."))
    await store.run(carry)
    await store.run(lambda unit: put(unit, "Zhang is on the way."))
    assert await store.run(carry) == []
    await front.seen("li", first)
    assert await store.run(carry) == ["Zhang is on the way."]
    await store.close()
