"""A clerk drops the contracts of a day into the chat as a file; all are handed in, or none (ORD-01, ORD-02)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from bot.dialogue.answers import Answers, Choice, OneOfOffered
from bot.dialogue.documents import Document
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.envelope import Reply
from core.casework.contract_files import Unnamed, hand_in_all
from core.casework.ordering import SELLERS
from core.phrases import Phrase, above, say
from core.sales_import import BadLine, BadLines, NoTable
from core.sales_import.contracts import Contracts, read_contracts
from core.shop import Shop

LARGEST = 1_000_000  # bytes: it is read while others wait
SHOWN = 20  # lines of what is wrong
COMING, NO_FILE = say("The file is still on its way."), say("I cannot find that file any more.")
CORRECTED = say("Please send the corrected file.")
Looked: TypeAlias = "Contracts | Phrase"  # what is in it, or why it cannot be handed in


def looked_into(occasion: Occasion, answers: Answers) -> Looked:
    media, desk = answers.get("file", ""), occasion.desk
    data = occasion.file(media)
    if data is None:
        return COMING if desk.unit.fetches.is_coming(media) else NO_FILE
    if len(data) > LARGEST:
        return say("That is too much for the chat: at most {most} MB.", most=LARGEST // 1_000_000)
    try:
        return read_contracts(data, desk.shop.policy.catalogue, occasion.at.astimezone(desk.shop.zone).date())
    except NoTable as no:
        return say("I cannot read it: {why}", why=no.phrase)
    except BadLines as bad:
        return wrong(bad.bad)


def wrong(bad: Sequence[BadLine]) -> Phrase:
    lines = [say("Line {n}, {column}: {why}", n=each.line, column=each.column, why=each.why) for each in bad[:SHOWN]]
    more = [say("… and {n} more.", n=len(bad) - SHOWN)] if len(bad) > SHOWN else []
    return above((say("Nothing was handed in. This has to be completed first:"), *lines, *more))


def what_is_in_it(occasion: Occasion, answers: Answers) -> Phrase:
    found = looked_into(occasion, answers)
    if isinstance(found, Phrase):
        return found
    contracts = [each.contract for each in found.written]
    lines = (
        say("{order}, {name}, lines: {n}", order=each.order, name=each.name, n=len(each.lines))
        for each in contracts[:SHOWN]
    )
    more = [say("… and {n} more.", n=len(contracts) - SHOWN)] if len(contracts) > SHOWN else []
    return above((say("Contracts found: {n}. Shall they be handed in?", n=len(contracts)), *lines, *more))


def what_can_be_done(occasion: Occasion, answers: Answers) -> Sequence[Choice]:
    found = looked_into(occasion, answers)
    if found is COMING:
        return [Choice("again", say("Look again"))]
    if isinstance(found, Phrase):
        return [Choice("other", say("Send another file"))]
    return [Choice("yes", say("Hand them in"))]


class ImportContracts(Form):
    title = say("Contracts as a file")
    opens_with = ("导入合同", "批量合同", "import contracts", "/import")
    roles = frozenset(SELLERS)
    summary = False

    file = ask(
        say("Please send the CSV or XLSX file, with a line for each thing sold."), accepts=Document(), label=say("File")
    )
    then = ask(what_is_in_it, accepts=OneOfOffered(what_can_be_done), follows=(file,))

    @classmethod
    def offered_by(cls, shop: Shop) -> bool:
        return shop.policy.delivery.offered

    def submit(self, occasion: Occasion) -> Reply:
        if self.then == "again":
            raise AskAgain(type(self).then, say("I have looked again."))
        found = looked_into(occasion, self.answers)
        if self.then == "other" or isinstance(found, Phrase):
            raise AskAgain(type(self).file, CORRECTED)
        try:
            tickets = hand_in_all(occasion.desk, found.written, occasion.person)
        except BadLines as bad:
            raise AskAgain(type(self).file, wrong(bad.bad)) from None
        except Unnamed as nobody:  # whoever sends it is the seller, unless the file says another
            raise AskAgain(type(self).file, say("Nobody is named who sold them.")) from nobody
        return Reply(say("Contracts handed in: {n}. The store has been told.", n=len(tickets)))
