"""The customer does not agree to a quote, or asks about it (FEE-01, FEE-06)."""

from __future__ import annotations

from bot.dialogue.answers import Answers, FreeText
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.kinds.quote_conditions import quoted
from core.phrases import Phrase, say
from core.tickets import Ref


def why_not(occasion: Occasion, _: Answers) -> Phrase:
    total = quoted(occasion.desk.ticket(Ref(occasion.about)))
    return say("You do not agree to {total}. May we know why? Or skip.", total=total)


class DeclineQuote(Form):
    title = say("Do not agree")
    opened_by = "decline_quote"
    summary = False

    reason = ask(why_not, accepts=FreeText(longest=300), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        number = occasion.act("decline_quote", {"reason": self.reason or "—"}).number
        noted = say(
            "Noted. Nothing that is charged is done for {number}. We will get in touch with you.", number=number
        )
        return Reply(noted, ticket=number)


class AskAboutQuote(Form):
    title = say("Ask about the quote")
    opened_by = "ask_about_quote"
    summary = False

    question = ask(say("What would you like to know?"), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("ask_about_quote", {"reason": self.question})
        return Reply(say("Your question about {number} is passed on.", number=ticket.number), ticket=ticket.number)
