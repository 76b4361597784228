"""What holds for every kind of ticket, read off its tables and walked at random."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from string import Formatter
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from core.errors import NotAllowed
from core.kinds import KINDS
from core.kinds.kind import Kind
from core.opening import open_shop
from core.phrases import Span
from core.ports import Clock
from core.promises import wind
from core.tickets import FINAL, Act, Alert, Ask, Do, Event, Move, PersonId, Ref, Role, Tell, Ticket, advance, open_moves
from core.wording import PLACES, TABLES

START = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
SHOP = open_shop("furniture", START)
CUSTOMER, LI, WANG = PersonId(1), PersonId(2), PersonId(3)
SAID_BY_CODE = {"alert", "earlier", "news", "job"}  # places filled where the phrase is made

kinds = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def phrases_of(kind: Kind) -> list[str]:
    effects = [e for move in kind.moves for e in move.effects] + [s.then for p in kind.promises for s in p.steps]
    return [e.phrase.key for e in effects if isinstance(e, Tell | Alert | Ask)] + [m.otherwise.key for m in kind.moves]


@kinds
def test_every_state_can_be_reached_and_out_of_a_final_one_only_the_customer_leads(kind: Kind) -> None:
    reached = {kind.first} | {move.target for move in kind.moves if move.target}
    left = {state for move in kind.moves if move.target for state in move.sources}
    assert reached == set(map(str, kind.states))
    assert set(map(str, kind.states)) - left <= FINAL
    back = [move for move in kind.moves if move.target and move.sources & FINAL]
    assert all(move.by == {Role.CUSTOMER} and move.sources <= FINAL for move in back)


@kinds
def test_what_a_deadline_does_is_a_move_that_the_clock_may_make(kind: Kind) -> None:
    for promise in kind.promises:
        for step in promise.steps:
            if isinstance(step.then, Do):
                rows = [m for m in kind.moves if m.action == step.then.action and Role.CLOCK in m.by]
                assert all(any(state in row.sources for row in rows) for state in promise.runs_in), promise.name


@kinds
def test_every_place_in_a_phrase_can_be_filled(kind: Kind) -> None:
    for phrase in phrases_of(kind):
        places = {name for _, name, _, _ in Formatter().parse(phrase) if name}
        assert places <= PLACES.keys() | SAID_BY_CODE | {"number", "state"}, phrase


def test_no_two_places_have_the_same_name() -> None:
    assert len(PLACES) == sum(map(len, TABLES))


@kinds
def test_a_technician_cannot_close_a_ticket(kind: Kind) -> None:
    closing = [move for move in kind.moves if move.target == "closed"]
    assert closing
    assert not any(Role.TECHNICIAN in move.by for move in closing)


class Life(RuleBasedStateMachine):
    """Anybody tries anything, and time passes."""

    kind: Kind
    reached: set[str]  # in all the lives of this kind

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.ticket = Ticket(Ref("x"), "X-1", self.kind.name, self.kind.first, CUSTOMER, START)
        self.history = [Event(START, "open", Role.CUSTOMER, CUSTOMER, "", self.ticket.state)]
        self.clocks: tuple[Clock, ...] = ()
        self.wind()

    def wind(self) -> None:
        self.clocks = wind(self.ticket, self.history, self.kind.promises, self.clocks, SHOP, self.now)

    @rule(data=st.data(), who=st.sampled_from([CUSTOMER, LI, WANG]))
    def somebody_acts(self, data: st.DataObject, who: PersonId) -> None:
        here = [m for m in self.kind.moves if self.ticket.state in m.sources]
        if not here:
            return
        move = data.draw(st.sampled_from(here))
        by = data.draw(st.sampled_from([*sorted(move.by), *Role]))  # often somebody who may
        facts: dict[str, Any] = {"rating": data.draw(st.integers(1, 3)), "technician_free": data.draw(st.booleans())}
        visit = Span(self.now + timedelta(hours=5), self.now + timedelta(hours=7))
        act = Act(move.action, by, self.now, who, facts, data.draw(st.sampled_from([None, LI])), visit)
        try:
            self.ticket, event, _ = advance(self.ticket, act, self.kind.moves, SHOP.policy)
        except NotAllowed as refused:
            assert refused.phrase.key
            return
        self.history.append(event)
        self.reached.add(self.ticket.state)
        self.wind()

    @rule(hours=st.integers(0, 200))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @invariant()
    def an_open_ticket_never_waits_without_a_promise(self) -> None:
        running = [clock for clock in self.clocks if clock.ended_at is None]
        assert running or self.ticket.state in FINAL

    @invariant()
    def work_in_hand_has_somebody_who_does_it(self) -> None:
        in_hand = {"offered", "proposed", "scheduled", "on_the_way", "on_site", "needs_help"}
        assert self.ticket.state not in in_hand or self.ticket.assignee

    @invariant()
    def every_button_names_a_move_that_exists_here(self) -> None:
        for role in Role:
            for row in open_moves(self.ticket, role, CUSTOMER, self.kind.moves):
                assert self.ticket.state in row.sources


@kinds
def test_a_life_walked_at_random(kind: Kind) -> None:
    life = type(f"LifeOf{kind.name.title()}", (Life,), {"kind": kind, "reached": (reached := set[str]())})
    run_state_machine_as_test(life, settings=settings(max_examples=60, stateful_step_count=30))
    assert reached - {kind.first}, "nobody could do anything"


def rows(kind: Kind, action: str) -> list[Move]:
    return [move for move in kind.moves if move.action == action]


def test_the_survey_and_its_reminder_are_the_only_two_questions_after_the_visit() -> None:
    fault = KINDS[0]
    survey = next(p for p in fault.promises if p.name == "survey")
    assert [type(step.then) for step in survey.steps].count(Ask) == 2


def test_only_the_customer_accepts_or_rejects_the_work() -> None:
    fault = KINDS[0]
    assert {role for move in (*rows(fault, "accept_work"), *rows(fault, "reject_work")) for role in move.by} == {
        Role.CUSTOMER
    }


def test_nobody_but_the_customer_hears_what_is_said_to_the_customer() -> None:
    fault = KINDS[0]
    late = rows(fault, "running_late")[0]
    said = [effect for effect in late.effects if isinstance(effect, Tell) and effect.whom is Role.CUSTOMER]
    assert len(said) == 1
    assert "sorry" in said[0].phrase.key


@kinds
def test_every_move_has_a_name_for_the_timeline(kind: Kind) -> None:
    for move in kind.moves:
        assert any(row.label or row.called for row in kind.moves if row.action == move.action), move.action
