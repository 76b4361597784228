"""What Telegram is asked for when a parcel is sent."""

from __future__ import annotations

import mimetypes
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.telegram.calling import bot_of
from bot.channels.telegram.refusals import Why
from bot.channels.telegram.sending import COMING, MOST_WAITS, Sending
from bot.media.attachments import Attachment, StillComing
from core.outcomes import Outcome, Sent, Undeliverable, Unknown
from core.people import Chat
from core.ports import Json, Parcel, Weight
from tests.channels.telegram.scripted import DONE, TOKEN, Cut, Scripted, no, scripted

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@asynccontextmanager
async def sending(folder: Path = Path()) -> AsyncGenerator[tuple[Scripted, Sending]]:
    async def find(media: str) -> Attachment | None:
        if media == "coming":
            raise StillComing
        kind = mimetypes.guess_type(media)[0] or "image/jpeg"
        return Attachment(path, kind) if (path := folder / media).is_file() else None

    async with scripted() as telegram:
        bot = bot_of(TOKEN, telegram.url)
        try:
            yield telegram, Sending(bot, find)
        finally:
            await bot.request.shutdown()


async def send(
    by: Sending, replaces: str = "", chat: str = "7", stood: Json | None = None, attempt: int = 1, **body: object
) -> Outcome:
    to, whole = Chat("telegram", "4242", chat), {"text": "Hello", **body}
    return await by.send(Parcel(1, 1, to, whole, Weight.CARD, attempt, 0, None, "", replaces, stood=stood))


async def test_words_are_sent_as_html_without_a_preview_of_links() -> None:
    async with sending() as (telegram, by):
        assert await send(by, text="a < b", buttons=[["Yes", "y"]]) == Sent("100")
    (asked,) = telegram.asked
    assert (asked.fields["chat_id"], asked.fields["text"], asked.fields["parse_mode"]) == ("7", "a &lt; b", "HTML")
    assert asked.fields["link_preview_options"] == '{"is_disabled": true}'
    assert "callback_data" in asked.fields["reply_markup"]


async def test_a_long_text_comes_in_pieces_with_the_buttons_under_the_last() -> None:
    async with sending() as (telegram, by):
        assert await send(by, text="wide " * 1500, buttons=[["Yes", "y"]]) == Sent("101")
    assert ["reply_markup" in asked.fields for asked in telegram.asked] == [False, True]


async def test_what_has_arrived_in_part_is_in_doubt_so_that_it_comes_once_more_at_most() -> None:
    async with sending() as (telegram, by):
        telegram.expects(DONE, no(429, "", retry_after=40))
        assert await send(by, text="wide " * 1500) == Unknown("arrived in part")
        assert telegram.methods == ["sendMessage", "sendMessage"]


async def test_a_short_pause_between_two_pieces_is_waited_for() -> None:
    async with sending() as (telegram, by):
        telegram.expects(DONE, no(429, "", retry_after=1))
        assert await send(by, text="wide " * 1500) == Sent("101")
        assert telegram.methods == ["sendMessage"] * 3


async def test_who_blocks_the_bot_between_two_pieces_is_not_reached() -> None:
    async with sending() as (telegram, by):
        telegram.expects(DONE, no(403, "Forbidden: bot was blocked by the user"))
        assert await send(by, text="wide " * 1500) == Undeliverable(Why.BLOCKED)


@pytest.mark.parametrize("card", ["", "job:1"])
async def test_a_card_and_a_question_are_edited_where_they_were_pressed(card: str) -> None:
    async with sending() as (telegram, by):
        assert await send(by, replaces="55" if card else "", card=card, over="55") == Sent("55")
    (asked,) = telegram.asked
    assert (asked.method, asked.fields["message_id"]) == ("editMessageText", "55")


async def test_an_edit_that_changes_nothing_is_done() -> None:
    async with sending() as (telegram, by):
        telegram.expects(no(400, "Bad Request: message is not modified: specified new message content is the same"))
        assert await send(by, over="55") == Sent("55")


async def test_news_on_a_card_is_a_new_message_and_the_card_before_goes() -> None:
    async with sending() as (telegram, by):
        assert await send(by, replaces="55", card="job:1") == Sent("100")
        assert telegram.methods == ["sendMessage", "deleteMessage"]
        assert telegram.asked[1].fields["message_id"] == "55"


@pytest.mark.parametrize(
    ("pause", "methods"), [(59, ["editMessageText"]), (61, ["sendMessage", "deleteMessage"])], ids=["quickly", "slowly"]
)
async def test_photos_that_come_one_by_one_are_acknowledged_once(pause: int, methods: list[str]) -> None:
    """After a pause the acknowledgement comes anew, below the photo."""
    whole, chat = {"text": "Photos so far: 2.", "card": "album:1"}, Chat("telegram", "4242", "7")
    later = NOON + timedelta(seconds=pause)
    parcel = Parcel(2, 1, chat, whole, Weight.ANSWER, 1, 0, None, "", "55", at=later, stood_at=NOON)
    async with sending() as (telegram, by):
        await by.send(parcel)
        assert telegram.methods == methods


async def test_a_card_that_is_too_old_to_be_deleted_loses_its_buttons() -> None:
    async with sending() as (telegram, by):
        telegram.expects(DONE, no(400, "Bad Request: message can't be deleted for everyone"))
        assert await send(by, replaces="55", card="job:1") == Sent("100")
        assert telegram.methods == ["sendMessage", "deleteMessage", "editMessageReplyMarkup"]


async def test_a_card_that_stays_is_no_reason_to_send_the_new_one_again() -> None:
    async with sending() as (telegram, by):
        telegram.expects(DONE, no(500, "Internal Server Error"))
        assert await send(by, replaces="55", card="job:1") == Sent("100")


async def test_in_a_group_a_card_is_always_edited() -> None:
    async with sending() as (telegram, by):
        assert await send(by, chat="-1001", replaces="55", card="job:1") == Sent("55")
        assert telegram.methods == ["editMessageText"]


async def test_only_new_pictures_come_with_a_card(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"\xff\xd8\xff" + name.encode())
    async with sending(tmp_path) as (telegram, by):
        stood = {"photos": ["a"]}
        assert await send(by, replaces="55", stood=stood, card="job:1", photos=["a", "b"]) == Sent("101")
        assert telegram.methods == ["sendPhoto", "sendMessage", "deleteMessage"]
        assert b"\xff\xd8\xffb" in telegram.asked[0].body


@pytest.mark.parametrize(
    "why", ["message to edit not found", "message can't be edited", "there is no text in the message to edit"]
)
async def test_what_cannot_be_edited_is_sent_anew(why: str) -> None:
    async with sending() as (telegram, by):
        telegram.expects(no(400, f"Bad Request: {why}"))
        assert await send(by, over="55") == Sent("100")
        assert telegram.methods == ["editMessageText", "sendMessage"]


async def test_an_edit_that_may_have_been_done_is_in_doubt() -> None:
    async with sending() as (telegram, by):
        telegram.expects(Cut())
        assert await send(by, over="55") == Unknown("NetworkError")
        assert telegram.methods == ["editMessageText"]


async def test_pictures_come_from_the_store_and_those_that_are_forgotten_are_left_out(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"\xff\xd8\xff" + name.encode())
    async with sending(tmp_path) as (telegram, by):
        assert await send(by, photos=["a"]) == Sent("100")
        assert await send(by, photos=["a", "gone"]) == Sent("101")
        assert await send(by, photos=["a", "b", "gone"], buttons=[["Yes", "y"]]) == Sent("104")
        assert await send(by, photos=["gone"]) == Sent("105")
    assert telegram.methods == ["sendPhoto", "sendPhoto", "sendMediaGroup", "sendMessage", "sendMessage"]
    assert b"\xff\xd8\xffa" in telegram.asked[0].body
    assert b"\xff\xd8\xffb" in telegram.asked[2].body


@pytest.mark.parametrize(
    ("name", "method"),
    [("a.jpg", "sendPhoto"), ("a.ogg", "sendVoice"), ("a.mp4", "sendVideo"), ("a.pdf", "sendDocument")],
)
async def test_each_kind_of_file_is_shown_as_what_it_is(tmp_path: Path, name: str, method: str) -> None:
    (tmp_path / name).write_bytes(b"what is in it")
    async with sending(tmp_path) as (telegram, by):
        assert await send(by, photos=[name]) == Sent("100")
    (asked,) = telegram.asked
    assert asked.method == method
    assert b"what is in it" in asked.body
    assert b"Hello" in asked.body


REFUSED = "Bad Request: PHOTO_INVALID_DIMENSIONS"


async def test_a_picture_that_telegram_does_not_show_comes_as_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"a long receipt")
    async with sending(tmp_path) as (telegram, by):
        telegram.expects(no(400, REFUSED))
        assert await send(by, photos=["a.jpg"], buttons=[["Yes", "y"]]) == Sent("100")
        telegram.expects(no(413, "Request Entity Too Large"), no(413, "Request Entity Too Large"))
        assert await send(by, photos=["a.jpg"]) == Undeliverable(Why.TOO_LARGE)
    assert telegram.methods == ["sendPhoto", "sendDocument"] * 2
    assert b"a long receipt" in telegram.asked[1].body
    assert b"Hello" in telegram.asked[1].body
    assert b"callback_data" in telegram.asked[1].body


async def test_of_an_album_only_the_refused_picture_becomes_a_document(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(name.encode())
    async with sending(tmp_path) as (telegram, by):
        telegram.expects(no(400, REFUSED), no(400, REFUSED))
        assert await send(by, photos=["a.jpg", "b.jpg"]) == Sent("101")
    assert telegram.methods == ["sendMediaGroup", "sendPhoto", "sendDocument", "sendPhoto"]
    assert b"a.jpg" in telegram.asked[2].body
    assert b"b.jpg" in telegram.asked[3].body
    assert [b"Hello" in asked.body for asked in telegram.asked] == [True, True, True, False]


async def test_a_voice_comes_after_the_album(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.ogg", "c.mp4"):
        (tmp_path / name).write_bytes(b"x")
    async with sending(tmp_path) as (telegram, by):
        await send(by, photos=["a.jpg", "b.ogg", "c.mp4"])
    assert telegram.methods == ["sendMediaGroup", "sendVoice"]


async def test_a_message_waits_for_its_files_but_not_for_ever() -> None:
    async with sending() as (telegram, by):
        assert await send(by, photos=["coming"]) == COMING
        assert not telegram.asked
        assert await send(by, photos=["coming"], attempt=MOST_WAITS) == Sent("100")
