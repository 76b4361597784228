"""What is made of an update: whose chat it is at a glance, and what it says when its turn comes."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.channels.telegram.account import Account
from bot.channels.telegram.reading import Unreadable, read, sender
from bot.channels.telegram.update import Unusable, envelope_of
from bot.envelope import Arrival, Contact, Content, Happened, Overheard, Photo, Place, Press, Strange, Text
from core.people import Chat

AT = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
BOT = Account("7000000001:AAFq7-cWzQ1x_b0sample0sample0sample0")
ANN = {"id": 61, "is_bot": False, "first_name": "Ann", "language_code": "en"}
HERE = {"id": 61, "type": "private", "first_name": "Ann"}
FILE = {"file_id": "AgAC1", "file_unique_id": "u1"}


def message(**content: object) -> dict[str, Any]:
    said = {"message_id": 7, "date": int(AT.timestamp()) - 3, "chat": HERE, "from": ANN} | content
    return {"update_id": 480, "message": said}


def said(update: dict[str, Any]) -> Content:
    return read(json.dumps(update))


def test_an_update_belongs_to_its_chat_and_keeps_its_time() -> None:
    envelope = envelope_of(message(text="报修"), BOT, AT)
    assert envelope
    assert envelope.chat == Chat("telegram", "7000000001", "61")
    assert envelope.sent_at == AT - timedelta(seconds=3)
    assert json.loads(envelope.raw)["message"]["text"] == "报修"


def test_numbers_that_begin_anew_are_not_taken_for_repeats() -> None:
    first, again = envelope_of(message(text="a"), BOT, AT), envelope_of(message(text="a"), BOT, AT)
    later = envelope_of(message(text="b", message_id=9_000), BOT, AT)
    assert first and again and later
    assert first.message_id == again.message_id != later.message_id


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1},
        {"update_id": 1, "poll": {"id": "1"}},
        {"update_id": "x", "message": {"chat": HERE, "date": 1, "message_id": 1}},
        {"update_id": 1, "message": "hello"},
        {"update_id": 1, "message": {"chat": {"type": "private"}, "date": 1, "message_id": 1}},
        {"update_id": 1, "message": {"chat": HERE, "date": 10**20, "message_id": 1}},
        {"message": {"chat": HERE, "date": 1, "message_id": 1}},
        [],
        "hello",
    ],
)
def test_what_belongs_to_no_chat_is_told_apart(update: Any) -> None:  # noqa: ANN401
    with pytest.raises(Unusable):
        envelope_of(update, BOT, AT)


@pytest.mark.parametrize("content", [{"pinned_message": {}}, {"message_auto_delete_timer_changed": {}}])
def test_what_telegram_itself_says_is_nobodys_message(content: dict[str, Any]) -> None:
    assert envelope_of(message(**content), BOT, AT) is None


def test_what_is_said_in_a_group_is_only_overheard_but_for_the_wish_to_connect_it() -> None:
    group = {"id": -5, "type": "group", "title": "x"}
    heard = [envelope_of(message(text=text, chat=group), BOT, AT) for text in ("hi", "/connect@aftercare_bot")]
    assert [envelope and envelope.overheard for envelope in heard] == [True, False]


def test_what_begins_a_topic_is_not_answered_by_all_that_follows_in_it() -> None:
    forum = {"id": -1005, "type": "supergroup", "title": "x", "is_forum": True}
    bot = {"id": 7, "is_bot": True, "first_name": "Aftercare"}
    made = {"name": "F-1", "icon_color": 7322096}
    beginning = {"message_id": 3, "date": 1, "chat": forum, "from": bot, "forum_topic_created": made}
    card = {"message_id": 4, "date": 1, "chat": forum, "from": bot, "text": "card"}
    for answered, whose in ((beginning, ""), (card, "7")):
        heard = said(
            message(text="hi", chat=forum, message_thread_id=3, is_topic_message=True, reply_to_message=answered)
        )
        assert isinstance(heard, Overheard)
        assert (heard.thread, heard.answers, heard.forum) == ("3", whose, True)


def contact(phone: str, **more: object) -> dict[str, Any]:
    return message(contact={"phone_number": phone, "first_name": "Somebody", **more})


STICKER = {**FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
CONTENTS = [
    (message(text="the sofa creaks"), Text("the sofa creaks")),
    (message(text="/status"), Text("/status")),
    (message(text="/Status@Aftercare_Bot"), Text("/status")),
    (message(text="/ticket@aftercare_bot F-261123-0001"), Text("/ticket F-261123-0001")),
    (message(text="/start"), Text("/start")),
    (message(text="/start join-abc_DEF-1"), Arrival("join-abc_DEF-1")),
    (contact("8613800138000", user_id=61), Contact("+8613800138000", own=True)),
    (contact("138 0013 8000", user_id=62), Contact("138 0013 8000", own=False)),
    (contact("13800138000"), Contact("13800138000", own=False)),
    (message(location={"latitude": 30.25, "longitude": 120.5}), Place(30.25, 120.5)),
    (message(sticker=STICKER), Strange("sticker")),
    (message(dice={"emoji": "🎲", "value": 3}), Strange("dice")),
]  # fmt: skip


@pytest.mark.parametrize(("update", "content"), CONTENTS)
def test_a_message_is_what_it_says(update: dict[str, Any], content: Content) -> None:
    assert said(update) == content


@pytest.mark.parametrize(
    "content",
    [
        {"photo": [{**FILE, "file_unique_id": "small", "width": 1, "height": 1}, {**FILE, "width": 9, "height": 9}]},
        {"voice": {**FILE, "duration": 1}},
        {"video": {**FILE, "duration": 1, "width": 1, "height": 1}},
        {"video_note": {**FILE, "duration": 1, "length": 1}},
        {"document": FILE},
        {"audio": {**FILE, "duration": 1}},
    ],
)
def test_a_file_has_one_name_however_it_is_sent(content: dict[str, Any]) -> None:
    kept = said(message(**content, caption="the leg"))
    assert isinstance(kept, Photo)
    assert (kept.source, kept.caption) == ("AgAC1", "the leg")
    other = said(message(document={"file_id": "elsewhere", "file_unique_id": "u1"}))
    assert isinstance(other, Photo)
    assert kept.media == other.media


@pytest.mark.parametrize("kind", ["document", "audio"])
def test_what_has_a_name_keeps_it(kind: str) -> None:
    kept = said(message(**{kind: {**FILE, "duration": 1, "file_name": "how it creaks.mp3"}}))
    assert isinstance(kept, Photo)
    assert kept.name == "how it creaks"


def press(**query: object) -> dict[str, Any]:
    return {"update_id": 481, "callback_query": {"id": "4000", "from": ANN, "chat_instance": "1"} | query}


def test_a_press_says_on_which_message_it_was() -> None:
    on = {"message_id": 12, "date": 1, "chat": HERE, "text": "Which?"}
    assert said(press(data="q:1:0", message=on)) == Press("q:1:0", on="12")
    assert said(press(data="q:1:0", message={**on, "date": 0})) == Press("q:1:0", on="12")
    envelope = envelope_of(press(data="q:1:0", message=on), BOT, AT)
    assert envelope
    assert (envelope.chat.chat, envelope.sent_at) == ("61", AT)


def member(status: str) -> dict[str, Any]:
    who = {"user": {"id": 7, "is_bot": True, "first_name": "Aftercare"}}
    new = {**who, "status": status} | ({"until_date": 0} if status == "kicked" else {})
    change = {
        "chat": HERE,
        "from": ANN,
        "date": 1,
        "old_chat_member": {**who, "status": "member"},
        "new_chat_member": new,
    }
    return {"update_id": 482, "my_chat_member": change}


def test_who_blocks_the_bot_is_gone_and_who_lets_it_in_again_is_back() -> None:
    assert said(member("kicked")) == Happened("gone")
    assert said(member("member")) == Happened("back")


def test_a_group_may_get_another_number() -> None:
    group = {"id": -4, "type": "group", "title": "Staff"}
    update = message(chat=group, migrate_to_chat_id=-1002)
    assert said(update) == Happened("moved", "-1002")
    assert envelope_of(update, BOT, AT)


def test_a_changed_message_is_asked_for_again_but_who_walks_about_is_left_alone() -> None:
    changed = {**message(text="No. 2", edit_date=int(AT.timestamp()))["message"]}
    content = said({"update_id": 483, "edited_message": changed})
    assert isinstance(content, Strange)
    assert content.hint
    walking = {"update_id": 484, "edited_message": {**changed, "location": {"latitude": 1.0, "longitude": 1.0}}}
    assert envelope_of(walking, BOT, AT) is None


@pytest.mark.parametrize(
    ("code", "language"),
    [("zh", "zh_CN"), ("zh-hans", "zh_CN"), ("zh-Hant", "zh_CN"), ("en", "en"), ("de", "en"), (None, "zh_CN")],
)
def test_a_newcomer_is_spoken_to_in_the_language_of_his_phone(code: str | None, language: str) -> None:
    who = sender(json.dumps(message(text="hi", **{"from": {**ANN, "last_name": " Lee ", "language_code": code}})))
    assert (who.name, who.language) == ("Ann Lee", language)


def test_what_the_library_cannot_read_is_an_error_that_quotes_nobody() -> None:
    with pytest.raises(Unreadable, match=r"^message\.text$"):
        said(message(text={"no": "text of anybody"}))


def test_the_secret_is_the_same_on_every_replica_and_does_not_tell_the_token() -> None:
    assert BOT.secret == Account(BOT.token).secret != Account(BOT.token[:-1] + "1").secret
    assert BOT.token not in repr(BOT)


@pytest.mark.parametrize(("shown", "name"), [("🌸", ""), (". _", ""), ("🌸 Ann", "🌸 Ann"), ("李雷", "李雷")])
def test_what_has_no_letter_is_nobodys_name(shown: str, name: str) -> None:
    assert sender(json.dumps(message(text="hi", **{"from": {**ANN, "first_name": shown}}))).name == name
