"""Another department is asked, answers, and is asked once more (部门协调单, FLT-13, FLT-30)."""

from __future__ import annotations

from datetime import datetime

from bot.conversations.approve_return import departments
from bot.conversations.extend_promise import later
from bot.dialogue.answers import FreeText, OneOfOffered
from bot.dialogue.form import Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.responsible import uninvolved
from bot.dialogue.staff import id_of
from bot.envelope import Reply
from core.casework.coordinating import Wanted, ask_department
from core.people import STAFF
from core.phrases import say
from core.tickets import Ref


class AskDepartment(Form):
    title = say("Ask a department")
    opened_by = "ask_department"
    roles = STAFF

    unit = ask(say("Which department?"), accepts=OneOfOffered(departments), label=say("Department"))
    who = ask(say("Who of it?"), accepts=OneOfOffered(uninvolved, reads=id_of), label=say("Person"))
    words = ask(say("What is to be done, or answered?"), accepts=FreeText(longest=1000), label=say("Task"))
    until = ask(
        say("By when? Or skip."), accepts=OneOfOffered(later, reads=datetime.fromisoformat), optional=True,
        label=say("By when"),
    )  # fmt: skip

    def submit(self, occasion: Occasion) -> Reply:
        by = datetime.fromisoformat(self.until) if self.until else None
        wanted = Wanted(self.unit, id_of(self.who), self.words, by)
        task = ask_department(occasion.desk, occasion.person, Ref(occasion.about), wanted)
        return Reply(
            say("{number} is with the department. You get the answer.", number=task.number), ticket=task.number
        )


class AnswerTask(Form):
    title = say("Answer")
    opened_by = "answer_task"
    roles = STAFF

    answer = ask(say("What was done, or what is your answer?"), accepts=FreeText(longest=1000))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("answer_task", {"answer": self.answer})
        return Reply(say("Thank you. Whoever asked has your answer to {number}.", number=ticket.number))


class AskOnceMore(Form):
    title = say("Ask once more")
    opened_by = "ask_once_more"
    roles = STAFF

    reason = ask(say("What is still missing?"), accepts=FreeText(longest=500))

    def submit(self, occasion: Occasion) -> Reply:
        ticket = occasion.act("ask_once_more", {"reason": self.reason})
        return Reply(say("{number} is with the department again.", number=ticket.number), ticket=ticket.number)
