"""Whatever is typed into a form, and whatever an older version stored: nobody gets stuck."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from bot.dialogue.choices import Offer
from bot.dialogue.draft import CHANGE, SUMMARY, Draft
from bot.dialogue.form import Form
from bot.dialogue.occasion import Occasion
from bot.envelope import Contact, Content, Photo, Press, Strange, Text
from tests.conversations.transcript import Chat

LONGEST_TOKEN = 60  # bytes, see Button
STEERS = [
    "back",
    "0",
    "skip",
    "跳过",
    "done",
    "好了",
    "why",
    "send",
    "change",
    "修改",
    "返回",
    "1",
    "2",
    "３",
    "二",
    "没有",
]
TYPED = [
    *STEERS,
    "13800138000",
    "Ann",
    "AB123456",
    "20 minutes",
    "It hums at night, badly",
    "x" * 2000,
    "\x00",
    "<b>",
    "✅",
]
KEPT = ["", "yes", "no", "30", "Ann", "+8613800138000", '{"photos": ["a"], "words": []}', "own words: it hums", "1"]

typed = st.sampled_from(TYPED) | st.text(max_size=20)
tokens = st.builds("q:{}:{}".format, st.integers(0, 9), st.sampled_from(["0", "1", "back", "done", "x"])) | st.text()
contents: st.SearchStrategy[Content] = st.one_of(
    st.builds(Text, typed),
    st.builds(Press, tokens),
    st.builds(Photo, st.sampled_from(["a", "b", "c"]), typed),
    st.builds(Contact, typed, st.booleans()),
    st.builds(Strange, st.just("sticker")),
)


def old_drafts(form: type[Form]) -> st.SearchStrategy[Draft]:
    """What another version of this form may have stored."""
    names = st.sampled_from([*form.questions, "colour", ""])
    kept = st.dictionaries(names, st.sampled_from(KEPT) | st.text(max_size=10), max_size=len(form.questions) + 1)
    offers = st.builds(Offer, st.sampled_from([*KEPT, *form.questions]), st.text(max_size=5)).map(
        lambda offer: (offer,)
    )
    return st.builds(
        Draft,
        form=st.just(form.name),
        answers=kept,
        labels=kept,
        gathered=kept,
        aside=kept,
        asked=names | st.sampled_from([SUMMARY, CHANGE]),
        offered=st.just(()) | offers,
        turn=st.integers(0, 9),
    )


def chatted(form: type[Form], data: st.DataObject, occasion: Callable[[], Occasion]) -> Chat:
    """Talk at random, from the beginning or from an older draft, and leave in the end: all is well after each message.

    `occasion` gives a fresh one, with a fresh desk.
    """
    chat = Chat(form, occasion())
    chat.start()
    assert chat.seen
    if chat.is_open and data.draw(st.booleans(), label="continues an older draft"):
        chat.draft = data.draw(old_drafts(form), label="older draft")
    for _ in range(data.draw(st.integers(0, 15), label="messages")):
        if chat.is_open:
            said = data.draw(offered(chat) | contents, label="message")
            assert chat.say(said)
            all_is_well(chat)
    if chat.is_open:
        chat.say("cancel")
    return chat


def offered(chat: Chat) -> st.SearchStrategy[Content]:
    """Mostly people do what they are offered."""
    presses = [Press(button.token) for button in chat.reply.buttons]
    return st.sampled_from(presses) if presses else st.nothing()


def all_is_well(chat: Chat) -> None:
    assert all(len(button.token.encode()) <= LONGEST_TOKEN for button in chat.reply.buttons)
    if draft := chat.draft:
        still_open = chat.form.next_question(draft.answers)
        assert draft.asked == still_open.name if still_open else draft.asked in (SUMMARY, CHANGE)
        assert draft.answers == chat.form.still_valid(draft.answers)
        assert "q:" + str(draft.turn) + ":cancel" in [button.token for button in chat.reply.buttons]
