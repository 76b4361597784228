"""What the desk counts and times, for Prometheus. No label ever holds an id, a number or a name of a person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.metadata import version

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

from core.outcomes import Outcome
from core.ports import Weight
from core.storage.reading import Counts

disable_created_metrics()  # type: ignore[no-untyped-call]
REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)
QUICK = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)  # seconds
PATIENT = (0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600)


def counter(name: str, about: str, *labels: str) -> Counter:
    return Counter(f"aftercare_{name}", about, labels, registry=REGISTRY)


def gauge(name: str, about: str, *labels: str) -> Gauge:
    return Gauge(f"aftercare_{name}", about, labels, registry=REGISTRY)


def histogram(name: str, about: str, *labels: str, buckets: tuple[float, ...] = QUICK) -> Histogram:
    return Histogram(f"aftercare_{name}", about, labels, buckets=buckets, registry=REGISTRY)


BUILD = gauge("build_info", "Which Aftercare this is", "version")
BUILD.labels(version("aftercare")).set(1)

RECEIVED = counter("inbox_received", "Messages noted", "channel")
DUPLICATES = counter("inbox_duplicates", "Messages that had been noted before", "channel")
QUARANTINED = counter("inbox_quarantined", "Messages set aside after repeated failures", "channel")
ACK = histogram("inbox_ack_duration_seconds", "From arrival to the acknowledgement", "channel")
HANDLED = histogram("inbox_handled_seconds", "From arrival to the commit of the answer", "channel", buckets=PATIENT)
CONTACT = gauge("channel_last_contact_timestamp_seconds", "When a network last brought or took", "channel", "way")
ATTEMPTS = counter("outbox_attempts", "Attempts to deliver", "channel", "outcome")
DELIVERY = histogram("outbox_delivery_seconds", "How long an attempt took that arrived", "channel", "class")
LATENESS = histogram("timer_lateness_seconds", "From due to fired", buckets=PATIENT)
FIRED = counter("timer_fired", "Promises whose moment came", "promise")
DATABASE = gauge("db_up", "1 if the database can be read")
UNHANDLED = gauge("inbox_backlog", "Messages that nobody has answered yet")
UNHANDLED_AGE = gauge("inbox_oldest_age_seconds", "How long the oldest of them has waited")
QUEUED = gauge("outbox_backlog", "Messages that should have left")
QUEUED_AGE = gauge("outbox_oldest_age_seconds", "How long the oldest of them has been due")
UNDELIVERED = gauge("outbox_undelivered", "Messages given up, or of which nobody knows whether they arrived")
DUE = gauge("timer_due", "Promises whose moment has come and which have not rung yet")
ALERTS = gauge("alerts_open", "Alerts that are still open")
BACKUP = gauge("backup_last_success_timestamp_seconds", "When the latest backup was complete; 0 for never")
TICKETS = gauge("ticket_state", "Open tickets by their state", "state")
DENIED = counter("auth_denied", "Who was not let in", "reason")
LIMITED = counter("rate_limited", "Who was asked to slow down", "scope")
TRANSACTION = histogram("db_transaction_seconds", "A unit of work, with its wait for the database")
LAG = histogram("event_loop_lag_seconds", "How late the event loop comes round")

# What is counted with every message is looked up once for each channel: nobody takes it out of the metrics again.
contact, received_on = cache(CONTACT.labels), cache(RECEIVED.labels)
acknowledged_on, handled_on = cache(ACK.labels), cache(HANDLED.labels)


def heard(channel: str, at: datetime) -> None:
    """Say that a network brought something, or was asked and had nothing."""
    contact(channel, "heard").set(at.timestamp())


def received(channel: str, times: int = 1) -> None:
    received_on(channel).inc(times)


def repeated(channel: str, times: int = 1) -> None:
    DUPLICATES.labels(channel).inc(times)


def set_aside(channel: str) -> None:
    QUARANTINED.labels(channel).inc()


def acknowledged(channel: str, took: timedelta) -> None:
    acknowledged_on(channel).observe(took.total_seconds())


def handled(channel: str, took: timedelta) -> None:
    handled_on(channel).observe(took.total_seconds())


def attempted(channel: str, outcome: Outcome) -> None:
    ATTEMPTS.labels(channel, type(outcome).__name__.lower()).inc()


def delivered(channel: str, weight: Weight, at: datetime, begun: datetime) -> None:
    DELIVERY.labels(channel, weight).observe((at - begun).total_seconds())
    contact(channel, "sent").set(at.timestamp())


def fired(promise: str, late: timedelta) -> None:
    FIRED.labels(promise).inc()
    LATENESS.observe(late.total_seconds())


def denied(reason: str) -> None:
    DENIED.labels(reason).inc()


def limited(scope: str) -> None:
    LIMITED.labels(scope).inc()


def transacted(seconds: float) -> None:
    TRANSACTION.observe(seconds)


def last_contacts() -> dict[str, dict[str, datetime]]:
    """When each channel last brought something (`heard`) and took something (`sent`), as far as this process knows."""
    found: dict[str, dict[str, datetime]] = {}
    for sample in next(iter(CONTACT.collect())).samples:
        found.setdefault(sample.labels["channel"], {})[sample.labels["way"]] = datetime.fromtimestamp(sample.value, UTC)
    return found


def lagged(seconds: float) -> None:
    LAG.observe(seconds)


def database_away() -> None:
    DATABASE.set(0)


def counted(counts: Counts, at: datetime) -> None:
    """Show how the desk is doing at this moment."""
    DATABASE.set(1)
    UNHANDLED.set(counts.unhandled)
    UNHANDLED_AGE.set(age(counts.unhandled_since, at))
    QUEUED.set(counts.queued)
    QUEUED_AGE.set(age(counts.queued_since, at))
    UNDELIVERED.set(counts.undelivered)
    DUE.set(counts.clocks_due)
    ALERTS.set(counts.alerts_open)
    BACKUP.set(counts.copied_at.timestamp() if counts.copied_at else 0)
    TICKETS.clear()
    for state, number in counts.tickets_open.items():
        TICKETS.labels(state).set(number)


def age(since: datetime | None, at: datetime) -> float:
    """In seconds."""
    return max(0.0, (at - since).total_seconds()) if since else 0.0


def written() -> bytes:
    """Everything, in the text format that Prometheus reads."""
    return generate_latest(REGISTRY)
