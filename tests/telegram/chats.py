"""The chats as the network keeps them: messages with their edits, topics, and what the bot may do there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.telegram.refusals import Json, Refused, bad, forbidden

ALL_RIGHTS = frozenset({"can_manage_topics", "can_delete_messages", "can_pin_messages"})
ATTACHED = ("photo", "voice", "video", "document", "contact", "location", "sticker")


@dataclass
class Topic:
    thread: int
    name: str
    closed: bool = False


@dataclass
class Room:
    id: int
    type: str  # private, group, supergroup
    names: Json
    bot: str = "member"  # administrator, kicked, left; in a private chat: member, kicked (blocked), left (not begun)
    forum: bool = False
    members: dict[int, str] = field(default_factory=dict[int, str])  # people, by what they may do
    rights: frozenset[str] = frozenset()
    messages: dict[int, Json] = field(default_factory=dict[int, Json])
    topics: dict[int, Topic] = field(default_factory=dict[int, Topic])
    reactions: dict[int, list[str]] = field(default_factory=dict[int, list[str]])
    keyboard: Json | None = None  # the reply keyboard that stands under the chat
    moved_to: int = 0
    gone: bool = False  # the account was deleted
    last_id: int = 0  # a supergroup counts its own messages
    chat_instance: str = ""
    log: list[Json] = field(default_factory=list[Json])  # each message of the bot as it stood, sent or edited
    arrived: list[int] = field(default_factory=list[int])  # from the bot, since the person last did something

    @property
    def json(self) -> Json:
        return {"id": self.id, "type": self.type, **self.names} | ({"is_forum": True} if self.forum else {})

    def check_reachable(self) -> None:
        if self.moved_to:
            description = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refused(400, description, migrate_to_chat_id=self.moved_to)
        if self.gone:
            raise forbidden("user is deactivated")
        if self.bot == "kicked":
            whom = "bot was blocked by the user" if self.type == "private" else f"bot was kicked from the {self.kind}"
            raise forbidden(whom)
        if self.bot == "left":
            initiate = "bot can't initiate conversation with a user"
            raise forbidden(initiate if self.type == "private" else f"bot is not a member of the {self.kind}")

    @property
    def kind(self) -> str:
        return f"{self.type} chat"

    def check_right(self, right: str, refusal: str) -> None:
        if self.bot != "administrator" or right not in self.rights:
            raise bad(refusal)

    def thread(self, thread: int | None) -> Json:
        """What a message says of its topic; the general one has no number."""
        if thread is None:
            return {}
        if thread not in self.topics:
            raise bad("message thread not found")
        return {"message_thread_id": thread, "is_topic_message": True}

    def topic(self, name: str) -> Topic:
        found = [topic for topic in self.topics.values() if name in topic.name]
        assert found, f"no topic {name!r} among {[topic.name for topic in self.topics.values()]}"
        return found[-1]

    def delete_topic(self, thread: int) -> None:
        """By hand, or by the bot: its messages go with it."""
        del self.topics[thread]
        for number in [n for n, m in self.messages.items() if m.get("message_thread_id") == thread]:
            del self.messages[number]

    @property
    def sees(self) -> str:
        """Everything that the bot has written and that stands there now."""
        return "\n".join(map(shown, self.written()))

    def sees_in(self, thread: int) -> str:
        return "\n".join(shown(m) for m in self.written() if m.get("message_thread_id") == thread)

    @property
    def noticed(self) -> str:
        """What has newly arrived, as it stands now: an edit makes no sound."""
        return "\n".join(shown(self.messages[number]) for number in self.arrived if number in self.messages)

    def written(self) -> Iterator[Json]:
        return (message for message in self.messages.values() if message["from"]["is_bot"])


def words(message: Json) -> str:
    return str(message.get("text") or message.get("caption") or "")


def buttons(message: Json) -> list[Json]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def shown(message: Json) -> str:
    """One message as a line: its words, what is attached, its buttons."""
    attached = "".join(f" ({kind})" for kind in ATTACHED if kind in message)
    return words(message) + attached + "".join(f" [{button['text']}]" for button in buttons(message))
