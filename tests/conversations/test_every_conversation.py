"""Every conversation of the desk holds in every language, whatever is typed into it and whatever was stored before."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversations import CONVERSATIONS
from bot.dialogue.form import Form
from bot.forms import opens_something
from bot.texts import LANGUAGES
from core.tickets import Role
from tests.conversations.desks import room
from tests.conversations.stuck import chatted

C, T, D, U, M = Role.CUSTOMER, Role.TECHNICIAN, Role.DISPATCHER, Role.SUPERVISOR, Role.MANAGER
L, H = Role.SALES_CLERK, Role.STORE_KEEPER
# Who fills it in, and the state of the ticket that it is about.
SCENES: dict[str, tuple[Role, str]] = {
    "report_fault": (C, ""),
    "add_to_ticket": (C, "new"),
    "assign_technician": (D, "new"),
    "book_delivery": (C, ""),
    "book_installation": (C, ""),
    "cancel_ticket": (C, "scheduled"),
    "check_goods": (T, "delivery scheduled"),
    "choose_time": (C, "scheduled"),
    "close_ticket": (U, "scheduled"),
    "comment_report": (U, ""),
    "correct_ticket": (C, "scheduled"),
    "decline_offer": (T, "offered"),
    "extend_promise": (U, "scheduled"),
    "fault_is_back": (C, "closed"),
    "finish_fitting": (T, "installation on_site"),
    "finish_visit": (T, "on_site"),
    "forget_me": (C, ""),
    "hand_over": (T, "delivery on_site"),
    "instruct_crew": (D, "delivery blocked"),
    "introduce_yourself": (T, ""),
    "name_crew": (D, ""),
    "judge_repair": (U, "closed"),
    "need_help": (T, "on_site"),
    "need_parts": (T, "on_site"),
    "not_in_order": (C, "finished"),
    "note_for_sales": (T, "on_site"),
    "propose_time": (T, "offered"),
    "protect_home": (T, "on_site"),
    "change_work": (U, "on_site"),
    "rate_service": (C, "closed"),
    "report_callback": (D, "due"),
    "report_goods": (T, "delivery scheduled"),
    "running_late": (T, "scheduled"),
    "serious_defect": (T, "installation on_site"),
    "set_off": (T, "scheduled"),
    "sign_receipt": (C, "delivery finished"),
    "small_flaw": (T, "delivery on_site"),
    "take_back": (T, "delivery on_site"),
    "special_visit": (D, "scheduled"),
    "take_leave": (T, "scheduled"),
    "tell_time": (T, "delivery scheduled"),
    "want_replacement": (C, "delivery flawed"),
    "write_to_customer": (D, "scheduled"),
    "to_workshop": (T, "on_site"),
    "workshop_done": (U, "paid workshop"),
    "write_quote": (T, "on_site"),
    "decline_quote": (C, "paid quoted"),
    "ask_about_quote": (C, "paid quoted"),
    "request_shipment": (D, ""),
    "request_project": (D, ""),
    "refuse_project": (D, "project asked"),
    "reject_project": (C, "project finished"),
    "plan_project": (D, "project approved"),
    "replan_project": (D, "project running"),
    "reach_milestone": (D, "project running"),
    "file_agreement": (D, "project running"),
    "check_tender": (D, "project running"),
    "commission": (D, "project running"),
    "train_users": (D, "project running"),
    "hand_in_project": (D, "project running"),
    "ship_goods": (D, "shipment ready"),
    "track_goods": (D, "shipment on_the_road"),
    "report_shortage": (C, "shipment on_the_road"),
    "send_rest": (D, "shipment incomplete"),
    "call_off": (D, "shipment ready"),
    "notify_owners": (U, ""),
    "group_tickets": (D, "scheduled"),
    "tell_households": (D, "incident open"),
    "note_agreement": (D, "incident open"),
    "household_accepts": (U, "incident open"),
    "sign_contract": (L, "service_contract wanted"),
    "agree_repair": (C, "recall told"),
    "request_return": (C, ""),
    "return_for_customer": (D, ""),
    "approve_return": (U, "return new"),
    "not_agreed": (D, "piano signing"),
    "refuse_return": (U, "return new"),
    "not_as_described": (D, "return checking"),
    "request_action": (U, "complaint answered"),
    "propose_measures": (T, "capa requested"),
    "approve_measures": (U, "capa proposed"),
    "exchange_letter": (D, "complaint routed"),
    "send_back_measures": (U, "capa proposed"),
    "confirm_effect": (U, "capa checking"),
    "not_effective": (U, "capa checking"),
    "make_proposal": (C, ""),
    "forward_proposal": (D, "proposal new"),
    "give_opinion": (T, "proposal studied"),
    "adopt_proposal": (U, "proposal new"),
    "decline_proposal": (U, "proposal new"),
    "keep_proposal": (U, "proposal new"),
    "score_proposal": (M, "proposal new"),
    "lodge_complaint": (C, "closed"),
    "lodge_for_customer": (T, ""),
    "not_satisfied": (C, "complaint answered"),
    "withdraw": (C, "complaint new"),
    "route_complaint": (U, "complaint new"),
    "ask_department": (D, "complaint routed"),
    "answer_task": (T, "task asked"),
    "ask_once_more": (D, "task answered"),
    "decide_liability": (Role.QUALITY, "complaint routed about quality"),
    "send_back_findings": (U, "complaint findings about quality"),
    "plan_complaint": (D, "complaint routed"),
    "answer_complaint": (U, "complaint planned"),
    "send_back": (M, "complaint to_approve"),
    "hand_in_contract": (L, ""),
    "import_contracts": (L, ""),
    "amend_contract": (L, "order unclear"),
    "agree_delivery": (C, "order ready"),
    "check_stock": (H, "order new"),
    "correct_stock": (H, "order ready"),
    "must_exchange": (T, "on_site"),
    "know_purchase": (D, "scheduled"),
    "load_goods": (T, "delivery checked"),
    "part_missing": (T, "delivery on_site"),
    "settle_damage": (H, "delivery damaged"),
    "not_clear": (H, "order new"),
    "order_goods": (H, "order to_order"),
    "goods_late": (H, "order waiting"),
    "goods_in": (H, "order waiting"),
}


def test_every_conversation_is_tried() -> None:
    assert {form.name for form in CONVERSATIONS} == set(SCENES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", CONVERSATIONS, ids=lambda form: form.name)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_nobody_gets_stuck(form: type[Form], language: str, data: st.DataObject) -> None:
    role, state = SCENES[form.name]
    assert not chatted(form, data, room(role, state, language).occasion).is_open


@pytest.mark.parametrize("form", CONVERSATIONS, ids=lambda form: form.name)
def test_each_of_its_words_opens_it_however_politely(form: type[Form]) -> None:
    for word in form.opens_with:
        for said in (word, f"请帮我{word}", word.upper()):
            assert form.opens(said)
            assert opens_something(said)
