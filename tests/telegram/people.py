"""People with a phone in their hand: what they do, and what they see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.telegram.chats import Room, buttons, words
from tests.telegram.files import Kept, photo_sizes
from tests.telegram.forms import Upload
from tests.telegram.refusals import Json

if TYPE_CHECKING:
    from tests.telegram.network import Network

HERE = (30.2741, 120.1551)


@dataclass(eq=False)
class Person:
    network: Network
    id: int
    name: str
    language: str
    phone: str
    room: Room

    @property
    def json(self) -> Json:
        user = {"id": self.id, "is_bot": False, "first_name": self.name}
        return user | ({"language_code": self.language} if self.language else {})

    @property
    def sees(self) -> str:
        """What stands in the private chat now, edits applied."""
        return self.room.sees

    @property
    def noticed(self) -> str:
        """What has made a sound since this person last did something."""
        return self.room.noticed

    @property
    def commands(self) -> list[str]:
        return self.network.profile.shown_to(self.id, self.language)

    @property
    def keyboard(self) -> list[str]:
        """The labels of the reply keyboard that stands under the chat."""
        return [button["text"] for row in (self.room.keyboard or {}).get("keyboard", []) for button in row]

    async def hears(self, text: str) -> None:
        """Wait until it stands in the chat."""
        await self.network.until(lambda: text in self.sees, lambda: f"{text!r} does not come, but:\n{self.sees}")

    async def starts(self, payload: str = "") -> int:
        """The link t.me/<bot>?start=<payload>."""
        return await self.says(f"/start {payload}".strip())

    async def says(self, text: str, to: Room | None = None, topic: int = 0, replying: int = 0) -> int:
        content: Json = {"text": text}
        if text.startswith("/"):
            content["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
        return self.does(content, to, topic, replying)

    def does(self, content: Json, to: Room | None = None, topic: int = 0, replying: int = 0) -> int:
        """Any message of this person; its number. In a group the bot may not be shown it.

        What answers nothing in a topic counts as an answer to its beginning.
        """
        room = to or self.room
        assert room.type != "private" or room.bot != "kicked", f"{self.name} has blocked the bot"
        if room.type == "private":
            room.bot = "member"
            room.arrived.clear()
        else:
            room.members.setdefault(self.id, "member")
        content |= room.thread(topic or None)
        if replying := replying or topic:
            content["reply_to_message"] = {k: v for k, v in room.messages[replying].items() if k != "reply_to_message"}
        if self.is_shown(room, content):
            return int(self.network.happens(room, self.json, content)["message_id"])
        return int(self.network.message(room, self.json, content)["message_id"])

    def is_shown(self, room: Room, content: Json) -> bool:
        """Privacy mode: in a group the bot sees commands and answers to it, unless it is an administrator."""
        answered = content.get("reply_to_message", {}).get("from", {}).get("id") == self.network.bot_id
        command = str(content.get("text", "")).startswith("/")
        open_to_all = room.type == "private" or room.bot == "administrator" or self.network.reads_groups
        return room.bot in {"member", "administrator"} and (open_to_all or answered or command)

    async def presses(self, label: str, under: str = "", in_: Room | None = None) -> str:
        """The newest button with that label, under a message with these words. The id of the tap, if it was one."""
        room = in_ or self.room
        for message in reversed(room.messages.values()):
            for button in buttons(message) if under in words(message) else ():
                if button["text"] == label and "callback_data" in button:
                    return await self.taps(message, button["callback_data"])
        stands = self.keyboard_button(label)
        assert stands is not None, f"no button {label!r}, but:\n{room.sees}\n{self.keyboard}"
        await self.uses(stands)
        return ""

    def keyboard_button(self, label: str) -> Json | None:
        rows = (self.room.keyboard or {}).get("keyboard", [])
        return next((button for row in rows for button in row if button["text"] == label), None)

    async def uses(self, button: Json) -> None:
        """A button of the reply keyboard shares something, or is typed."""
        if self.room.keyboard and self.room.keyboard.get("one_time_keyboard"):
            self.room.keyboard = None
        if button.get("request_contact"):
            await self.shares_contact()
        elif button.get("request_location"):
            await self.shares_place()
        else:
            await self.says(button["text"])

    async def taps(self, message: Json, data: str) -> str:
        """A button of any message, also of one that stands there no more."""
        room = self.network.rooms[message["chat"]["id"]]
        stands = room.messages.get(message["message_id"])
        gone = {"message_id": message["message_id"], "chat": room.json, "date": 0}
        tap: Json = {"id": str(4_000_000_000_000 + next(self.network.numbers)), "from": self.json, "data": data}
        self.network.taps[tap["id"]] = self.network.clock()
        room.arrived.clear()
        self.network.updates.add(
            "callback_query",
            {**tap, "message": stands or gone, "chat_instance": room.chat_instance},
            f"taps of {self.id}",
        )
        return str(tap["id"])

    async def told(self, tap: str) -> str:
        """What the network showed when the tap was answered: the wheel on the button stops turning."""
        await self.network.until(lambda: tap in self.network.toasts, lambda: "the tap was not answered")
        return self.network.toasts[tap]

    async def shares_contact(self, other: Person | None = None) -> int:
        """One's own number, or the card of somebody else."""
        whose = other or self
        contact = {"phone_number": whose.phone.lstrip("+"), "first_name": whose.name, "user_id": whose.id}
        return self.does({"contact": contact})

    async def shares_place(self, latitude: float = HERE[0], longitude: float = HERE[1]) -> int:
        return self.does({"location": {"latitude": latitude, "longitude": longitude}})

    async def sends_photo(
        self, data: bytes, caption: str = "", to: Room | None = None, topic: int = 0, replying: int = 0
    ) -> int:
        return self.does(self.photo(data, caption), to, topic, replying)

    async def sends_album(self, photos: Sequence[bytes], caption: str = "") -> list[int]:
        """Each comes for itself; the caption stands on the first."""
        album = str(1_300_000_000 + next(self.network.numbers))
        captions = [caption, *[""] * len(photos)]
        pieces = [self.photo(data, said) for data, said in zip(photos, captions, strict=False)]
        return [self.does(piece | {"media_group_id": album}) for piece in pieces]

    def photo(self, data: bytes, caption: str) -> Json:
        small = self.kept("photo", data[: len(data) // 2], {"width": 90, "height": 60})
        sizes = photo_sizes(small, self.kept("photo", data, {"width": 1200, "height": 800}))
        return {"photo": sizes} | ({"caption": caption} if caption else {})

    async def sends_voice(self, data: bytes) -> int:
        looks = {"duration": 3, "mime_type": "audio/ogg"}
        return self.does({"voice": self.kept("voice", data, looks).json})

    async def sends_video(self, data: bytes, caption: str = "") -> int:
        looks = {"duration": 3, "width": 640, "height": 360, "mime_type": "video/mp4"}
        video: Json = {"video": self.kept("video", data, looks).json}
        return self.does(video | ({"caption": caption} if caption else {}))

    async def sends_document(
        self,
        data: bytes,
        name: str,
        mime: str = "application/pdf",
        to: Room | None = None,
        topic: int = 0,
        replying: int = 0,
    ) -> int:
        looks = {"file_name": name, "mime_type": mime}
        return self.does({"document": self.kept("document", data, looks, name).json}, to, topic, replying)

    async def sends_sticker(self, to: Room | None = None, topic: int = 0, replying: int = 0) -> int:
        shape = {"type": "regular", "is_animated": False, "is_video": False, "width": 512, "height": 512}
        return self.does({"sticker": {"file_id": "CAAC1", "file_unique_id": "st1", **shape}}, to, topic, replying)

    def kept(self, kind: str, data: bytes, looks: Json, name: str = "file.bin") -> Kept:
        return self.network.files.keep(kind, Upload(name, "", data), looks)

    async def edits(self, message: int, text: str) -> None:
        """One's own message, after it was sent."""
        stands = self.room.messages[message]
        stands |= {"text": text, "edit_date": self.network.seconds}
        self.network.updates.add("edited_message", stands, str(self.room.id))

    async def deletes(self, message: int) -> None:
        """Out of the chat, for both; the bot is not told."""
        del self.room.messages[message]

    async def blocks_the_bot(self) -> None:
        self.network.stands(self.room, "kicked", self.json)

    async def unblocks(self) -> None:
        self.network.stands(self.room, "member", self.json)

    def deletes_the_account(self) -> None:
        self.room.gone = True
