"""The ledgers of the service department, one definition each, and the list of them."""

from core.ledgers.complaints import COMPLAINTS, CORRECTIVE_ACTIONS
from core.ledgers.contracts import CONTRACTS
from core.ledgers.entry import Ledger
from core.ledgers.projects import PROJECTS
from core.ledgers.proposals import PROPOSALS
from core.ledgers.repairs import REPAIRS
from core.ledgers.returns import RETURNS
from core.ledgers.shipments import SHIPMENTS
from core.ledgers.tasks import TASKS
from core.ledgers.visits import DELIVERIES, INSTALLATIONS, TRIPS

LEDGERS: tuple[Ledger, ...] = (
    REPAIRS, COMPLAINTS, CORRECTIVE_ACTIONS, TASKS, RETURNS, PROPOSALS, DELIVERIES, TRIPS, INSTALLATIONS, SHIPMENTS,
    CONTRACTS, PROJECTS,
)  # fmt: skip


def ledger_named(name: str) -> Ledger:
    return next(ledger for ledger in LEDGERS if ledger.name == name)
