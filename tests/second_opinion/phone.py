"""Somebody with a phone on the network of telegram-test-api: what he does, and what stands in his chat."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from html import unescape
from http.client import HTTPConnection
from time import monotonic, sleep, time
from typing import Any, Final, TypeVar

T = TypeVar("T")
PATIENCE: Final = 20.0  # seconds
LOOK_EVERY: Final = 0.1
TAG: Final = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    data: bytes


def call(port: int, method: str, path: str, data: bytes | None = None) -> Answer:
    """On this machine. Raises OSError, HTTPException."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as line:
        line.request(method, path, data, {"Content-Type": "application/json"})
        answer = line.getresponse()
        return Answer(answer.status, answer.read())


@dataclass(frozen=True, slots=True)
class Network:
    """`port` is for the bot, `people_port` for people."""

    port: int
    people_port: int
    token: str = "666:for-a-bot-that-nobody-knows"  # noqa: S105

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, route: str, **body: object) -> Any:  # noqa: ANN401 - JSON
        answer = call(self.people_port, "POST", f"/{route}", json.dumps(body).encode())
        assert answer.status == 200, answer.data
        return json.loads(answer.data)["result"]

    def give(self, name: str, file: bytes) -> None:
        assert call(self.port, "PUT", f"/file/bot{self.token}/{name}", file).status == 200

    def file(self, name: str) -> bytes:
        return call(self.port, "GET", f"/file/bot{self.token}/{name}").data


@dataclass(frozen=True, slots=True)
class Phone:
    network: Network
    id: int
    name: str

    def starts(self, payload: str) -> None:
        command = {"type": "bot_command", "offset": 0, "length": len("/start")}
        self.does("sendCommand", text=f"/start {payload}".strip(), entities=[command])

    def says(self, text: str) -> None:
        self.does("sendMessage", text=text)

    def shares_contact(self, phone: str) -> None:
        self.does("sendMessage", contact={"phone_number": phone, "first_name": self.name, "user_id": self.id})

    def sends_photo(self, name: str, file: bytes) -> None:
        self.network.give(name, file)
        size = {"file_id": name, "file_unique_id": name, "width": 600, "height": 400, "file_size": len(file)}
        self.does("sendMessage", photo=[size])

    def taps(self, label: str) -> None:
        """The newest button that is called so."""
        message, data = self.waits(lambda: next(self.buttons(label), None), f"[{label}]")
        self.does("sendCallback", message=message, data=data)

    def sees(self, text: str) -> str:
        """Wait until it stands in the chat; the message that says it."""
        return self.waits(lambda: next((said for said in self.said() if text in said), None), text)

    def sees_photo(self) -> bytes:
        """The first that comes into the chat."""
        return self.network.file(self.waits(lambda: next(self.photos(), None), "a photo"))

    def answers(self, question: str, answer: str) -> None:
        self.sees(question)
        self.says(answer)

    def does(self, route: str, **what: object) -> None:
        who = {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": "zh-hans"}
        self.network.ask(route, botToken=self.network.token, date=int(time()), **{"from": who}, chat=self.chat, **what)

    @property
    def chat(self) -> dict[str, object]:
        return {"id": self.id, "type": "private", "first_name": self.name}

    def screen(self) -> list[dict[str, Any]]:
        """What the bot has said to this person and what of it still stands, oldest first."""
        kept = self.network.ask("getUpdatesHistory", token=self.network.token)
        mine = [each for each in kept if str(each.get("message", {}).get("chat_id")) == str(self.id)]
        return [each["message"] | {"message_id": each["messageId"]} for each in mine]

    def said(self) -> list[str]:
        return [unescape(TAG.sub("", message.get("text", ""))) for message in self.screen()]

    def photos(self) -> Iterator[str]:
        for message in self.screen():
            yield from (size["file_id"] for size in message.get("photo", ()))

    def buttons(self, label: str) -> Iterator[tuple[Mapping[str, object], str]]:
        for message in reversed(self.screen()):
            for button in (b for row in message.get("reply_markup", {}).get("inline_keyboard", ()) for b in row):
                if button["text"] == label:
                    shown = {"message_id": message["message_id"], "date": int(time()), "text": message["text"]}
                    yield shown | {"chat": self.chat}, button["callback_data"]

    def waits(self, look: Callable[[], T | None], what: str) -> T:
        """What `look` finds at last."""
        until = monotonic() + PATIENCE
        while (found := look()) is None:
            assert monotonic() < until, f"{self.name} does not see {what}, but:\n" + "\n".join(self.said())
            sleep(LOOK_EVERY)
        return found
