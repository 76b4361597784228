from __future__ import annotations

from core.notices import Notice
from core.people import Person
from core.phrases import say
from core.ports import Weight
from core.tickets import PersonId, Ref, Role, Ticket
from scheduler.digest import collapsed, is_outage, still_wanted
from tests.scheduler.scene import DAY, HOUR, MINUTE, MONDAY

LI, SUN, TAO = (Person(PersonId(n)) for n in (1, 2, 3))


def ticket(number: int) -> Ticket:
    return Ticket(Ref(f"r{number}"), f"F-{number}", "fault", "new", LI.id, MONDAY)


def notice(to: Person, role: Role, number: int = 1, text: str = "news", **changes: object) -> Notice:
    return Notice(to, say(text), ticket(number), role, **changes)  # type: ignore[arg-type]


def told(*notices: Notice) -> list[str]:
    return [each.text.key for each in collapsed(notices, MONDAY)]


def test_one_thing_each_is_told_as_it_is() -> None:
    alone = [notice(LI, Role.CUSTOMER), notice(SUN, Role.SUPERVISOR), notice(TAO, Role.TECHNICIAN)]
    assert list(collapsed(alone, MONDAY)) == alone


def test_a_customer_hears_the_last_word_on_his_ticket() -> None:
    assert told(notice(LI, Role.CUSTOMER, text="sorry"), notice(LI, Role.CUSTOMER, text="here")) == ["here"]


def test_a_customer_with_several_tickets_gets_one_message_that_names_them() -> None:
    (digest,) = collapsed([notice(LI, Role.CUSTOMER, number) for number in (1, 2)], MONDAY)
    assert digest.text.values["numbers"] == ("F-1", "F-2")


def test_a_survey_steps_back_behind_news() -> None:
    survey = notice(LI, Role.CUSTOMER, 2, "How was it?", weight=Weight.SURVEY)
    assert told(survey, notice(LI, Role.CUSTOMER)) == ["news"]
    assert told(survey, survey) == ["How was it?"]


def test_a_technician_gets_two_messages_or_one_digest() -> None:
    assert len(told(*(notice(TAO, Role.TECHNICIAN, number) for number in range(2)))) == 2
    (digest,) = collapsed([notice(TAO, Role.TECHNICIAN, number) for number in range(3)], MONDAY)
    assert (digest.text.values["n"], digest.text.values["numbers"]) == (3, ("F-0", "F-1", "F-2"))


def test_a_supervisor_who_is_a_manager_too_gets_one_digest() -> None:
    alerts = [notice(SUN, role, weight=Weight.ALERT) for role in (Role.SUPERVISOR, Role.MANAGER, Role.DISPATCHER)]
    (digest,) = collapsed(alerts, MONDAY)
    assert (digest.weight, digest.text.values["n"]) == (Weight.ALERT, 3)


def test_a_long_list_is_cut() -> None:
    (digest,) = collapsed([notice(SUN, Role.SUPERVISOR, number) for number in range(50)], MONDAY)
    numbers = digest.text.values["numbers"]
    assert isinstance(numbers, tuple)
    assert (len(numbers), numbers[-1], digest.text.values["n"]) == (21, "…", 50)


def test_what_waits_for_the_end_of_the_quiet_hours_still_does() -> None:
    morning = MONDAY + 8 * HOUR
    (digest,) = collapsed([notice(LI, Role.CUSTOMER, n, not_before=morning) for n in (1, 2)], MONDAY)
    assert digest.not_before == morning


def test_a_reminder_lives_from_the_moment_it_was_for() -> None:
    reminder = notice(TAO, Role.TECHNICIAN, expires_at=MONDAY + DAY)
    assert still_wanted(reminder, MONDAY - 23 * HOUR, MONDAY)
    assert not still_wanted(reminder, MONDAY - 25 * HOUR, MONDAY)
    assert still_wanted(notice(TAO, Role.TECHNICIAN), MONDAY - 25 * HOUR, MONDAY)


def test_an_outage_is_a_gap_or_at_the_start_a_clock_long_overdue() -> None:
    assert not is_outage(None, None, MONDAY)
    assert is_outage(None, MONDAY - HOUR, MONDAY)
    assert not is_outage(MONDAY - MINUTE, MONDAY - HOUR, MONDAY)
    assert is_outage(MONDAY - HOUR, None, MONDAY)
    assert not is_outage(MONDAY + HOUR, None, MONDAY)  # the clock was set back
