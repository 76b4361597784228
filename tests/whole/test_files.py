"""Photos, recordings and documents on their way from a customer on Telegram to whoever works on his ticket."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.membership import hashed
from core.ports import Unit
from core.tickets import Role
from tests.channels.samples import phone_photo
from tests.telegram.faults import Broken
from tests.telegram.people import Person
from tests.telegram.test_files import picture
from tests.whole.desk import Desk
from tests.whole.messenger import Shop, completes, files_come

OWNERS = ("aiogram", "python-telegram-bot")  # of each call one: who receives, and who does everything else
VOICE = b"OggS\0\2 it creaks when I sit down"
VIDEO = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom it moves"
COMPLAINT = ("what happened", "mostly about", "When was that", "Which ticket", "What would you like us to do")


@pytest.fixture
def url(sqlite_url: str) -> str:
    return sqlite_url


async def begins(ann: Person) -> None:
    await ann.says("The sofa leg is broken")
    await ann.hears("Please send photos")


async def ends(ann: Person) -> None:
    await ann.presses("Done")
    await ann.hears("Is it urgent")
    await ann.presses("It can wait for the visit")
    await ann.hears("Which phone number")
    await completes(ann)


def got(person: Person, kind: str) -> int:
    return sum(kind in message for message in person.room.messages.values())


async def offered(desk: Desk, zhang: Person, supervisor: Person) -> None:
    await supervisor.hears("F-261123-0001")
    await supervisor.presses("Zhang")
    await zhang.hears("F-261123-0001")


async def test_an_album_and_a_voice_reach_the_technician(place: Shop) -> None:
    """And in all of that each call of the Bot API has one owner."""
    async with place.open() as desk:
        zhang, chen = await place.crew(desk)
        ann = place.network.person("Ann")
        place.network.faults.next("getFile", Broken(502), Broken(502))
        await begins(ann)
        await ann.sends_album([phone_photo(), picture(50), picture(60)], "the left one")
        await ann.sends_voice(VOICE)
        await ann.hears("Photos so far: 4.")
        assert ann.sees.count("Photos so far") == 1
        await ends(ann)
        await files_come(place, desk)
        await offered(desk, zhang, chen)
        await place.network.until(lambda: got(zhang, "photo") == 3, lambda: zhang.sees)
        assert got(zhang, "voice") == 1
        assert got(zhang, "media_group_id") == 3
        calls = {library: {call.method for call in place.network.calls if library in call.by} for library in OWNERS}
        assert calls["aiogram"] == {"getUpdates"}
        assert {"sendMessage", "editMessageText", "answerCallbackQuery", "getFile"} <= calls["python-telegram-bot"]
        assert all(any(library in call.by for library in OWNERS) for call in place.network.calls)


async def test_an_album_is_acknowledged_once_and_with_one_sound(place: Shop) -> None:
    async with place.open():
        ann = place.network.person("Ann")
        await begins(ann)
        await ann.sends_album([picture(40), picture(50), picture(60)])
        await ann.hears("Photos so far: 3.")
        await ann.sends_photo(picture(70))
        await ann.hears("Photos so far: 4.")
        assert not ann.noticed
        assert not place.network.called("deleteMessage")
        assert len(place.network.called("sendMessage")) == 2, "the question and one acknowledgement"


async def test_ten_photos_do_not_wait_for_ten_acknowledgements(place: Shop) -> None:
    place.patient = True
    async with place.open():
        ann = place.network.person("Ann")
        await begins(ann)
        await ann.sends_album([picture(40 + number) for number in range(10)])
        await ann.hears("Photos so far: 6.")
        await ann.hears("I keep the first 6 photos, that is enough.")
        await ann.presses("Done")
        await ann.hears("Is it urgent")
        assert len(place.network.called("editMessageText")) <= 6, "Telegram lets a chat have one a second"


async def test_a_long_strip_of_a_picture_reaches_the_technician_as_a_document(place: Shop) -> None:
    async with place.open() as desk:
        zhang, chen = await place.crew(desk)
        ann = place.network.person("Ann")
        await begins(ann)
        await ann.sends_album([picture(900, 30), picture(50)])
        await ann.hears("Photos so far: 2.")
        await ends(ann)
        await files_come(place, desk)
        await offered(desk, zhang, chen)
        await place.network.until(lambda: got(zhang, "photo") == 1, lambda: zhang.sees)
        assert got(zhang, "document") == 1


async def test_a_document_keeps_its_name_on_telegram_and_in_the_web_chat(place: Shop) -> None:
    async with place.open() as desk:
        zhang, chen = await place.crew(desk)
        ann = place.network.person("Ann")
        await begins(ann)
        await ann.sends_document(b"%PDF-1.7 what it cost", "发票 3.pdf")
        await ann.hears("Photos so far: 1.")
        await ends(ann)
        await files_come(place, desk)
        await offered(desk, zhang, chen)
        await place.network.until(lambda: got(zhang, "document") == 1, lambda: zhang.sees)
        (document,) = (message["document"] for message in zhang.room.messages.values() if "document" in message)
        assert document["file_name"] == "发票 3.pdf"
        ticket = await desk.app.store.run(lambda unit: unit.tickets.numbered("F-261123-0001"))
        assert ticket
        _, key, _ = await desk.page()
        await desk.app.store.run(lambda unit: made_supervisor(unit, key))
        address = f"{desk.address}/media/{ticket.facts['photos'][0]}"
        async with desk.session.get(address, headers={"Authorization": f"Bearer {key}"}) as there:
            assert "%E5%8F%91%E7%A5%A8%203.pdf" in there.headers["Content-Disposition"]


async def complains(ann: Person, *answers: str) -> None:
    for question, answer in zip(COMPLAINT, answers, strict=True):
        await ann.hears(question)
        await ann.says(answer)


@pytest.mark.rule("CMP-01")
@pytest.mark.rule("CMP-02")
async def test_a_voice_a_video_and_a_document_reach_who_looks_into_a_complaint(place: Shop) -> None:
    async with place.open() as desk:
        liu = place.network.person("Liu")
        await place.hired(desk, liu, Role.SUPERVISOR)
        ann = place.network.person("Ann")
        await ann.says("I want to complain")
        await complains(ann, "It creaks", "The service", "Skip", "Skip", "A new one")
        await ann.hears("Photos help us")
        await ann.sends_voice(VOICE)
        await ann.sends_video(VIDEO, "how it moves")
        await ann.sends_document(b"%PDF-1.7 what it cost", "invoice 3.pdf")
        await ann.hears("Photos so far: 3.")
        await ann.presses("Done")
        await ann.hears("Which phone number")
        await ann.says("Skip")
        await ann.hears("Please check before I send it:")
        await ann.presses("Send")
        await ann.hears("Your complaint is T-261123-0001")
        await files_come(place, desk)
        await liu.says("ticket T-261123-0001")
        await place.network.until(lambda: got(liu, "document") == 1, lambda: liu.sees)
        await liu.hears("how it moves")
        assert (got(liu, "voice"), got(liu, "video")) == (1, 1)


async def test_what_the_technician_sees_in_the_web_chat(place: Shop) -> None:
    """Also of a file that is fetched only after the ticket was opened."""
    async with place.open() as desk:
        await place.hired(desk, place.network.person("Zhang"), Role.TECHNICIAN)
        ann = place.network.person("Ann")
        place.network.faults.next("getFile", Broken(502))
        await begins(ann)
        await ann.sends_voice(VOICE)
        await ann.hears("Photos so far: 1.")
        await ends(ann)
        ticket = await desk.app.store.run(lambda unit: unit.tickets.numbered("F-261123-0001"))
        assert ticket
        (media,) = ticket.facts["photos"]
        _, key, _ = await desk.page()
        await desk.app.store.run(lambda unit: made_supervisor(unit, key))
        address, may = f"{desk.address}/media/{media}", {"Authorization": f"Bearer {key}"}
        async with desk.session.get(address, headers=may) as early:
            assert (early.status, early.headers.get("Retry-After")) == (503, "3")
        await files_come(place, desk)
        async with desk.session.get(address, headers=may) as there:
            assert (there.headers["Content-Type"], await there.read()) == ("audio/ogg", VOICE)
        _, stranger, _ = await desk.page()
        async with desk.session.get(address, headers={"Authorization": f"Bearer {stranger}"}) as not_his:
            assert not_his.status == 404


def made_supervisor(unit: Unit, key: str) -> None:
    chat = unit.chats.by_key(hashed(key))
    assert chat
    person = unit.chats.open(chat, "en").person
    unit.people.save(replace(person, roles=frozenset({Role.SUPERVISOR})))


async def test_who_sent_what_we_do_not_keep_hears_it_in_his_language(place: Shop) -> None:
    async with place.open() as desk:
        li = place.network.person("李雷", language="zh-hans")
        await li.says("沙发腿断了")
        await li.hears("请拍几张")
        await li.sends_document(b"MZ a program", "setup.exe", "application/octet-stream")
        await li.hears("已收到 1 张照片")
        await files_come(place, desk)
        await li.hears("这种文件我们无法保存")
        assert kept(desk) == []


async def test_a_desk_that_was_closed_meanwhile_fetches_them_afterwards(place: Shop) -> None:
    async with place.open() as desk:
        ann = place.network.person("Ann")
        place.network.faults.next("getFile", *[Broken(502)] * 20)
        await begins(ann)
        await ann.sends_photo(picture())
        await ann.hears("Photos so far: 1.")
    place.network.faults.none()
    place.clock.passes(minutes=11)
    async with place.open() as desk:
        await files_come(place, desk)
        await place.network.until(lambda: bool(kept(desk)))
        assert len(kept(desk)) == 1


def kept(desk: Desk) -> list[Path]:
    return list(desk.app.settings.media.glob("??/*"))
