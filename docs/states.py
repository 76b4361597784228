"""Draws docs/states.md from the tables of the kinds: `python -m docs.states`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from core.due import Within, WithinByPlace, WithinOrVisit
from core.kinds import KINDS
from core.kinds.kind import Kind
from core.promises import Promise, Side, Step
from core.tickets import Alert, Ask, Do, Effect, Move, Role, Spawn, Tell

PAGE = Path(__file__).with_name("states.md")
HEAD = """\
# States, moves and promises

Drawn from `core/kinds/` by `make docs`; do not edit. *Office* is dispatcher, supervisor and manager; *clock* is a
deadline, or the desk following its policy. What has a name in `code` is a number in `core/policies/`.
"""
OFFICE = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER})
SIDES = {
    Side.BEFORE_DUE: "before: ",
    Side.AT_DUE: "due: ",
    Side.AFTER_DUE: "after: ",
    Side.AFTER_START: "since the start: ",
}
TOO_MANY = 5  # states from which one move leads to the same state, before it is better written than drawn
Way: TypeAlias = "tuple[str, str]"  # a move and the state that it leads to; "" where the state stays


def page() -> str:
    return "\n".join((HEAD, *map(section, KINDS)))


def section(kind: Kind) -> str:
    parts = (drawing(kind), written(kind), by_state(kind), details(kind))
    return "\n\n".join((f"## {kind.title.key} ({kind.letter})", *parts)) + "\n"


def drawing(kind: Kind) -> str:
    named = (f"    {state}: {name.key}" for state, name in kind.states.items())
    drawn = {way: states for way, states in ways(kind).items() if way[1] and len(states) < TOO_MANY}
    arrows = (
        f"    {state} --> {target}: {action} ({who(kind, action, target)})"
        for state in map(str, kind.states)
        for (action, target), states in drawn.items()
        if state in states
    )
    ends = (f"    {state} --> [*]" for state in kind.states if is_last(kind, str(state)))
    return "\n".join(("```mermaid", "stateDiagram-v2", f"    [*] --> {kind.first}", *named, *arrows, *ends, "```"))


def written(kind: Kind) -> str:
    """The moves from many states, and those after which the state is the same."""
    many = {way: states for way, states in ways(kind).items() if not way[1] or len(states) >= TOO_MANY}
    lines = (
        f"| {action} | {together(kind, states)} | {target or 'stays'} | {who(kind, action, target)} |"
        for (action, target), states in sorted(many.items(), key=lambda item: (item[0][1] == "", item[0]))
    )
    return "\n".join(("| move | from | to | by |", "|---|---|---|---|", *lines))


def together(kind: Kind, states: list[str]) -> str:
    still_open = [str(state) for state in kind.states if not is_last(kind, str(state))]
    if states == still_open:
        return "any open state"
    return "any state" if len(states) == len(kind.states) else ", ".join(states)


def by_state(kind: Kind) -> str:
    lines = (
        f"| {state} | {titles(p for p in kind.promises if state in p.runs_in)} "
        f"| {titles(p for p in kind.promises if state in p.pauses_in)} |"
        for state in map(str, kind.states)
    )
    return "\n".join(("| state | promises that run | paused |", "|---|---|---|", *lines))


def details(kind: Kind) -> str:
    lines = (f"| {p.title.key} | {due(p)} | {'; '.join(map(happens, p.steps))} |" for p in kind.promises)
    return "\n".join(("| promise | due | what happens |", "|---|---|---|", *lines))


def ways(kind: Kind) -> dict[Way, list[str]]:
    """From which states each move leads where, in the order of the states."""
    found: dict[Way, set[str]] = {}
    for move in kind.moves:
        found.setdefault((move.action, str(move.target or "")), set()).update(map(str, move.sources))
    return {way: [str(state) for state in kind.states if state in states] for way, states in found.items()}


def who(kind: Kind, action: str, target: str) -> str:
    rows: list[Move] = [m for m in kind.moves if m.action == action and str(m.target or "") == target]
    roles = frozenset(role for row in rows for role in row.by)
    others = sorted(roles - OFFICE) if roles >= OFFICE else sorted(roles)
    return ", ".join([*others, *(["office"] if roles >= OFFICE else [])])


def is_last(kind: Kind, state: str) -> bool:
    return not any(state in move.sources and move.target for move in kind.moves)


def titles(promises: Iterator[Promise]) -> str:
    return ", ".join(dict.fromkeys(promise.title.key for promise in promises))


def due(promise: Promise) -> str:
    rule = promise.due
    if isinstance(rule, Within):
        visit = ", not before the agreed visit" if isinstance(rule, WithinOrVisit) else ""
        return f"`{rule.key}`" + visit + (", or what the customer agreed to" if rule.extended_by else "")
    if isinstance(rule, WithinByPlace):
        return f"`{rule.city}`, `{rule.suburb}`"
    return (rule.__doc__ or "").partition("\n")[0].rstrip(".")


def happens(step: Step) -> str:
    again = ", again and again" if step.repeats else ""
    return SIDES[step.side] + (f"`{step.offset}`{again}, " if step.offset else "") + follows(step.then)


def follows(effect: Effect) -> str:
    match effect:
        case Tell(whom):
            return f"tell the {whom}"
        case Ask(whom, form):
            return f"ask the {whom}: {form}"
        case Alert(role):
            return f"alert the {role}"
        case Do(action):
            return f"the clock moves: {action}"
        case Spawn(kind):
            return f"open a {kind}"
        case _:
            return type(effect).__name__.lower()


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
