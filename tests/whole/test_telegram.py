"""The desk on Telegram, from the thumb of the customer to his screen. On both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from core.people import Chat
from core.ports import Posting, Unit, Weight
from core.tickets import Role
from tests.channels.samples import phone_photo
from tests.telegram.people import Person
from tests.whole.desk import Desk
from tests.whole.messenger import Shop, begins, completes, shop


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_a_customer_reports_a_fault(url: str, tmp_path: Path, webhook: bool) -> None:
    async with shop(url, tmp_path, webhook=webhook) as place, place.open() as desk:
        await place.hired(desk, place.network.person("Zhang"), Role.TECHNICIAN)
        ann = place.network.person("Ann", phone="+8613800138000")
        await begins(ann)
        await completes(ann)
        ticket = await desk.app.store.run(lambda unit: unit.tickets.numbered("F-261123-0001"))
        assert ticket
        assert ticket.facts["phone"] == "+8613800138000"
        assert ticket.facts["name"] == "Ann"
        await place.network.settles()
        receives = {"getUpdates"} - ({"getUpdates"} if webhook else set())
        assert {call.method for call in place.network.calls if "aiogram" in call.by} == receives
        await place.network.until(lambda: not place.network.taps, lambda: "a press was left unanswered")


async def test_a_technician_does_his_day_from_the_chat_although_the_desk_is_restarted(place: Shop) -> None:
    zhang, chen, ann = (place.network.person(name) for name in ("Zhang", "Chen", "Ann"))
    async with place.open() as desk:
        await place.hired(desk, zhang, Role.TECHNICIAN, badge="007")
        await place.hired(desk, chen, Role.DISPATCHER)
        await begins(ann)
        await completes(ann)
        await accepts(zhang, chen)
        await ann.hears("Zhang (badge 007)")
        ticket = await desk.app.store.run(lambda unit: unit.tickets.numbered("F-261123-0001"))
    assert ticket and ticket.visit
    place.clock.moves_to(ticket.visit.start)
    await zhang.presses("On my way")
    async with place.open():
        await answers(zhang, "In how many minutes", "30 minutes")
        await ann.hears("on the way")
        await arrives(zhang)
        await zhang.presses("Finished")
        await answers(zhang, "What was the cause?", "Faulty material")
        await zhang.hears("What was done?")
    async with place.open() as desk:
        await zhang.says("2")
        await answers(zhang, "How many minutes", "45 minutes")
        await answers(zhang, "Which parts", "Skip")
        await shows_his_work(zhang, desk)
        await answers(zhang, "Please check before I send it:", "Send")
        await zhang.hears("The report is in.")
        await answers(ann, "Is everything in order?", "All in order")
        await ann.hears("is closed")
        await place.network.until(lambda: "[All in order]" not in ann.sees, lambda: f"its buttons stay: {ann.sees}")
        await place.network.until(lambda: "[Write to the customer]" not in zhang.sees, lambda: f"a card: {zhang.sees}")
        assert "1 Wensan Road" not in zhang.sees
        done = await desk.app.store.run(lambda unit: unit.tickets.numbered("F-261123-0001"))
        assert done and done.state == "closed"


async def accepts(zhang: Person, chen: Person) -> None:
    await chen.presses("Zhang")
    await zhang.hears("Can you go?")
    assert "1 Wensan Road" not in zhang.sees
    await chen.network.until(lambda: "[Zhang]" not in chen.sees, lambda: f"it can be chosen again: {chen.sees}")
    await zhang.presses("Accept")
    await zhang.hears("1 Wensan Road")
    assert "Can you go?" not in zhang.sees, "one card a job, edited"


async def arrives(zhang: Person) -> None:
    await zhang.network.until(lambda: zhang.keyboard == ["📍 I have arrived here"], lambda: str(zhang.keyboard))
    await zhang.presses("Arrived")
    await zhang.hears("[Finished]")
    assert not zhang.keyboard
    assert "✓" in zhang.sees and "✓" not in zhang.noticed, "what only takes a keyboard away makes no sound"


async def shows_his_work(zhang: Person, desk: Desk) -> None:
    await zhang.hears("Photos of the finished work")
    await zhang.sends_photo(phone_photo())
    await zhang.hears("Photos so far: 1")
    await desk.app.fetching.work()  # as the timetable does, whose clock is not ours
    await zhang.presses("Done")


async def answers(who: Person, question: str, label: str) -> None:
    await who.hears(question)
    await who.presses(label)


async def test_the_technician_gets_the_place_on_the_map_and_the_words_for_the_door(place: Shop) -> None:
    async with place.open() as desk:
        zhang, chen = await place.crew(desk)
        ann = place.network.person("Ann")
        await begins(ann)
        await ann.shares_contact()
        await ann.hears("Where is it?")
        await ann.presses("📍 Send where I am")
        await ann.hears("I have the place. Please add house number, floor and flat in words.")
        await ann.shares_place(30.25, 120.5)
        await place.network.until(lambda: ann.sees.count("I have the place.") == 2, lambda: ann.sees)
        await ann.says("12")
        await ann.hears("When may our technician come?")
        await ann.says("1")
        await ann.hears("12 (GPS 30.25000, 120.50000)")
        await ann.presses("Send")
        await chen.hears("[Zhang")
        await chen.presses("Zhang")
        await zhang.hears("Can you go?")
        assert "30.25" not in zhang.sees
        await zhang.presses("Accept")
        await zhang.hears("12 (GPS 30.25000, 120.50000)\nhttps://maps.google.com/?q=30.25000,120.50000")


async def test_whoever_has_the_desk_in_his_language_hears_it_so(place: Shop) -> None:
    async with place.open():
        li = place.network.person("李雷", language="zh-hans")
        await li.starts()
        await li.hears("有什么可以帮您")
        await li.presses("我要报修")
        await li.hears("请问是哪件产品")
        assert li.keyboard == ["📱 发送我的手机号", "取消"]


async def test_a_form_goes_on_after_the_desk_was_closed(place: Shop) -> None:
    async with place.open() as desk:
        await place.hired(desk, place.network.person("Zhang"), Role.TECHNICIAN)
        ann = place.network.person("Ann")
        await begins(ann)
    await ann.shares_contact()
    async with place.open():
        await ann.hears("Where is it?")
        assert ann.sees.count("Where is it?") == 1


async def test_an_update_that_cannot_be_read_holds_nobody_up(place: Shop) -> None:
    with capture_logs() as log:
        await something_unreadable_comes(place)
    events = [entry["event"] for entry in log]
    assert events.count("update_unusable") == 2
    assert events.count("message_failed") == 3


async def something_unreadable_comes(place: Shop) -> None:
    async with place.open():
        ann = place.network.person("Ann")
        place.network.updates.add_raw({"message": {"text": "who?"}})
        place.network.updates.add_raw({"brand_new_thing": {"chat": {"id": 1}}})
        broken = {"message_id": 90_001, "date": place.network.seconds, "from": ann.json, "text": {"no": "text"}}
        place.network.updates.add_raw({"message": broken | {"chat": ann.room.json}})
        await ann.starts()
        await ann.hears("How can I help you?")
        await ann.hears("something went wrong with your last message")
        await place.network.settles()


async def test_an_old_button_says_so(place: Shop) -> None:
    async with place.open():
        ann = place.network.person("Ann")
        await ann.says("sofa")
        await ann.hears("What is wrong with it?")
        before = dict(list(ann.room.messages.values())[-1])
        await ann.says("Stains on the cover")
        await ann.hears("Did it help?")
        await ann.taps(before, before["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
        await ann.hears("That button was for an earlier question.")
        assert ann.sees.count("Did it help?") == 2, "the present question is not put again"


async def test_who_blocks_the_bot_is_called_instead_and_hears_everything_when_he_is_back(place: Shop) -> None:
    async with place.open() as desk:
        _, chen = await place.crew(desk)
        ann = place.network.person("Ann")
        await begins(ann)
        await completes(ann)
        await ann.blocks_the_bot()
        await chen.hears("Ann (F-261123-0001) cannot be reached in chat any more.")
        await chen.says("/ticket F-261123-0001")
        await chen.hears("Cannot be reached in chat since")
        tries = len(place.network.called("sendMessage"))
        await desk.app.store.run(lambda unit: tell(desk, unit, place.chat(ann), "We call before the visit."))
        await ann.unblocks()
        await ann.hears("We call before the visit.")
        await chen.hears("Ann (F-261123-0001) can be reached in chat again.")
        assert len(place.network.called("sendMessage")) == tries + 2, "nothing was sent while nobody was there"


async def test_who_has_deleted_his_account_is_found_out_with_the_next_message(place: Shop) -> None:
    async with place.open() as desk:
        _, chen = await place.crew(desk)
        ann = place.network.person("Ann")
        await begins(ann)
        await completes(ann)
        ann.deletes_the_account()
        await desk.app.store.run(lambda unit: tell(desk, unit, place.chat(ann), "We call before the visit."))
        await chen.hears("Ann (F-261123-0001) cannot be reached in chat any more.")


def tell(desk: Desk, unit: Unit, chat: Chat, text: str) -> None:
    conversation = unit.chats.open(chat, "en", lock=False)
    unit.outbox.put(Posting(conversation.id, {"text": text}, Weight.NOTICE, desk.app.drain.clock()))


async def test_what_was_changed_afterwards_is_asked_for_again(place: Shop) -> None:
    async with place.open():
        ann = place.network.person("Ann")
        number = await ann.says("sofa")
        await ann.hears("What is wrong with it?")
        await ann.edits(number, "table")
        await ann.hears("I do not see what is changed in an earlier message.")


async def test_who_asks_twelve_things_at_once_is_answered_at_the_pace_that_telegram_allows(place: Shop) -> None:
    place.patient = place.network.flood.on = True
    async with place.open():
        ann = place.network.person("Ann")
        for _ in range(12):
            await ann.says("language")
        for number in range(12):
            await place.network.until(lambda: ann.sees.count("English?") > number, lambda: ann.sees)  # noqa: B023 - at once
        assert not place.network.flood.refused
