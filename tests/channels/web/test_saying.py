"""What a visitor says is noted, once, and cleaned."""

from __future__ import annotations

import asyncio
from uuid import uuid4

from bot.envelope import Photo, Press, Text
from tests.channels.web.front import START
from tests.channels.web.house import PNG, House, Page


async def test_noted_is_said_only_after_the_commit(house: House) -> None:
    page = await house.inside()
    house.desk.database.clear()
    name = await page.say("The drawer is stuck")
    waiting = asyncio.create_task(page.hear("noted"))
    await asyncio.sleep(0.2)
    assert not waiting.done()
    house.desk.database.set()
    assert await waiting == name
    kept = house.desk.envelopes[0]
    assert house.channel.read(kept.raw) == Text("The drawer is stuck")
    assert (kept.chat.channel, kept.chat.account, kept.chat.chat) == ("web", "", "chat-1")
    assert (kept.message_id, kept.received_at) == (name, START)


async def test_a_repeat_is_noted_again_and_kept_once(house: House) -> None:
    page = await house.inside()
    name = await page.say("hello")
    assert await page.hear("noted") == name
    await page.say("hello", name)
    assert await page.hear("noted") == name
    assert len(house.desk.envelopes) == 1


async def test_a_button_and_a_picture_arrive_as_such(house: House) -> None:
    who = house.desk.register("Ann")
    media = await house.desk.keep_photo(who.chat, PNG)
    page = await house.inside(who)
    await page.tell(say={"id": str(uuid4()), "press": "3:yes", "label": "Yes, please"})
    await page.hear("noted")
    await page.tell(say={"id": str(uuid4()), "photo": media, "caption": "the leg"})
    await page.hear("noted")
    assert [house.channel.read(raw) for raw in house.desk.texts()] == [Press("3:yes"), Photo(media, "the leg")]
    own = [line for line in await house.desk.history(who.chat, 0) if line.mine]
    assert [(line.text, line.photos) for line in own] == [("Yes, please", ()), ("the leg", (media,))]


async def test_a_picture_of_another_chat_cannot_be_sent_on(house: House) -> None:
    media = await house.desk.keep_photo(house.desk.register("Ann").chat, PNG)
    page = await house.inside(house.desk.register("Bob", language="en"))
    await page.tell(say={"id": (name := str(uuid4())), "photo": media, "caption": ""})
    assert await page.hear("refused") == {"id": name, "why": "I cannot find that."}
    assert not house.desk.envelopes


async def test_text_is_cleaned_of_what_no_database_takes(house: House) -> None:
    page = await house.inside()
    text = r'"a\u0000b \ud800 \ud83d\ude00 \u202e\r\nline two\t\u0085"'
    raw = f'{{"say": {{"id": "{uuid4()}", "text": {text}}}}}'
    await page.ws.send_str(raw)
    await page.hear("noted")
    assert house.channel.read(house.desk.texts()[0]) == Text("ab  😀 \u202e\nline two")
    assert house.desk.texts()[0].encode()


async def test_too_long_a_text_is_refused_by_its_name(house: House) -> None:
    page = await house.inside()
    name = await page.say("沙" * 8001)
    assert await page.hear("refused") == {
        "id": name,
        "why": "That message is too long: at most 8000 characters, please.",
    }
    await page.noted("沙" * 8000)


async def test_a_giant_frame_closes_the_socket_and_nothing_else(house: House) -> None:
    page = await house.inside()
    await page.say("x" * 300_000)
    assert await page.closed() == 1009
    assert await house.inside()


async def test_too_fast_is_told_with_a_time_to_wait_and_loses_nothing(house: House) -> None:
    page = await house.inside()
    for number in range(20):
        await page.say(f"message {number}")
        await page.hear("noted")
    name = await page.say("one too many")
    refused = await page.hear("refused")
    assert refused["id"] == name
    assert refused["why"] == "That was a lot at once. One moment."
    house.desk.clock.tick(refused["after"])
    await page.say("one too many", name)
    assert await page.hear("noted") == name
    assert len(house.desk.envelopes) == 21


async def test_sixty_a_minute_is_the_most_of_one_chat_and_others_do_not_notice(house: House) -> None:
    page = await house.inside()
    answers: list[str] = []
    for number in range(140):
        await page.say(f"message {number}")
        answers.append(await first_answer(page))
        house.desk.clock.tick(0.5)
    assert "refused" not in answers[:119]
    assert answers.count("noted") == 60 + 69
    other = await house.inside(house.desk.register("Bob"))
    await other.noted("me too")


async def first_answer(page: Page) -> str:
    while True:
        frame = await page.ws.receive_json()
        if name := next((name for name in ("noted", "refused") if name in frame), ""):
            return name
