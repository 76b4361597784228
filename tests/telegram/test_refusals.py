"""What Telegram does not carry out, in its own words."""

from __future__ import annotations

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramMigrateToChat, TelegramUnauthorizedError
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, Message, ReplyKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden

from tests.telegram.conftest import Clock, Sender
from tests.telegram.network import Network
from tests.telegram.people import Person


@pytest.fixture
async def ann(network: Network) -> Person:
    ann = network.person("Ann")
    await ann.starts()
    return ann


@pytest.fixture
async def sent(ann: Person, sender: Sender) -> Message:
    return await sender.send_message(ann.id, "Question one")


def one_button(data: str, label: str = "Yes") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data)]])


async def test_a_bot_cannot_write_first(network: Network, sender: Sender) -> None:
    with pytest.raises(Forbidden, match=r"(?i)can't initiate conversation"):
        await sender.send_message(network.person("Ann").id, "Hello")


async def test_nobody_is_reached_who_has_blocked_the_bot(ann: Person, sender: Sender, receiver: Bot) -> None:
    await ann.blocks_the_bot()
    with pytest.raises(Forbidden, match=r"(?i)bot was blocked by the user"):
        await sender.send_message(ann.id, "Hello")
    change = (await receiver.get_updates())[-1].my_chat_member
    assert change and change.new_chat_member.status == "kicked"
    await ann.unblocks()
    assert (await sender.send_message(ann.id, "Hello")).text == "Hello"


async def test_an_account_that_is_gone_is_not_reached(ann: Person, sender: Sender) -> None:
    ann.deletes_the_account()
    with pytest.raises(Forbidden, match=r"(?i)user is deactivated"):
        await sender.send_message(ann.id, "Hello")


async def test_an_unknown_chat_is_not_found(sender: Sender) -> None:
    with pytest.raises(BadRequest, match=r"(?i)Chat not found"):
        await sender.send_message(12345, "Hello")


async def test_a_group_that_was_upgraded_says_its_new_number(network: Network, sender: Sender, receiver: Bot) -> None:
    old = network.small_group("Staff", network.person("Liu"))
    new = network.upgrade(old)
    with pytest.raises(ChatMigrated) as refused:
        await sender.send_message(old.id, "Hello")
    assert refused.value.new_chat_id == new.id
    with pytest.raises(TelegramMigrateToChat):
        await receiver.send_message(old.id, "Hello")


async def test_another_token_is_nobodys(network: Network) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(network.url))
    async with Bot(network.token + "x", session) as stranger:
        with pytest.raises(TelegramUnauthorizedError):
            await stranger.get_me()


async def test_a_message_that_stays_the_same_is_not_modified(sent: Message, sender: Sender) -> None:
    with pytest.raises(BadRequest, match=r"(?i)is not modified"):
        await sender.edit_message_text("Question one", sent.chat_id, sent.message_id)


async def test_an_edit_without_buttons_takes_them_away(ann: Person, sender: Sender) -> None:
    sent = await sender.send_message(ann.id, "Question one", reply_markup=one_button("t1"))
    await sender.edit_message_text("Question one", ann.id, sent.message_id)
    assert ann.sees == "Question one"


async def test_a_message_that_was_deleted_cannot_be_edited(ann: Person, sent: Message, sender: Sender) -> None:
    await ann.deletes(sent.message_id)
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        await sender.edit_message_text("Question two", ann.id, sent.message_id)


async def test_what_somebody_else_wrote_cannot_be_edited(ann: Person, sender: Sender) -> None:
    number = await ann.says("mine")
    with pytest.raises(BadRequest, match=r"(?i)can't be edited"):
        await sender.edit_message_text("yours", ann.id, number)


async def test_after_two_days_a_message_stays(ann: Person, sent: Message, sender: Sender, clock: Clock) -> None:
    clock.passes(hours=49)
    with pytest.raises(BadRequest, match=r"(?i)can't be deleted"):
        await sender.delete_message(ann.id, sent.message_id)


async def test_a_tap_is_answered_once(ann: Person, sender: Sender) -> None:
    await sender.send_message(ann.id, "?", reply_markup=one_button("t1"))
    tap = await ann.presses("Yes")
    await sender.answer_callback_query(tap)
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await sender.answer_callback_query(tap)


async def test_a_tap_is_answered_in_time(ann: Person, sender: Sender, clock: Clock) -> None:
    await sender.send_message(ann.id, "?", reply_markup=one_button("t1"))
    tap = await ann.presses("Yes")
    clock.passes(seconds=16)
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await sender.answer_callback_query(tap)


@pytest.mark.parametrize("html", ["<b>open", "a < b", "<b><i>crossed</b></i>", "</b>", "<h1>big</h1>", "<br>"])
async def test_html_that_does_not_fit_is_refused(ann: Person, sender: Sender, html: str) -> None:
    with pytest.raises(BadRequest, match=r"(?i)can't parse entities"):
        await sender.send_message(ann.id, html, parse_mode="HTML")


async def test_length_counts_after_parsing(ann: Person, sender: Sender) -> None:
    sent = await sender.send_message(ann.id, "<b>" + "&amp;" * 4096 + "</b>", parse_mode="HTML")
    assert sent.text == "&" * 4096
    assert [(entity.offset, entity.length) for entity in sent.entities] == [(0, 4096)]


async def test_a_place_in_a_text_counts_an_emoji_twice(ann: Person, sender: Sender) -> None:
    sent = await sender.send_message(ann.id, "👍 <b>good</b>", parse_mode="HTML")
    assert (sent.entities[0].offset, sent.parse_entity(sent.entities[0])) == (3, "good")


@pytest.mark.parametrize(
    ("text", "refusal"), [("x" * 4097, "is too long"), (" \n ", "is empty"), ("<b></b>", "is empty")]
)
async def test_a_text_is_neither_empty_nor_too_long(ann: Person, sender: Sender, text: str, refusal: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){refusal}"):
        await sender.send_message(ann.id, text, parse_mode="HTML")


@pytest.mark.parametrize(
    ("buttons", "refusal"),
    [
        (one_button("x" * 65), "button_data_invalid"),
        (one_button("报" * 22), "button_data_invalid"),
        (one_button("t", label=" "), "non-empty"),
        (InlineKeyboardMarkup([[InlineKeyboardButton("b", callback_data="t")]] * 101), "too long"),
        (InlineKeyboardMarkup([[InlineKeyboardButton("b", callback_data="t")] * 9]), "too long"),
        (InlineKeyboardMarkup([[InlineKeyboardButton("b")]]), "unallowed"),
    ],
    ids=["data", "data in bytes", "label", "many", "wide", "idle"],
)
async def test_buttons_that_do_not_fit_are_refused(
    ann: Person, sender: Sender, buttons: InlineKeyboardMarkup, refusal: str
) -> None:
    with pytest.raises(BadRequest, match=f"(?i){refusal}"):
        await sender.send_message(ann.id, "?", reply_markup=buttons)


async def test_a_number_is_asked_for_in_private_only(network: Network, sender: Sender) -> None:
    group = network.group("Staff")
    share = ReplyKeyboardMarkup([[KeyboardButton("Share", request_contact=True)]])
    with pytest.raises(BadRequest, match=r"(?i)private chats only"):
        await sender.send_message(group.id, "?", reply_markup=share)


async def test_a_reaction_is_one_of_telegrams(sent: Message, sender: Sender) -> None:
    assert await sender.set_message_reaction(sent.chat_id, sent.message_id, "👀")
    with pytest.raises(BadRequest, match=r"(?i)reaction_invalid"):
        await sender.set_message_reaction(sent.chat_id, sent.message_id, "✅")
