"""What is promised, by when, and what happens around that moment.

A promise is a row: its clock runs while the ticket is in certain states. `wind` computes all clocks of a ticket
from its history, so that a pause, an extension or a changed calendar needs no bookkeeping of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from enum import StrEnum, auto
from itertools import takewhile
from typing import TypeAlias

from core.phrases import Phrase, Span
from core.policy.allowance import Allowance
from core.ports import Clock
from core.shop import Shop
from core.tickets import Effect, Event, Ticket
from core.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """One stretch of a promise: since when, and the pauses taken (they belong to the ticket)."""

    start: datetime
    pauses: tuple[Span, ...] = ()
    paused_at: datetime | None = None


TURNS = 10  # times that one step can happen
Due: TypeAlias = Callable[[Ticket, Run, Shop], "datetime | None"]


class Side(StrEnum):
    """From where the offset of a step is counted."""

    AT_DUE = auto()
    BEFORE_DUE = auto()
    AFTER_DUE = auto()
    AFTER_START = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """What happens at the due moment, or a policy's time before it, after it, or after the start.

    `offset` is a key of the policy's promises, as "survey_reminder".
    """

    then: Effect
    side: Side = Side.AT_DUE
    offset: str = ""
    even_late: bool = True  # happens at once if its moment had passed before the promise began
    repeats: bool = False  # again each time the offset has passed since the start, until it is due


@dataclass(frozen=True, slots=True)
class Promise:
    name: str
    title: Phrase
    runs_in: AbstractSet[str]
    due: Due
    steps: tuple[Step, ...]
    pauses_in: AbstractSet[str] = frozenset()
    until: str = ""  # the fact that fulfils it while the state stays
    restarts_on: AbstractSet[str] = frozenset()
    applies: Callable[[Ticket], bool] | None = None
    reminder: bool = False  # only a reminder: its moment passing breaks nothing


def allowance(shop: Shop, key: str) -> Allowance:
    """The policy's value for one of its promises."""
    found: Allowance = getattr(shop.policy.promises, key)
    return found


def wind(
    ticket: Ticket,
    history: Sequence[Event],
    promises: Iterable[Promise],
    before: Iterable[Clock],
    shop: Shop,
    at: datetime,
) -> tuple[Clock, ...]:
    """The clocks of a ticket from `at` on; those that stopped are in it too, with how they ended."""
    now = history[-1].target if history else ""
    here = [promise for promise in promises if now in promise.runs_in or now in promise.pauses_in]
    wanted = [clock for promise in here for clock in clocks_of(promise, ticket, history, shop)]
    old = {key_of(clock): clock for clock in before if clock.ended_at is None}
    if not old:
        return tuple(wanted)
    running = [carried_on(old.pop(key_of(clock), None), clock) for clock in wanted]
    return (*running, *(ended(clock, at) for clock in old.values()))


def clocks_of(promise: Promise, ticket: Ticket, history: Sequence[Event], shop: Shop) -> list[Clock]:
    run = run_of(promise, ticket, history)
    if run is None:
        return []
    due = None if run.paused_at else promise.due(ticket, run, shop)
    return [
        Clock(
            promise.name, number * TURNS + turn, run.start, moment,
            warning=promise.reminder or step.side is not Side.AT_DUE,
        )
        for number, step in enumerate(promise.steps)
        for turn, moment in enumerate(moments(step, run, due, shop))
        if moment is None or moment > run.start or step.even_late
    ]  # fmt: skip


def key_of(clock: Clock) -> tuple[str, int, datetime]:
    return clock.promise, clock.step, clock.started_at


def run_of(promise: Promise, ticket: Ticket, history: Sequence[Event]) -> Run | None:
    """The stretch that is running or paused now, read from the history."""
    if promise.applies and not promise.applies(ticket):
        return None
    run: Run | None = None
    for event in history:
        run = after(promise, run, event)
    if promise.until and ticket.facts.get(promise.until):
        return None
    return run


def after(promise: Promise, run: Run | None, event: Event) -> Run | None:
    if event.target in promise.pauses_in:
        return replace(run, paused_at=run.paused_at or event.at) if run else None
    if event.target not in promise.runs_in:
        return None
    if run is None or event.action in promise.restarts_on:
        return Run(event.at)
    if run.paused_at:
        return Run(run.start, (*run.pauses, Span(run.paused_at, event.at)))
    return run


def moments(step: Step, run: Run, due: datetime | None, shop: Shop) -> list[datetime | None]:
    """When the step happens; None while the promise is paused."""
    if due is None or step.side is Side.AT_DUE:
        return [due]
    offset = allowance(shop, step.offset) if step.offset else Allowance()
    match step.side:
        case Side.BEFORE_DUE:
            return [shop.ahead_of(due, offset)]
        case Side.AFTER_DUE:
            return [shop.reach(due, offset)]
        case _ if step.repeats:
            found = (shop.reach(run.start, times(offset, n), run.pauses) for n in range(1, TURNS))
            return [*takewhile(due.__gt__, found)]
        case _:
            return [shop.reach(run.start, offset, run.pauses)]


def times(offset: Allowance, n: int) -> Allowance:
    return Allowance(offset.days * n, offset.time * n, offset.working)


def step_of(promise: Promise, clock: Clock) -> Step | None:
    number = clock.step // TURNS
    return promise.steps[number] if number < len(promise.steps) else None


def carried_on(old: Clock | None, now: Clock) -> Clock:
    """A clock keeps what it has done; one whose moment moved past its ringing may ring again."""
    if old is None or old.due_at == now.due_at:
        return old or now
    rung = old.fired_at if old.fired_at and (now.due_at is None or now.due_at <= old.fired_at) else None
    return replace(now, generation=old.generation + 1, fired_at=rung)


def ended(clock: Clock, at: datetime) -> Clock:
    """Kept or broken is judged by the time of the event that ended it, not by when somebody looked."""
    kept = at <= clock.due_at if clock.due_at else clock.fired_at is None
    return replace(clock, ended_at=at, kept=kept)
