"""What a technician sends without a question: where he is says that he has arrived, photos show what he finds there."""

from __future__ import annotations

from bot.dialogue.occasion import Occasion
from bot.dialogue.turn import Draft
from bot.envelope import Button, Content, Photo, Place, Reply
from bot.forms import FORMS, Answered, opened_by_photo, shared_for, with_question_again
from core.errors import Refused
from core.kinds.visit import V
from core.phrases import Phrase, say
from core.places import metres_from
from core.tickets import Role, Ticket
from core.values import replace

WHICH = say("Which ticket do you mean?")


def a_place_at_the_door(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """Whoever is on the way has arrived (VIS-05); how far from the address is kept, and not where."""
    if not isinstance(content, Place) or shared_for(draft) == "place":
        return None
    for state, action in ((V.ON_THE_WAY, "arrive"), (V.ON_SITE, "locate")):
        if jobs := held(occasion, state):
            return with_question_again(told(jobs, action, content, occasion), draft, occasion)
    return None


def told(jobs: tuple[Ticket, ...], action: str, place: Place, occasion: Occasion) -> tuple[Reply, ...]:
    job, *others = jobs
    if others:
        return (Reply(WHICH, tuple(Button(job.number, f"m:{job.ref}:{action}") for job in jobs)),)
    metres = metres_from(str(job.facts.get("address", "")), place.latitude, place.longitude)
    try:
        occasion.desk.act_as(occasion.person, job.ref, action, {} if metres is None else {"metres_away": metres})
    except Refused as refused:
        return (Reply(refused.phrase),)
    return (Reply(how_far(metres), ticket=job.number, unshare=True),)


def how_far(metres: int | None) -> Phrase:
    if metres is None:
        return say("Noted. No place on the map is known for this address.")
    return say("Noted: {metres} m from the address.", metres=metres)


def a_photo_on_site(content: Content, draft: Draft | None, occasion: Occasion) -> Answered | None:
    """Before, during or after the work, or of the note at the door: it is added to the job at hand."""
    if draft or not isinstance(content, Photo):
        return None
    jobs = held(occasion, V.ON_SITE) or tuple(job for job in held(occasion, V.TO_RESCHEDULE) if is_left(job))
    if len(jobs) > 1:
        return Answered(None, (Reply(WHICH, tuple(Button(job.number, f"m:{job.ref}:add_words") for job in jobs)),))
    return opened_by_photo(FORMS["add_to_ticket"], content, replace(occasion, about=jobs[0].ref)) if jobs else None


def is_left(job: Ticket) -> bool:
    """Nobody opened, and there is a note at the door (VIS-07)."""
    return bool(job.facts.get("nobody_home"))


def held(occasion: Occasion, state: V) -> tuple[Ticket, ...]:
    """The jobs of this technician that are at that point."""
    if Role.TECHNICIAN not in occasion.person.roles:
        return ()
    return tuple(job for job in occasion.desk.unit.tickets.held_by(occasion.person.id) if job.state == state)
