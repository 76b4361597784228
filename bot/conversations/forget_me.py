"""A customer asks to be forgotten."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialogue.answers import YesNo
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.phrases import say
from core.privacy import forget, may_be_forgotten


class ForgetMe(Form):
    title = say("Erase my data")
    opens_with = ("删除我的数据", "注销", "忘记我", "erase my data", "forget me", "/forget")
    menu = False

    sure = ask(
        say("We erase your name, phone, address, words and photos from our records. This cannot be undone. Shall we?"),
        accepts=YesNo(say("Yes, erase everything"), say("No, keep it")),
    )

    @classmethod
    def prefill(cls, text: str, occasion: Occasion) -> Mapping[str, str]:
        """Nothing is known before; but nobody is asked for a yes that cannot be kept."""
        may_be_forgotten(occasion.desk, occasion.person)
        return super().prefill(text, occasion)

    def submit(self, occasion: Occasion) -> Reply:
        if not self.sure:
            return Reply(say("Good, everything stays as it was."))
        forget(occasion.desk, occasion.person)
        return Reply(say("Your data is erased. Goodbye, and thank you."))
