"""What a visitor gets to see."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from bot.channels.web.front import Line
from bot.channels.web.limits import Limits
from core.outcomes import Absent, Sent
from tests.channels.web.front import START
from tests.channels.web.house import House, opened


async def test_a_page_gets_the_last_two_hundred_lines_or_only_what_is_new(house: House) -> None:
    who = house.desk.register("Ann")
    for number in range(1, 251):
        house.desk.line(who.chat, f"line {number}")
    lines = await (await house.open(who)).hear("lines")
    assert [line["id"] for line in lines] == list(range(51, 251))
    lines = await (await house.open(who, after=248)).hear("lines")
    assert [line["text"] for line in lines] == ["line 249", "line 250"]


async def test_own_messages_come_back_in_the_history_under_their_own_name(house: House) -> None:
    who = house.desk.register("Ann")
    page = await house.inside(who)
    name = await page.say("hello")
    await page.hear("noted")
    lines = await (await house.open(who)).hear("lines")
    assert [(line["mine"], line["uuid"], line["state"], line["text"]) for line in lines] == [
        (True, name, "noted", "hello")
    ]
    assert lines[0]["at"] == "2025-10-14T01:30:00.000+00:00"


async def test_a_line_is_sent_when_a_page_has_shown_it(house: House) -> None:
    who = house.desk.register("Ann")
    page = await house.inside(who)
    buttons = (("Yes", "1:y"), ("No", "1:n"))
    line = house.desk.line(who.chat, "Is it urgent?", buttons=buttons, step=(2, 7), asks="choice", ticket="FLT-7")
    sending = asyncio.create_task(house.channel.send(who.chat, line))
    assert await page.hear("lines") == [
        {
            "id": line.id,
            "mine": False,
            "text": "Is it urgent?",
            "at": "2025-10-14T01:30:00.000+00:00",
            "buttons": [{"label": "Yes", "token": "1:y"}, {"label": "No", "token": "1:n"}],
            "ticket": "FLT-7",
            "asks": "choice",
            "step": [2, 7],
        }
    ]
    await page.tell(seen=line.id)
    assert await sending == Sent(str(line.id))


async def test_the_desk_hears_what_was_seen_without_being_sent(house: House) -> None:
    who = house.desk.register("Ann")
    line = house.desk.line(who.chat, "said while nobody was there")
    page = await house.inside(who)
    assert not house.desk.shown
    await page.tell(seen=line.id)
    await page.noted("so that the frame before has been read")
    assert house.desk.shown == {who.chat: line.id}


async def test_nobody_there_or_nobody_looking_is_absent(house: House) -> None:
    who = house.desk.register("Ann")
    assert await house.channel.send(who.chat, house.desk.line(who.chat, "hello")) == Absent()
    page = await house.inside(who)
    assert await house.channel.send(who.chat, house.desk.line(who.chat, "hello?")) == Absent()
    await page.ws.close()
    assert await house.channel.send(who.chat, house.desk.line(who.chat, "anybody?")) == Absent()


async def test_one_of_several_windows_is_enough(house: House) -> None:
    who = house.desk.register("Ann")
    first, second = await house.inside(who), await house.inside(who)
    sending = asyncio.create_task(house.channel.send(who.chat, line := house.desk.line(who.chat, "hello")))
    assert await first.hear("lines")
    assert await second.hear("lines")
    await second.tell(seen=line.id)
    assert await sending == Sent(str(line.id))


async def test_a_line_waits_at_once_when_the_last_page_is_closed(tmp_path: Path) -> None:
    async with opened(tmp_path, patience=timedelta(minutes=1)) as house, asyncio.timeout(5):
        who = house.desk.register("Ann")
        first, second = await house.inside(who), await house.inside(who)
        sending = asyncio.create_task(house.channel.send(who.chat, house.desk.line(who.chat, "hello")))
        assert await first.hear("lines")
        await first.ws.close()
        await second.noted("so that the desk has seen the first one go")
        assert not sending.done()
        await second.ws.close()
        assert await sending == Absent()


async def test_a_page_that_takes_nothing_is_dropped(tmp_path: Path) -> None:
    async with opened(tmp_path, Limits(stuck_after=timedelta(seconds=0.2))) as house:
        who = house.desk.register("Ann")
        page = await house.open(who)
        await page.hear("lines")
        many = [house.desk.line(who.chat, "x" * 200_000) for _ in range(100)]
        outcomes = await asyncio.gather(*(house.channel.send(who.chat, line) for line in many))
        assert outcomes == [Absent()] * 100
        assert await page.closed() == 1006


async def test_a_page_cannot_have_seen_what_it_was_never_sent(house: House) -> None:
    who = house.desk.register("Ann")
    house.desk.line(who.chat, "hello")
    page = await house.inside(who)
    await page.tell(seen=2**50)
    await page.say("so that the frame before has been read")
    await page.hear("noted")
    assert house.desk.shown == {who.chat: 1}


async def test_what_is_said_in_one_window_shows_in_the_other(house: House) -> None:
    who = house.desk.register("Ann")
    first, second = await house.inside(who), await house.inside(who)
    name = await first.say("hello")
    assert await first.hear("noted") == name
    assert [(line["uuid"], line["text"]) for line in await second.hear("lines")] == [(name, "hello")]
    assert await second.hear("typing")


async def test_lines_go_to_their_own_chat_only(house: House) -> None:
    ann, bob = house.desk.register("Ann"), house.desk.register("Bob")
    await house.inside(ann)
    page = await house.inside(bob)
    await house.channel.send(ann.chat, Line(1, mine=False, text="your code is 1234", at=START))
    await page.say("anything for me?")
    assert set(await page.ws.receive_json()) == {"noted"}


async def test_the_page_hears_that_its_language_changed(house: House) -> None:
    who = house.desk.register("Ann")
    page = await house.inside(who)
    await house.channel.greet(who.chat, who.name, who.role, "en")
    assert (await page.hear("welcome"))["lang"] == "en"
    await page.ws.send_str("garbage")
    assert (await page.hear("refused"))["why"] == "I could not read that message."


async def test_a_restart_asks_the_pages_to_come_back(house: House) -> None:
    page = await house.inside()
    undecided = await house.page()
    closing = asyncio.create_task(house.client.server.close())
    assert await page.closed() == 1012
    assert await undecided.closed() == 1012
    await closing
