"""Play a conversation as it would be typed, and see what the person would see."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import cast
from zoneinfo import ZoneInfo

from bot.dialogue.form import Form
from bot.dialogue.occasion import Occasion
from bot.dialogue.tokens import TOKEN
from bot.dialogue.turn import Draft, open_form, put_question, take_turn
from bot.dialogue.words import Words
from bot.envelope import Button, Contact, Content, Photo, Press, Reply, Strange, Text
from core.desk import Desk
from core.people import Person
from core.tickets import PersonId, Role

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)  # a Friday, ten in the morning in Shanghai
SHANGHAI = ZoneInfo("Asia/Shanghai")
ANN = Person(PersonId(1), "Ann", "+8613800138000", "en", frozenset(Role))


def occasion(desk: object = None, *, language: str = "en", person: Person = ANN, about: str = "") -> Occasion:
    """`desk` may be anything that has what the form asks of it."""
    return Occasion(cast("Desk", desk), replace(person, language=language), Words(language, SHANGHAI), AT, about)


@dataclass
class Chat:
    """One person in one form. The draft is stored and read again between any two messages."""

    form: type[Form]
    occasion: Occasion
    draft: Draft | None = None
    reply: Reply = field(default_factory=lambda: Reply(""))

    @property
    def is_open(self) -> bool:
        return self.draft is not None

    @property
    def seen(self) -> str:
        return drawn(self.reply, self.occasion.words)

    def start(self, said: str = "") -> str:
        return self.took(open_form(self.form, self.occasion, said))

    def say(self, content: Content | str) -> str:
        assert self.draft is not None, "the conversation is over"
        said = Text(content) if isinstance(content, str) else content
        return self.took(take_turn(self.form, self.draft, said, self.occasion))

    def press(self, label: str) -> str:
        return self.say(Press(self.token(label)))

    def token(self, label: str) -> str:
        tokens = {self.occasion.words(button.label): button.token for button in self.reply.buttons}
        assert label in tokens, f"no button {label!r} in {self.seen!r}"
        return tokens[label]

    def put_again(self, remark: str = "") -> str:
        """As after a digression."""
        assert self.draft is not None, "the conversation is over"
        return self.took(put_question(self.form, self.draft, self.occasion, remark))

    def took(self, turn: tuple[Draft | None, Reply]) -> str:
        draft, self.reply = turn
        self.draft = Draft.from_json(json.loads(json.dumps(draft.to_json()))) if draft else None
        assert self.draft == draft
        return self.seen


def drawn(reply: Reply, words: Words) -> str:
    """As a network without buttons would show it."""
    choices = [button for button in reply.buttons if not is_control(button)]
    menu = [f"{number}. {words(choice.label)}" for number, choice in enumerate(choices, start=1)]
    controls = " ".join(f"[{words(button.label)}]" for button in reply.buttons if is_control(button))
    return "\n".join(filter(None, [words(reply.text), *menu, controls]))


def play(form: type[Form], script: str, where: Occasion | None = None, said: str = "") -> Chat:
    """Each `> line` comes from the person; every other line must be seen before the next one does.

    `> [Skip]` presses a button, `> (photo a1)` and `> (photo a1: words)` send a picture, `> (contact +86…)` a contact,
    `> (sticker)` something that nobody can use.
    """
    chat = Chat(form, where or occasion())
    chat.start(said)
    for line in filter(None, map(str.strip, script.splitlines())):
        if line.startswith("> "):
            chat.say(content_of(line[2:], chat))
        else:
            assert line in chat.seen, f"expected {line!r} in:\n{chat.seen}"
    return chat


def content_of(line: str, chat: Chat) -> Content:
    if found := re.fullmatch(r"\[(.+)\]", line):
        return Press(chat.token(found[1]))
    if found := re.fullmatch(r"\(photo ([^:]+)(?:: (.*))?\)", line):
        return Photo(found[1], found[2] or "")
    if found := re.fullmatch(r"\(contact (.+)\)", line):
        return Contact(found[1], own=True)
    return Strange(line) if re.fullmatch(r"\(.+\)", line) else Text(line)


def is_control(button: Button) -> bool:
    """Back, Cancel and their like, rather than a choice."""
    found = TOKEN.fullmatch(button.token)
    return found is not None and not found[2].isdecimal()
