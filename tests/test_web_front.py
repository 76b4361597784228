from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.drain import Drain
from bot.envelope import Text
from bot.front import WebFront
from bot.media.pictures import Pictures
from bot.post import Post
from bot.reception import Reception
from core import membership
from core.casework.complaining import Grievance, complain
from core.desk import Desk
from core.opening import open_shop
from core.outcomes import Absent
from core.people import Chat
from core.ports import Posting, Received, Unit, Weight
from core.storage.open import open_store
from core.tickets import Role

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


async def test_who_joins_on_the_web_is_asked_who_he_is_and_his_name_is_taken(tmp_path: Path) -> None:
    store, shop = open_store("sqlite://"), open_shop("furniture", NOW)
    post = Post(shop)
    reception = Reception(shop, post, {"web": Text})
    front = WebFront(store, shop, post, Drain(store, reception, lambda: NOW), Pictures(tmp_path), lambda: NOW)
    code = await store.run(lambda unit: membership.invite(unit, Role.TECHNICIAN, None, NOW))
    joined = await front.join(code, "en")
    chat = Chat("web", "", joined.chat)

    def work(unit: Unit) -> list[str]:
        unit.inbox.note((Received(0, chat, "1", NOW, NOW, "Zhang Wei"),))
        reception.take(unit, chat, NOW)
        return [str(line.body["text"]) for line in unit.outbox.lines(chat, 0, NOW) if not line.mine]

    welcome, question = await store.run(work)
    assert welcome == "Welcome! Please say who you are."
    assert "Are you going to customers as a technician?" in question
    await store.close()


async def test_a_document_of_a_customer_may_be_opened_by_whoever_looks_into_it(tmp_path: Path) -> None:
    store, shop = open_store("sqlite://"), open_shop("furniture", NOW)
    post = Post(shop)
    drain = Drain(store, Reception(shop, post, {}), lambda: NOW)
    front = WebFront(store, shop, post, drain, Pictures(tmp_path), lambda: NOW)
    media = await front.keep_photo("li", b"%PDF-1.7 the bill")

    def work(unit: Unit) -> None:
        customer, boss = (unit.chats.open(Chat("web", "", name), "en").person for name in ("li", "liu"))
        unit.people.save(replace(boss, roles=frozenset({Role.SUPERVISOR})))
        complain(Desk(unit, shop, NOW), customer.id, Grievance("service", "See the bill", "", "Li", photos=(media,)))

    await store.run(work)
    found = await front.photo("liu", media)
    assert found
    assert (found.mime, found.path.read_bytes()) == ("application/pdf", b"%PDF-1.7 the bill")
    assert await front.photo("a stranger", media) is None
    await store.close()
