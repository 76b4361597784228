"""Somebody writes, the bot answers: with aiogram on one side and python-telegram-bot on the other."""

from __future__ import annotations

import pytest
from aiogram import Bot
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from tests.telegram.conftest import Sender
from tests.telegram.network import Network


async def test_what_somebody_types_reaches_the_bot(network: Network, receiver: Bot) -> None:
    ann = network.person("Ann", language="zh")
    await ann.says("报修")
    (update,) = await receiver.get_updates(timeout=1)
    assert update.message and update.message.from_user
    assert (update.message.text, update.message.chat.id, update.message.from_user.language_code) == (
        "报修",
        ann.id,
        "zh",
    )


async def test_both_libraries_understand_the_same_message(network: Network, receiver: Bot, sender: Sender) -> None:
    ann = network.person("Ann")
    await ann.starts("token-1")
    first = await sender.send_message(ann.id, "<b>Hello</b> &amp; good day", parse_mode="HTML")
    second = await receiver.send_message(ann.id, "<b>Hello</b> &amp; good day", parse_mode="HTML")
    assert first.text == second.text == "Hello & good day"
    assert first.from_user and first.from_user.is_bot
    assert first.date == second.date == network.clock()
    assert ann.noticed == "Hello & good day\nHello & good day"


async def test_a_button_is_pressed_and_answered(network: Network, receiver: Bot, sender: Sender) -> None:
    ann = network.person("Ann")
    await ann.starts()
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="t1")]])
    await sender.send_message(ann.id, "Is it solved?", reply_markup=buttons)
    tap = await ann.presses("Yes")
    update = (await receiver.get_updates())[-1]
    assert update.callback_query and update.callback_query.data == "t1"
    await sender.answer_callback_query(update.callback_query.id, "Thank you")
    assert await ann.told(tap) == "Thank you"


async def test_an_edit_makes_no_sound(network: Network, sender: Sender) -> None:
    ann = network.person("Ann")
    await ann.starts()
    sent = await sender.send_message(ann.id, "Question one")
    await ann.says("one")
    await sender.edit_message_text("Question two", ann.id, sent.message_id)
    assert (ann.sees, ann.noticed) == ("Question two", "")


async def test_an_unknown_parameter_is_refused(network: Network, sender: Sender) -> None:
    ann = network.person("Ann")
    await ann.starts()
    with pytest.raises(BadRequest, match="unknown parameter colour"):
        await sender.send_message(ann.id, "Hello", api_kwargs={"colour": "red"})
