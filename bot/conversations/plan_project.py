"""The schedule of a project, and its milestones (工程进度计划, INS-12)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards import what_is_next
from bot.dialogue.answers import Album, Answers, Choice, FreeText, OneOfOffered, Photos, YesNo
from bot.dialogue.form import AskAgain, Form, ask
from bot.dialogue.occasion import Occasion
from bot.dialogue.question import Question
from bot.envelope import Reply
from core.casework.projecting import Milestone, kept_done, schedule_in
from core.kinds.project_states import milestones
from core.phrases import say
from core.tickets import Facts, Ref, Role, Ticket

OFFICE = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})
LINES = say("The milestones with their days, a semicolon between, such as 2026-12-01 frames in; 2026-12-10 doors hung.")


def ticket_of(occasion: Occasion) -> Ticket:
    return occasion.desk.ticket(Ref(occasion.about))


def read(occasion: Occasion, text: str, question: Question[str]) -> list[Milestone]:
    """Raises AskAgain for what is no milestone, or one after the day on which all must be done."""
    try:
        found = schedule_in(text)
    except ValueError as wrong:
        hint = say("I do not understand this: {part}", part=str(wrong)[:60]) if str(wrong) else LINES
        raise AskAgain(question, hint) from None
    last = str(ticket_of(occasion).facts.get("complete_by") or "9999")
    if found[-1]["day"] > last:
        raise AskAgain(question, say("All must be done by {day}, by the contract.", day=last))
    return found


def scheduled(occasion: Occasion, ticket: Ticket) -> Reply:
    text = say("The customer of {number} has the schedule.", number=ticket.number)
    return Reply(text, what_is_next(ticket, occasion.person), ticket.number)


class PlanProject(Form):
    title = say("Draw up the schedule")
    opened_by = "plan_project"
    roles = OFFICE

    studied = ask(
        say("Has the team studied the project, the system and the drawings?"), accepts=YesNo(), label=say("Studied")
    )
    schedule = ask(LINES, accepts=FreeText(longest=2000), label=say("Schedule"))

    def submit(self, occasion: Occasion) -> Reply:
        if not self.studied:
            raise AskAgain(type(self).studied, say("Please study them together first; then the schedule will hold."))
        planned = read(occasion, self.schedule, type(self).schedule)
        ticket = occasion.desk.act_as(occasion.person, Ref(occasion.about), "plan_project", {"milestones": planned})
        return scheduled(occasion, ticket)


class ReplanProject(Form):
    title = say("Change the schedule")
    opened_by = "replan_project"
    roles = OFFICE

    reason = ask(say("Why? The customer reads this."), accepts=FreeText(longest=500), label=say("Reason"))
    schedule = ask(LINES, accepts=FreeText(longest=2000), label=say("Schedule"))

    def submit(self, occasion: Occasion) -> Reply:
        before = [dict(each) for each in milestones(ticket_of(occasion))]
        planned = kept_done(read(occasion, self.schedule, type(self).schedule), before)
        facts: Facts = {"reason": self.reason, "milestones": planned}
        ticket = occasion.desk.act_as(occasion.person, Ref(occasion.about), "replan_project", facts)
        return scheduled(occasion, ticket)


def ahead(occasion: Occasion, _: Answers) -> Sequence[Choice]:
    found = enumerate(milestones(ticket_of(occasion)))
    return [Choice(str(n), each["what"]) for n, each in found if not each.get("done_at")]


class ReachMilestone(Form):
    title = say("Milestone reached")
    opened_by = "reach_milestone"
    roles = OFFICE

    which = ask(say("Which one?"), accepts=OneOfOffered(ahead, reads=int))
    photos = ask(say("Photos of the inspection, then Done; or skip."), accepts=Photos(6), optional=True)

    def submit(self, occasion: Occasion) -> Reply:
        before = [dict(each) for each in milestones(ticket_of(occasion))]
        if not 0 <= int(self.which) < len(before):
            raise AskAgain(type(self).which, say("Please choose one of these."))
        reached = before[int(self.which)]
        reached["done_at"] = occasion.at.isoformat()
        photos = list((self.photos or Album()).photos)
        facts: Facts = {"milestones": before, "reached": str(reached["what"]), "done_photos": photos}
        ticket = occasion.desk.act_as(occasion.person, Ref(occasion.about), "reach_milestone", facts)
        text = say("{number}: “{reached}” is done.", number=ticket.number, reached=facts["reached"])
        return Reply(text, what_is_next(ticket, occasion.person), ticket.number)
