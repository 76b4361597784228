"""How long the shop takes for what it promises. What each setting is for is said in policies/furniture.toml."""

from __future__ import annotations

from core.policy.allowance import Allowance
from core.policy.setting import Duration, Length, LengthOrNever, Section


class Promises(Section):
    greeting: Length
    first_human_contact: Length
    technician_contact: LengthOrNever
    technician_reminder: Length
    human_answer: Length
    urgent_ack: Length
    routing: Length
    reply_outer_limit: Length
    plan: Length
    resolve_simple: Length
    resolve_complex: Length
    progress_every: Length
    warn_before: Length
    warn_complex_first: Length
    warn_complex_last: Length
    escalate_after: Length
    dispatch_timeout: Length
    offer_answer: Length
    arrival_city: Length
    arrival_suburb: Length
    call_ahead: Duration
    call_ahead_phone: Duration
    leave_ahead: Duration
    leave_ahead_suburb: Duration
    apology_after: Length
    help_answer: Length
    parts_check: Length
    customer_reminder: Length
    customer_silence: Length
    acceptance_reminder: Length
    acceptance_limit: Length
    survey_delay: Length
    survey_reminder: Length
    survey_expires: Length
    callback: Length
    complaint_routing: Length
    complaint_feedback: Length
    complaint_plan: Length
    complaint_result: Length
    complaint_warn: Length
    complaint_approval: Length
    crew_named: Length
    instruction: Length
    signed_out: Length
    damage: Length
    unloading: Length
    signature_reminder: Length
    signature: Length
    goods_back: Length
    installer_ack: Length
    fitting: Length
    shipment_payment: Length
    shipping_order: Length
    shipping: Length
    shipment_tracking: Length
    shipment_arrival: Length
    receipt_reminder: Length
    receipt_confirmed: Length
    shortage: Length
    project_approval: Length
    project_plan: Length
    milestone_warn: Length
    project_warn: Length
    project_acceptance: Length
    proposal_opinion: Length
    proposal_decision: Length
    proposal_reminder: Length
    proposal_kept: Length
    proposal_carried_out: Length
    return_decision: Length
    return_task: Length
    capa_measures: Length
    capa_approval: Length
    capa_carrying: Length
    capa_effect: Length
    task_answer: Length
    task_reminder: Length
    stock_check: Length
    contract_complete: Length
    factory_reminder: Length
    factory_order: Length
    goods_come: Length
    date_reminder: Length
    date_agreed: Length
    services_listed: Length
    sale_complete: Length
    quote_written: Length
    quote_reminder: Length
    quote_expires: Length
    leaflet: LengthOrNever
    purchase_found: Length
    contract_answer: Length
    contract_call: Length
    workshop_come: Length
    workshop_repair: Length
    workshop_back: Length

    @property
    def at_once(self) -> Allowance:
        return Allowance()
