"""The mortal desk on Telegram: both libraries, real sockets, and the network outside as before."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from typing_extensions import override

from bot.channels.telegram.account import Account
from bot.channels.telegram.calling import Paced, TooSoon, bot_of
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.reading import read
from bot.channels.telegram.sending import Sending
from bot.channels.telegram.update import Raw
from bot.envelope import Envelope
from bot.media.attachments import Attachment
from bot.reception import Reception
from core.outcomes import Outcome
from core.people import Chat
from core.ports import Parcel, Received
from scheduler.deliveries import Sender, Terms
from tests.crash.bot_api import BotApi, number_of
from tests.crash.campaign import Campaign
from tests.crash.fate import Fate
from tests.crash.life import Life
from tests.crash.mischief import Mischief, Trick
from tests.crash.mortal_desk import MortalDesk, Place
from tests.crash.network import Network
from tests.crash.packets import Acknowledged, Answer, Incoming, Inside
from tests.crash.points import Point

ACCOUNT = Account("7000000001:AAFq7-cWzQ1x_b0sample0sample0sample0")
PATIENT = Terms(patience=timedelta(seconds=0.3))  # on the real clock; two libraries and a socket are slower than a pipe


async def no_file(_: str) -> Attachment | None:
    """Nobody sends one in this story."""


class Unhurried(Paced):
    """Does not wait on the real clock: how fast is enough has its own tests. A pause that is asked for is kept."""

    @override
    async def wait(self, chat: int, count: int, patience: float) -> None:
        if (after := self.pace.halted_until(chat) - self.ticks()) > 0:
            raise TooSoon(after)


class TelegramDesk(MortalDesk):
    terms = PATIENT

    def __init__(self, place: Place, end: Inside, fate: Fate) -> None:
        super().__init__(place, end, fate)
        self.names = dict[int, str]()
        self.reception = Reception(place.shop, self.post, {"test": read})
        self.drain = self.draining()

    @override
    def sender(self) -> Sender:
        return self

    async def send(self, parcel: Parcel) -> Outcome:
        self.fate.step(Point.PARCEL_TAKEN)
        number = number_of(parcel.chat.chat)
        self.api.leaving[number] = parcel
        outcome = await self.sending.send(replace(parcel, chat=ACCOUNT.chat(number)))
        self.fate.step(Point.NETWORK_ANSWERED)
        return outcome

    @override
    async def live(self) -> None:
        self.api = BotApi(self.end, self.fate, self.confirmed)
        runner, url = await self.api.serve()
        bot = bot_of(ACCOUNT.token, url, Unhurried(ticks=self.clock.ticks))
        self.sending = Sending(bot, no_file)
        intake = Intake(ACCOUNT, self, self.clock, unanswered)
        polling = asyncio.create_task(Polling(ACCOUNT, url, intake, nothing).run())
        await super().live()
        polling.cancel()
        with suppress(asyncio.CancelledError):
            await polling
        await bot.request.shutdown()
        self.api.close()
        await runner.cleanup()

    @override
    async def take_in(self, messages: Sequence[Received]) -> None:
        """Until the desk has told Telegram that it has them."""
        self.fate.step(Point.MESSAGE_CAME)
        self.names |= {number_of(message.chat.chat): message.chat.chat for message in messages}
        self.api.bring(messages)
        ours = {message.message_id for message in messages}
        while ours & {name for name, _ in self.api.coming.values()}:  # noqa: ASYNC110 - nothing would tell
            await asyncio.sleep(0.001)

    async def note(self, envelopes: Sequence[Envelope]) -> int:  # type: ignore[override]
        messages = [self.received(each) for each in envelopes]
        if messages:
            await self.store.run(lambda unit: unit.inbox.note(messages))
            self.fate.step(Point.MESSAGE_NOTED)
        for message in messages:
            self.drain.wake(message.chat)
        return len(messages)

    def received(self, envelope: Envelope) -> Received:
        chat = Chat("test", "", self.names[int(envelope.chat.chat)])
        return Received(0, chat, envelope.message_id, envelope.sent_at, envelope.received_at, envelope.raw)

    async def heard(self, account: str, at: datetime) -> None:
        """What is put again after a gap has its own tests."""

    def confirmed(self, messages: Sequence[str]) -> None:
        if messages:
            self.end.send(Acknowledged(tuple(messages)))
            self.fate.step(Point.MESSAGE_ACKNOWLEDGED)

    @override
    def answered(self, answer: Answer) -> None:
        self.api.answered(answer)


def unanswered(_: Raw) -> None:
    """That a press is answered at once has its own tests."""


async def nothing() -> None:
    """There is no webhook in the way."""


class Rougher(Mischief):
    """On Telegram nobody is away: what is lost is lost in one way more."""

    @override
    def with_attempt(self, number: int, attempt: int) -> Trick:
        trick = super().with_attempt(number, attempt)
        return Trick.LOSE if trick is Trick.AWAY else trick


class TelegramNetwork(Network):
    @override
    def bring(self, life: Life, chat: Chat, raw: str) -> None:
        number = len(self.kept) + len(self.evidence.acknowledged) + 1
        name, update = update_of(number, number_of(chat.chat), raw, self.clock())
        kept = Received(0, chat, name, self.clock(), self.clock(), json.dumps(update, ensure_ascii=False))
        self.kept[name] = kept
        life.say(Incoming((kept,)))


def update_of(number: int, chat_id: int, raw: str, at: datetime) -> tuple[str, dict[str, Any]]:
    """As Telegram would send it: words, or a press, which is marked."""
    chat = {"id": chat_id, "type": "private", "first_name": "x"}
    who = {"id": chat_id, "is_bot": False, "first_name": "x", "language_code": "zh-hans"}
    if not raw.startswith("!"):
        said = {"message_id": number, "date": int(at.timestamp()), "chat": chat, "from": who, "text": raw}
        return f"{number}-{number}", {"update_id": number, "message": said}
    under = {"message_id": 90_000 + number, "date": int(at.timestamp()), "chat": chat, "text": "x"}
    press = {"id": str(number), "from": who, "chat_instance": "1", "data": raw[1:], "message": under}
    return f"{number}-{number}", {"update_id": number, "callback_query": press}


@dataclass(slots=True)
class TelegramCampaign(Campaign):
    kind: type[MortalDesk] = TelegramDesk
    network: type[Network] = TelegramNetwork

    @override
    def mischief(self, number: int) -> Mischief:
        return Rougher(f"{self.seed}:{number}")
