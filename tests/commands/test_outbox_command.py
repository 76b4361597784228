"""Messages that did not arrive are seen, and tried once more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from core.outcomes import Outcome, Undeliverable, Unknown
from core.people import Chat
from core.ports import Parcel, Posting, Unit, Weight
from core.tickets import Ref
from tests.commands.shell import Shell

AT = datetime(2026, 1, 18, 9, tzinfo=UTC)


def attempt(desk: Shell, outcome: Outcome) -> int:
    """One message that ended like this."""

    def work(unit: Unit) -> int:
        chat = unit.chats.open(Chat("telegram", "", "7"), "en")
        unit.outbox.put(Posting(chat.id, {"text": "secret"}, Weight.NOTICE, AT, ticket=Ref("abc")))
        (parcel,) = unit.outbox.claim(AT, AT + timedelta(minutes=1))
        unit.outbox.record(parcel, outcome, AT, None)
        return parcel.id

    return desk.kept(work)


def queued(unit: Unit) -> tuple[Parcel, ...]:
    return unit.outbox.claim(datetime.now(UTC), datetime.now(UTC) + timedelta(minutes=1))


def test_all_is_well(desk: Shell) -> None:
    assert desk("outbox", "list").err == "Every message arrived.\n"


def test_what_did_not_arrive_is_listed_without_its_words(desk: Shell) -> None:
    given_up, doubtful = attempt(desk, Undeliverable("blocked")), attempt(desk, Unknown("timeout"))
    said = desk("outbox", "list")
    assert said.out.splitlines() == [
        f"{doubtful}: a notice of ticket abc by telegram may have arrived (1 attempts)",
        f"{given_up}: a notice of ticket abc by telegram did not arrive (1 attempts)",
    ]
    assert "secret" not in said.out


def test_what_was_given_up_is_tried_again(desk: Shell) -> None:
    number = attempt(desk, Undeliverable("blocked"))
    assert desk("outbox", "retry", str(number)).out == "1 messages are queued again.\n"
    assert [parcel.id for parcel in desk.kept(queued)] == [number]


def test_what_was_not_given_up_is_not(desk: Shell) -> None:
    said = desk("outbox", "retry", "999")
    assert said.code == 1
    assert said.err.startswith("Error: not 999: ")
