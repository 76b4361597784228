from __future__ import annotations

from core.people import Chat
from core.ports import Conversation, Unit
from core.storage.open import SqlStore
from core.tickets import PersonId, Role
from tests.storage.scene import DAY, HOUR, LI, NOW, WANG, chat_of, someone


async def test_a_newcomer_becomes_a_customer_and_stays_the_same_person(store: SqlStore) -> None:
    first = await store.run(lambda u: u.chats.open(LI, "en"))
    assert first.person.roles == {Role.CUSTOMER}
    assert first.person.language == "en"
    assert first.draft is None
    assert await store.run(lambda u: u.chats.open(LI, "zh_CN")) == first
    assert await store.run(lambda u: u.chats.open(LI, "zh_CN", lock=False)) == first


async def test_a_draft_is_kept_and_cleared(store: SqlStore) -> None:
    draft = {"form": "report_fault", "answers": {"words": "柜门掉了"}, "turn": 3}
    number = (await store.run(chat_of)).id
    await store.run(lambda u: u.chats.keep_draft(number, draft, NOW))
    assert (await store.run(chat_of)).draft == draft
    await store.run(lambda u: u.chats.keep_draft(number, None, NOW))
    assert (await store.run(chat_of)).draft is None


async def test_silent_are_those_with_a_draft_untouched_since(store: SqlStore) -> None:
    def work(unit: Unit) -> tuple[Conversation, ...]:
        for chat, at in ((LI, NOW - DAY), (WANG, NOW), (Chat("web", "shop", "zhao"), NOW - 2 * DAY)):
            unit.chats.keep_draft(chat_of(unit, chat).id, {"form": "x"}, at)
        unit.chats.keep_draft(chat_of(unit, Chat("web", "shop", "done")).id, None, NOW - DAY)
        return unit.chats.silent(NOW - HOUR)

    assert [c.chat.chat for c in await store.run(work)] == ["zhao", "li"]


async def test_those_who_were_nudged_are_told_apart_from_those_who_were_not(store: SqlStore) -> None:
    def work(unit: Unit) -> list[list[str]]:
        said = '"nudged":true'
        for chat, draft in ((LI, {"nudged": True}), (WANG, {"nudged": False, "answers": {"words": said}})):
            unit.chats.keep_draft(chat_of(unit, chat).id, draft, NOW)
        return [[c.chat.chat for c in unit.chats.silent(NOW + HOUR, nudged=nudged)] for nudged in (True, False)]

    assert await store.run(work) == [["li"], ["wang"]]


async def test_a_person_is_reached_where_he_was_last(store: SqlStore) -> None:
    def work(unit: Unit) -> tuple[Conversation, ...]:
        person = chat_of(unit, LI).person.id
        for chat in (WANG, Chat("web", "shop", "never used")):
            unit.chats.bind(chat, person)
        unit.chats.keep_draft(chat_of(unit, LI).id, None, NOW)
        unit.chats.keep_draft(chat_of(unit, WANG).id, None, NOW + HOUR)
        return unit.chats.of(person)

    assert [c.chat.chat for c in await store.run(work)] == ["wang", "li", "never used"]


async def test_an_address_can_be_given_to_somebody_else(store: SqlStore) -> None:
    def work(unit: Unit) -> tuple[PersonId, PersonId]:
        chat_of(unit)
        chen = someone(unit, "老陈", Role.TECHNICIAN).id
        unit.chats.bind(LI, chen)
        return chen, chat_of(unit).person.id

    chen, now = await store.run(work)
    assert now == chen


async def test_a_key_opens_its_chat(store: SqlStore) -> None:
    await store.run(lambda u: u.chats.add_key("hash", LI, NOW))
    await store.run(lambda u: u.chats.add_key("hash", WANG, NOW))
    assert await store.run(lambda u: u.chats.by_key("hash")) == LI
    assert await store.run(lambda u: u.chats.by_key("another")) is None


async def test_a_chat_that_can_no_longer_be_reached_is_the_last_to_be_tried(store: SqlStore) -> None:
    def work(unit: Unit) -> list[Chat]:
        first = chat_of(unit)
        unit.chats.bind(WANG, first.person.id)
        unit.chats.keep_draft(first.id, None, NOW)
        assert [c.chat for c in unit.chats.of(first.person.id)] == [LI, WANG]
        assert unit.chats.gone(first.id, NOW)
        assert not unit.chats.gone(first.id, NOW + HOUR)
        assert chat_of(unit).gone_at == NOW
        return [c.chat for c in unit.chats.of(first.person.id)]

    assert await store.run(work) == [WANG, LI]
    assert await store.run(lambda u: u.chats.gone(chat_of(u).id, None))
    assert not await store.run(lambda u: u.chats.gone(chat_of(u).id, None))
    assert await store.run(lambda u: chat_of(u).gone_at) is None


async def test_a_chat_may_be_called_otherwise(store: SqlStore) -> None:
    moved = Chat("web", "shop", "moved")
    person = await store.run(lambda u: chat_of(u).person.id)
    assert await store.run(lambda u: u.chats.move(LI, moved))
    assert await store.run(lambda u: chat_of(u, moved).person.id) == person
    await store.run(lambda u: chat_of(u, WANG))
    assert not await store.run(lambda u: u.chats.move(moved, WANG)), "somebody else is there already"
    assert not await store.run(lambda u: u.chats.move(LI, Chat("web", "shop", "nowhere")))


async def test_a_moment_is_remembered_by_its_name(store: SqlStore) -> None:
    assert await store.run(lambda u: u.milestones.of("heard")) is None
    await store.run(lambda u: u.milestones.reach("heard", NOW))
    await store.run(lambda u: u.milestones.reach("heard", NOW + HOUR))
    assert await store.run(lambda u: u.milestones.of("heard")) == NOW + HOUR
