"""Files that a network holds for us: each is fetched by one, and forgotten with whoever sent it."""

from __future__ import annotations

from core.ports import Stored, Unit, Wanted
from core.storage.open import SqlStore, open_store
from core.storage.prune import given_by_nobody_else, old_pictures
from core.storage.schema import go_back, migrate
from tests.storage.scene import DAY, HOUR, LI, MINUTE, NOW, WANG, chat_of

NAME, CONTENT = "n" * 64, "c" * 64
JPEG = Stored(CONTENT, "image/jpeg")


def sent(unit: Unit) -> int:
    conversation = chat_of(unit, LI)
    unit.fetches.want(NAME, conversation.id, "AgAC", NOW)
    unit.fetches.want(NAME, conversation.id, "AgAC", NOW)  # the same message, handled again
    return conversation.id


async def claimed(store: SqlStore) -> Wanted:
    (wanted,) = await store.run(lambda u: u.fetches.claim(NOW, NOW + MINUTE, 4))
    return wanted


async def test_a_file_is_taken_by_one_until_its_time_is_up(store: SqlStore) -> None:
    chat_id = await store.run(sent)
    assert await claimed(store) == Wanted(NAME, chat_id, LI, "AgAC", NOW, 1)
    assert await store.run(lambda u: u.fetches.claim(NOW + MINUTE / 2, NOW + HOUR, 4)) == ()
    (again,) = await store.run(lambda u: u.fetches.claim(NOW + MINUTE, NOW + HOUR, 4))
    assert again.attempt == 2


async def test_what_has_come_is_found_by_the_name_it_had_before(store: SqlStore) -> None:
    await store.run(sent)
    wanted = await claimed(store)
    assert await store.run(lambda u: (u.media.file(NAME), u.fetches.is_coming(NAME))) == (None, True)
    assert await store.run(lambda u: u.fetches.kept(wanted, JPEG, 9, NOW))
    assert await store.run(lambda u: (u.media.file(NAME), u.fetches.is_coming(NAME))) == (JPEG, False)
    assert await store.run(lambda u: u.media.was_in(wanted.chat_id, NAME))


async def test_what_is_here_already_is_not_fetched_again(store: SqlStore) -> None:
    await store.run(sent)
    wanted = await claimed(store)
    await store.run(lambda u: u.fetches.kept(wanted, JPEG, 9, NOW))

    def forwarded(unit: Unit) -> bool:
        other = chat_of(unit, WANG)
        unit.fetches.want(NAME, other.id, "AgAC2", NOW)
        return unit.media.was_in(other.id, NAME)

    assert await store.run(forwarded)
    assert await store.run(lambda u: u.fetches.claim(NOW + HOUR, NOW + DAY, 4)) == ()


async def test_later_is_later(store: SqlStore) -> None:
    await store.run(sent)
    wanted = await claimed(store)
    await store.run(lambda u: u.fetches.again(wanted, NOW + HOUR))
    assert await store.run(lambda u: u.fetches.claim(NOW + HOUR - MINUTE, NOW + DAY, 4)) == ()
    assert len(await store.run(lambda u: u.fetches.claim(NOW + HOUR, NOW + DAY, 4))) == 1


async def test_who_is_forgotten_while_his_file_comes_gets_nothing_kept(store: SqlStore) -> None:
    await store.run(sent)
    wanted = await claimed(store)
    await store.run(lambda u: u.people.erase(chat_of(u, LI).person.id, "customer-1", NOW))
    assert not await store.run(lambda u: u.fetches.kept(wanted, JPEG, 9, NOW))
    assert not await store.run(lambda u: u.fetches.given_up(wanted))
    assert not await store.run(lambda u: u.media.is_kept(CONTENT))


async def test_the_file_goes_with_the_last_of_its_names(store: SqlStore) -> None:
    await store.run(sent)
    wanted = await claimed(store)

    def also_uploaded(unit: Unit) -> None:
        unit.fetches.kept(wanted, JPEG, 9, NOW)
        unit.media.add(CONTENT, chat_of(unit, WANG).id, "image/jpeg", 9, NOW)

    await store.run(also_uploaded)
    assert await store.run(lambda u: u.people.erase(chat_of(u, LI).person.id, "customer-1", NOW)) == ()
    assert await store.run(lambda u: u.people.erase(chat_of(u, WANG).person.id, "customer-2", NOW)) == (CONTENT,)


async def test_an_old_file_is_removed_under_its_own_name(store: SqlStore) -> None:
    await store.run(sent)
    wanted = await claimed(store)
    await store.run(lambda u: u.fetches.kept(wanted, JPEG, 9, NOW))
    old = await store.run(lambda u: old_pictures(u, NOW + HOUR, NOW + HOUR))
    assert old == ((NAME, wanted.chat_id, CONTENT),)
    assert await store.run(lambda u: given_by_nobody_else(u, old)) == (CONTENT,)


async def test_pictures_of_an_older_version_are_there_after_the_upgrade(url: str) -> None:
    """And an older version finds what it knows, when it is put back."""
    store = open_store(url)
    await store.run(lambda u: u.media.add(CONTENT, chat_of(u, LI).id, "image/jpeg", 9, NOW))
    await store.close()
    go_back(url, "0007")
    migrate(url)
    store = open_store(url)
    assert await store.run(lambda u: u.media.file(CONTENT)) == JPEG
    await store.close()
