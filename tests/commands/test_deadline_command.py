"""Questions about working time, asked from a shell."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime

from tests.commands.shell import Shell
from tests.core.vectors import CALENDARS, QUESTIONS

ASKED = [json.dumps({**question, "calendar": CALENDARS[str(question["calendar"])]}) for question in QUESTIONS]


def test_every_vector_is_answered_on_a_line_of_its_own(shell: Shell) -> None:
    said = shell.process("deadline", given="\n".join(ASKED).encode())
    answers = [json.loads(line) for line in said.out.splitlines()]
    assert said.code == 0
    assert [expected(question) for question in QUESTIONS] == answers


def expected(question: dict[str, object]) -> dict[str, object]:
    if question["kind"] == "elapsed":
        return {"seconds": question["expected"]}
    return {"at": datetime.fromisoformat(str(question["expected"])).astimezone(UTC).isoformat()}


def test_blank_lines_are_passed_over_and_windows_may_write_them(shell: Shell) -> None:
    given = b"\xef\xbb\xbf" + ASKED[0].encode() + b"\r\n\r\n  \n" + ASKED[0].encode()
    assert len(shell.process("deadline", given=given).out.splitlines()) == 2


def test_rubbish_gets_an_answer_and_the_next_question_too(shell: Shell) -> None:
    said = shell.process("deadline", given=b"\xff\xfe\x00\n[]\n" + ASKED[0].encode() + b"\n")
    lines = [json.loads(line) for line in said.out.splitlines()]
    assert [list(line) for line in lines[:2]] == [["error"], ["error"]]
    assert "error" not in lines[2]
    assert (said.code, said.err) == (0, "")


def test_each_answer_comes_before_the_next_question(shell: Shell) -> None:
    command = [sys.executable, "-m", "bot", "deadline"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as asking:  # noqa: S603
        assert asking.stdin
        assert asking.stdout
        for _ in range(2):
            asking.stdin.write(ASKED[0] + "\n")
            asking.stdin.flush()
            assert "error" not in asking.stdout.readline()
        asking.stdin.close()
    assert asking.returncode == 0
    assert shell.folder


def test_whoever_stops_listening_gets_no_stack_trace(shell: Shell) -> None:
    many = shell.folder / "many.jsonl"
    many.write_text("\n".join(ASKED * 50))
    line = f"{sys.executable} -m bot deadline < {many} | head -1"
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False, timeout=60)  # noqa: S603, S607
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_wrong_settings_do_not_matter_to_it(shell: Shell) -> None:
    (shell.folder / "aftercare.toml").write_text("port = 'none'")
    assert shell.process("deadline", given=ASKED[0].encode()).code == 0
