"""Draws docs/states.md from the tables of the kinds: `python -m docs.states`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.kinds import KINDS
from core.kinds.kind import Kind
from core.promises import Promise, Side, Step, Within
from core.tickets import Alert, Ask, Do, Effect, Move, Spawn, Tell

PAGE = Path(__file__).with_name("states.md")
SIDES = {
    Side.BEFORE_DUE: "before: ",
    Side.AT_DUE: "due: ",
    Side.AFTER_DUE: "after: ",
    Side.AFTER_START: "since start: ",
}


def page() -> str:
    head = "# States, moves and promises\n\nDrawn from `core/kinds/` by `make docs`; do not edit.\n"
    return "\n".join((head, *(section(kind) for kind in KINDS)))


def section(kind: Kind) -> str:
    drawing = "\n".join(("```mermaid", "stateDiagram-v2", f"    [*] --> {kind.first}", *arrows(kind), "```"))
    anywhere = ", ".join(f"*{name}* ({who(move)})" for name, move in staying(kind).items())
    table = "\n".join(("| promise | runs in | due | what happens |", "|---|---|---|---|", *map(row, kind.promises)))
    return f"## {kind.title.key} ({kind.letter})\n\n{drawing}\n\nWithout leaving the state: {anywhere}.\n\n{table}\n"


def arrows(kind: Kind) -> Iterator[str]:
    for state in map(str, kind.states):
        for move in kind.moves:
            if move.target and state in move.sources:
                yield f"    {state} --> {move.target}: {move.action} ({who(move)})"
        if not any(state in move.sources and move.target for move in kind.moves):
            yield f"    {state} --> [*]"


def staying(kind: Kind) -> dict[str, Move]:
    return {move.action: move for move in kind.moves if not move.target}


def who(move: Move) -> str:
    return ", ".join(sorted(move.by))


def row(promise: Promise) -> str:
    due = f"`{promise.due.key}`" if isinstance(promise.due, Within) else getattr(promise.due, "__name__", "")
    paused = f"; paused in {', '.join(sorted(promise.pauses_in))}" if promise.pauses_in else ""
    steps = "; ".join(step(each) for each in promise.steps)
    return f"| {promise.title.key} | {', '.join(sorted(promise.runs_in))}{paused} | {due} | {steps} |"


def step(each: Step) -> str:
    return SIDES[each.side] + (f"`{each.offset}`, " if each.offset else "") + follows(each.then)


def follows(effect: Effect) -> str:
    match effect:
        case Tell(whom) | Ask(whom):
            return f"tell the {whom}"
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
