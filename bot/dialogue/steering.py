"""What a message may say about the conversation itself, in either language: back, cancel, skip, done, why."""

from __future__ import annotations

from enum import StrEnum, auto
from typing import Any

from bot.dialogue.clean import plain
from bot.dialogue.photos import Photos
from bot.dialogue.question import Question
from bot.envelope import Content, Text
from core.phrases import Phrase, say


class Steer(StrEnum):
    DONE = auto()
    SKIP = auto()
    BACK = auto()
    CANCEL = auto()
    WHY = auto()
    STALE = auto()  # a button of an earlier question, or none of ours


LABELS: dict[str, Phrase] = {
    Steer.DONE: say("Done"),
    Steer.SKIP: say("Skip"),
    Steer.BACK: say("Back"),
    Steer.CANCEL: say("Cancel"),
}
ALWAYS = {
    "back": Steer.BACK, "返回": Steer.BACK, "上一步": Steer.BACK, "后退": Steer.BACK,
    "cancel": Steer.CANCEL, "取消": Steer.CANCEL, "算了": Steer.CANCEL, "算了吧": Steer.CANCEL,
    "never mind": Steer.CANCEL, "nevermind": Steer.CANCEL, "forget it": Steer.CANCEL,
    "skip": Steer.SKIP, "跳过": Steer.SKIP,
}  # fmt: skip
UNLESS_AN_ANSWER = {"0": Steer.BACK, "q": Steer.CANCEL}  # short, for channels without buttons
WHY = frozenset({"why", "why do you ask", "为什么", "为什么要问", "为何", "为啥"})
DONE = frozenset({
    "done", "send", "that's all", "that is all", "finished", "ok",
    "完成", "好了", "好", "没了", "就这些", "发完了", "完了", "提交", "发送",
})  # fmt: skip
NOTHING = frozenset({
    "no", "none", "nothing", "-", "don't know", "i don't know",
    "没有", "没", "无", "不用", "不用了", "没有了", "不知道", "不清楚",
})  # fmt: skip
SAYS_SEND = frozenset({"send", "yes", "ok", "done", "提交", "发送", "确认", "是", "好", "好的", "对", "完成"})
SAYS_CHANGE = frozenset({"change", "edit", "修改", "更改", "改"})


def steered(text: str, question: Question[Any] | None) -> Steer | None:
    """None if the text is to be read as an answer."""
    word = plain(text).removeprefix("/")
    if word in ALWAYS:
        return ALWAYS[word]
    if question is None:
        return UNLESS_AN_ANSWER.get(word)
    if word in UNLESS_AN_ANSWER and not question.accepts.claims(word):
        return UNLESS_AN_ANSWER[word]
    if word in WHY and question.why:
        return Steer.WHY
    return Steer.DONE if word in DONE and isinstance(question.accepts, Photos) else None


def means_nothing(content: Content) -> bool:
    """Says "none", which skips an optional question that cannot be answered with that word."""
    return isinstance(content, Text) and (plain(content.text) or content.text.strip()) in NOTHING
