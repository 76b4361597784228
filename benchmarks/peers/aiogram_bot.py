"""The fault report as an aiogram bot; where its states are kept is up to whoever makes it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.base import BaseSession
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseStorage
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import KeyboardButton, Message, PhotoSize, ReplyKeyboardMarkup, ReplyKeyboardRemove
from typing_extensions import override

from benchmarks.peers import questions as q
from benchmarks.peers.tickets import Sessions, add_ticket, count_tickets
from benchmarks.peers.updates import TOKEN, answer, update
from benchmarks.report import Said


class Report(StatesGroup):
    photos = State()
    haste = State()
    name = State()
    phone = State()
    address = State()
    visit = State()
    check = State()


class NoNetwork(BaseSession):
    """Whatever is sent has arrived."""

    sent = Message.model_validate(answer(1))

    @override
    async def make_request(self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None) -> Any:
        return self.sent

    @override
    async def close(self) -> None:
        pass

    @override
    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        yield b""


@dataclass(frozen=True, slots=True)
class AiogramBot:
    bot: Bot
    dispatcher: Dispatcher
    sessions: Sessions

    async def hear(self, said: Said) -> None:
        await self.dispatcher.feed_raw_update(self.bot, update(said))

    async def tickets(self) -> int:
        return await count_tickets(self.sessions)


def aiogram_bot(storage: BaseStorage, sessions: Sessions) -> AiogramBot:
    dispatcher = Dispatcher(storage=storage, sessions=sessions)
    dispatcher.include_router(made_router())
    return AiogramBot(Bot(TOKEN, session=NoNetwork()), dispatcher, sessions)


def made_router() -> Router:
    router = Router()
    router.message.register(begin, StateFilter(None), F.photo)
    router.message.register(done, Report.photos, F.text == q.DONE)
    router.message.register(haste, Report.haste, F.text)
    router.message.register(name, Report.name, F.text)
    router.message.register(phone, Report.phone, F.text)
    router.message.register(address, Report.address, F.text.len() >= 5)
    router.message.register(visit, Report.visit, F.text)
    router.message.register(send, Report.check, F.text == q.SEND)
    return router


async def begin(message: Message, state: FSMContext) -> None:
    largest = cast("list[PhotoSize]", message.photo)[-1]
    await state.update_data(words=message.caption or "", photo=largest.file_id)
    await state.set_state(Report.photos)
    await message.answer(q.MORE_PHOTOS, reply_markup=keyboard([q.DONE]))


async def done(message: Message, state: FSMContext) -> None:
    await state.set_state(Report.haste)
    await message.answer(q.ASK_HASTE, reply_markup=keyboard(q.HASTE))


async def haste(message: Message, state: FSMContext) -> None:
    choice = q.chosen(message.text or "", q.HASTE)
    if choice is None:
        await message.answer(q.CHOOSE)
        return
    await state.update_data(haste=choice)
    await state.set_state(Report.name)
    await message.answer(q.ASK_NAME, reply_markup=ReplyKeyboardRemove())


async def name(message: Message, state: FSMContext) -> None:
    await state.update_data(name=message.text)
    await state.set_state(Report.phone)
    await message.answer(q.ASK_PHONE)


async def phone(message: Message, state: FSMContext) -> None:
    number = q.phone_in(message.text or "")
    if number is None:
        await message.answer(q.ASK_PHONE)
        return
    await state.update_data(phone=number)
    await state.set_state(Report.address)
    await message.answer(q.ASK_ADDRESS)


async def address(message: Message, state: FSMContext) -> None:
    await state.update_data(address=message.text)
    await state.set_state(Report.visit)
    await message.answer(q.ASK_VISIT, reply_markup=keyboard(q.visits(message.date)))


async def visit(message: Message, state: FSMContext) -> None:
    choice = q.chosen(message.text or "", q.visits(message.date))
    if choice is None:
        await message.answer(q.CHOOSE)
        return
    data = await state.update_data(visit=choice)
    await state.set_state(Report.check)
    await message.answer(q.summary(data), reply_markup=keyboard([q.SEND]))


async def send(message: Message, state: FSMContext, sessions: Sessions) -> None:
    data = await state.get_data()
    number = await add_ticket(sessions, message.chat.id, message.date, data)
    await state.clear()
    await message.answer(q.confirmation(number, data), reply_markup=ReplyKeyboardRemove())


def keyboard(labels: Sequence[str]) -> ReplyKeyboardMarkup:
    return ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text=label)] for label in labels], resize_keyboard=True)
