"""The shop's rulebook as typed settings: the code says which promise, the policy says how long."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from core.errors import WrongSetting
from core.policy.allowance import Allowance
from core.policy.bilingual import Bilingual
from core.policy.catalogue import Catalogue, gaps
from core.policy.complaints import Complaint
from core.policy.hints import mentions, plain
from core.policy.layers import Key, checked, complain, read_layer, suggestion, unknown
from core.policy.promises import Promises
from core.policy.proposals import Proposal
from core.policy.returns import Returns
from core.policy.sections import Conversation, Dispatch, Escalation, Hours, Limits, Retention, Shop, Survey
from core.policy.setting import Section
from core.policy.visits import Checklists, Delivery, Installation, Leaflet, Order, Visit
from core.policy.warranty import Contract, Warranty

__all__ = ["PROFILES", "Allowance", "Bilingual", "Policy", "load_policy"]

PROFILES = ("furniture", "property", "appliance", "piano")
HERE = Path(__file__).parent.with_name("policies")


class Policy(Section):
    shop: Shop
    hours: Hours
    promises: Promises
    visit: Visit
    delivery: Delivery
    installation: Installation
    order: Order
    dispatch: Dispatch
    escalation: Escalation
    survey: Survey
    conversation: Conversation
    limits: Limits
    retention: Retention
    warranty: Warranty
    contract: Contract
    leaflet: Leaflet
    complaint: Complaint
    proposal: Proposal
    returns: Returns
    catalogue: Catalogue

    @cached_property
    def version(self) -> str:
        """The same for the same settings, so that a ticket can say which policy it was handled under (ARC-07)."""
        return sha256(repr(self).encode()).hexdigest()[:12]

    def checklists(self, kind: str) -> Checklists:
        """What whoever goes looks through, by the kind of ticket."""
        own: dict[str, Checklists] = {"delivery": self.delivery, "installation": self.installation}
        return own.get(kind, self.visit)

    def is_emergency(self, text: str) -> bool:
        """True if a word is said that makes a ticket urgent without asking (FLT-11)."""
        return mentions(plain(text), self.shop.emergency_words)


def load_policy(profile: str, overlay: Path | None = None) -> Policy:
    """A profile, with the shop's own file laid over it.

    Raises WrongSetting with a line for everything that is wrong, naming file and key.
    """
    if profile not in PROFILES:
        known = ", ".join(PROFILES)
        raise WrongSetting(f'there is no policy profile "{profile}"{suggestion(profile, PROFILES)}; known: {known}')
    shared = ("delivery", "installation", "shipment", "order", "project", "quote", "contract", "workshop", "leaflet")
    ours = [HERE / f"{name}.toml" for name in (*shared, profile, f"catalogue-{profile}")]
    files = [*ours, *([overlay] if overlay else [])]
    layers = [read_layer(file) for file in files]
    policy = checked(Policy, layers)
    if wrong := list(contradictions(policy)):
        complain(layers, wrong)
    return policy


def contradictions(policy: Policy) -> Iterable[tuple[Key, str]]:
    """Values that are each possible, but not together."""
    for category in policy.warranty.by_category:
        if category not in policy.catalogue.categories:
            yield ("warranty", "by_category", category), unknown(category, policy.catalogue.categories)
    for category in policy.installation.checks:
        if category not in policy.catalogue.categories:
            yield ("installation", "checks", category), unknown(category, policy.catalogue.categories)
    if policy.dispatch.standin == policy.dispatch.role:
        yield ("dispatch", "standin"), "must be another role than dispatch.role"
    if any(level.role == "outside" for level in list(policy.complaint.levels.values())[:-1]):
        yield ("complaint", "levels"), "names a level above the outside body"
    for rule in policy.returns.unnamed:
        yield ("returns", "rules", rule), "is missing"
    yield from wrong_order(policy)
    yield from clashing_windows(policy)
    yield from gaps(policy.catalogue)


def wrong_order(policy: Policy) -> Iterable[tuple[Key, str]]:
    promises: dict[str, Allowance] = dict(policy.promises)
    for first, last in SHORTER:
        if promises[last] and promises[first].rough >= promises[last].rough:
            yield ("promises", first), f"{promises[first]} must be shorter than promises.{last}, {promises[last]}"
    if policy.visit.arrive_early_least.time > policy.visit.arrive_early_most.time:
        yield ("visit", "arrive_early_least"), "must not be longer than visit.arrive_early_most"
    if policy.conversation.nudge_after.time >= policy.conversation.close_after.time:
        yield ("conversation", "nudge_after"), "must be shorter than conversation.close_after"


SHORTER = (
    ("warn_before", "plan"),
    ("warn_before", "resolve_simple"),
    ("resolve_simple", "resolve_complex"),
    ("warn_complex_last", "warn_complex_first"),
    ("warn_complex_first", "resolve_complex"),
    ("technician_reminder", "technician_contact"),
    ("call_ahead_phone", "call_ahead"),
    ("customer_reminder", "customer_silence"),
    ("acceptance_reminder", "acceptance_limit"),
    ("complaint_warn", "complaint_result"),
    ("complaint_plan", "complaint_result"),
    ("signature_reminder", "signature"),
    ("shipment_tracking", "shipment_arrival"),
    ("receipt_reminder", "receipt_confirmed"),
    ("proposal_reminder", "proposal_kept"),
    ("proposal_opinion", "proposal_decision"),
    ("factory_reminder", "factory_order"),
    ("date_reminder", "date_agreed"),
    ("services_listed", "sale_complete"),
    ("quote_reminder", "quote_expires"),
    ("warn_before", "workshop_repair"),
    ("survey_delay", "survey_reminder"),
    ("survey_reminder", "survey_expires"),
)


def clashing_windows(policy: Policy) -> Iterable[tuple[Key, str]]:
    for number, window in enumerate(policy.visit.windows):
        for rest in policy.hours.quiet:
            if window.overlaps(rest):
                yield ("visit", "windows", number), f"{window} disturbs the quiet time {rest} (hours.quiet)"
    for name, week in (("office", policy.hours.office), ("field", policy.hours.field)):
        if not any(week.days):
            yield ("hours", name), "has no open day"
        for day, windows in week:
            if any(one.overlaps(other) for one, other in combinations(windows, 2)):
                yield ("hours", name, day), "has windows that overlap"
