from __future__ import annotations

from dataclasses import replace

from core.ports import Unit
from core.storage.open import SqlStore
from tests.storage.scene import DAY, LI, MINUTE, NOW, WANG, chat_of, message, posting


def morning(unit: Unit) -> None:
    number = chat_of(unit).id
    unit.inbox.note([message(LI, "1", "hello")])
    unit.outbox.put(posting(number, "good morning"))
    unit.inbox.note([replace(message(LI, "2", "my sofa"), received_at=NOW + MINUTE)])
    unit.outbox.put(posting(number, "what is wrong?", at=NOW + 2 * MINUTE))
    unit.outbox.put(posting(chat_of(unit, WANG).id, "not for Li"))


async def test_both_sides_are_shown_in_order_of_time(store: SqlStore) -> None:
    await store.run(morning)
    lines = await store.run(lambda u: u.outbox.lines(LI, 0, NOW + MINUTE))
    said = [line.body.get("text") or line.body["raw"] for line in lines]
    assert said == ["hello", "good morning", "my sofa", "what is wrong?"]
    assert [line.mine for line in lines] == [True, False, True, False]


async def test_only_the_latest_lines_are_shown(store: SqlStore) -> None:
    await store.run(morning)
    lines = await store.run(lambda u: u.outbox.lines(LI, 0, NOW, limit=2))
    assert [line.body.get("text") or line.body["raw"] for line in lines] == ["my sofa", "what is wrong?"]


async def test_after_a_line_only_what_the_desk_said_since(store: SqlStore) -> None:
    await store.run(morning)
    lines = await store.run(lambda u: u.outbox.lines(LI, 1, NOW))
    assert [line.body["text"] for line in lines] == ["what is wrong?"]


async def test_what_is_for_later_is_not_shown_yet(store: SqlStore) -> None:
    await store.run(lambda u: u.outbox.put(posting(chat_of(u).id, "tomorrow", not_before=NOW + DAY)))
    assert await store.run(lambda u: u.outbox.lines(LI, 0, NOW)) == ()
    (line,) = await store.run(lambda u: u.outbox.lines(LI, 0, NOW + DAY))
    assert line.at == NOW + DAY


async def test_what_the_page_has_shown_is_sent(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        morning(unit)
        unit.outbox.put(posting(chat_of(unit).id, "tomorrow", not_before=NOW + DAY))
        unit.outbox.claim(NOW, NOW + MINUTE)
        unit.outbox.seen(LI, 99, NOW + 3 * MINUTE)

    await store.run(work)
    lines = await store.run(lambda u: u.outbox.lines(LI, 0, NOW + DAY))
    assert [line.state for line in lines if not line.mine] == ["sent", "sent", "queued"]
    (wang,) = await store.run(lambda u: u.outbox.lines(WANG, 0, NOW))
    assert wang.state == "sending"


async def test_seeing_a_line_does_not_make_later_ones_seen(store: SqlStore) -> None:
    await store.run(morning)
    await store.run(lambda u: u.outbox.seen(LI, 1, NOW))
    lines = await store.run(lambda u: u.outbox.lines(LI, 0, NOW))
    assert [line.state for line in lines if not line.mine] == ["sent", "queued"]
