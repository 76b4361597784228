from __future__ import annotations

from dataclasses import replace

import pytest

from core.errors import Changed
from core.people import Chat
from core.storage.open import SqlStore
from tests.storage.scene import LI, NOW, WANG, chat_of, message


async def test_noting_a_message_twice_changes_nothing(store: SqlStore) -> None:
    assert await store.run(lambda u: u.inbox.note([message(LI, "1", "first")])) == 1
    assert await store.run(lambda u: u.inbox.note([message(LI, "1", "again"), message(LI, "2")])) == 1
    oldest = await store.run(lambda u: u.inbox.oldest(LI))
    assert oldest
    assert oldest.raw == "first"


async def test_a_message_comes_back_as_it_was_to_the_microsecond(store: SqlStore) -> None:
    given = message(LI, "1", '{"say": "柜门掉了 \N{WRENCH}"}')
    await store.run(lambda u: u.inbox.note([given]))
    oldest = await store.run(lambda u: u.inbox.oldest(LI))
    assert oldest
    assert replace(oldest, id=0) == given


async def test_what_no_database_can_hold_is_left_out(store: SqlStore) -> None:
    await store.run(lambda u: u.inbox.note([message(LI, "1", "柜\0门\ud83d")]))
    oldest = await store.run(lambda u: u.inbox.oldest(LI))
    assert oldest
    assert oldest.raw == "柜门?"


async def test_messages_of_a_chat_are_handled_in_the_order_they_came(store: SqlStore) -> None:
    await store.run(lambda u: u.inbox.note([message(LI, str(n), str(n)) for n in range(3)]))
    seen: list[str] = []
    while oldest := await store.run(lambda u: u.inbox.oldest(LI)):
        seen.append(oldest.raw)
        number = oldest.id
        await store.run(lambda u, number=number: u.inbox.handled(number, NOW))  # type: ignore[misc]
    assert seen == ["0", "1", "2"]


async def test_the_chat_that_waits_longest_comes_first(store: SqlStore) -> None:
    await store.run(lambda u: u.inbox.note([message(WANG, "w1"), message(LI, "l1"), message(WANG, "w2")]))
    assert await store.run(lambda u: u.inbox.waiting()) == (WANG, LI)
    assert await store.run(lambda u: u.inbox.waiting(limit=1)) == (WANG,)


async def test_the_same_chat_id_elsewhere_is_another_chat(store: SqlStore) -> None:
    other = Chat("telegram", "shop", LI.chat)
    await store.run(lambda u: u.inbox.note([message(LI, "1", "web"), message(other, "1", "telegram")]))
    oldest = await store.run(lambda u: u.inbox.oldest(other))
    assert oldest
    assert oldest.raw == "telegram"


async def test_the_next_message_comes_with_its_conversation_and_that_of_a_stranger_without(store: SqlStore) -> None:
    known = await store.run(chat_of)
    await store.run(lambda u: u.chats.keep_draft(known.id, {"form": "fault"}, NOW))
    await store.run(lambda u: u.inbox.note([message(LI, "1"), message(LI, "2"), message(WANG, "3")]))
    received, conversation = await store.run(lambda u: u.inbox.next(LI))
    assert received
    assert (received, received.last) == (await store.run(lambda u: u.inbox.oldest(LI)), False)
    assert conversation == await store.run(chat_of)
    received, conversation = await store.run(lambda u: u.inbox.next(WANG))
    assert received
    assert (received.message_id, received.last, conversation) == ("3", True, None)
    assert await store.run(lambda u: u.inbox.next(Chat("web", "shop", "nobody"))) == (None, None)


async def test_a_message_that_fails_three_times_is_parked_and_the_chat_goes_on(store: SqlStore) -> None:
    await store.run(lambda u: u.inbox.note([message(LI, "1", "poison"), message(LI, "2", "fine")]))
    parked = [await store.run(lambda u: u.inbox.failed(1, NOW, "KeyError", 3)) for _ in range(3)]
    assert parked == [False, False, True]
    oldest = await store.run(lambda u: u.inbox.oldest(LI))
    assert oldest
    assert oldest.raw == "fine"


async def test_failures_are_counted_where_the_next_try_can_see_them(store: SqlStore) -> None:
    await store.run(lambda u: u.inbox.note([message(LI, "1")]))
    await store.run(lambda u: u.inbox.failed(1, NOW, "KeyError", 3))
    oldest = await store.run(lambda u: u.inbox.oldest(LI))
    assert oldest
    assert oldest.attempts == 1


async def test_nothing_is_noted_of_no_messages(store: SqlStore) -> None:
    assert await store.run(lambda u: u.inbox.note([])) == 0
    assert await store.run(lambda u: u.inbox.waiting()) == ()


async def test_what_another_replica_has_handled_is_not_handled_again(store: SqlStore) -> None:
    await store.run(lambda u: u.inbox.note([message(LI, "1")]))
    received = await store.run(lambda u: u.inbox.oldest(LI))
    assert received
    await store.run(lambda u: u.inbox.handled(received.id, NOW))
    with pytest.raises(Changed):
        await store.run(lambda u: u.inbox.handled(received.id, NOW))
