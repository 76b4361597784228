"""The kinds of ticket, one file each, and the list of them."""

from core.kinds.callback import CALLBACK
from core.kinds.capa import CAPA
from core.kinds.complaint import COMPLAINT
from core.kinds.delivery import DELIVERY
from core.kinds.fault import FAULT
from core.kinds.incident import INCIDENT
from core.kinds.installation import INSTALLATION
from core.kinds.kind import Kind
from core.kinds.order import ORDER
from core.kinds.project import PROJECT
from core.kinds.proposal import PROPOSAL
from core.kinds.recall import RECALL
from core.kinds.return_ import RETURN
from core.kinds.service_contract import SERVICE_CONTRACT
from core.kinds.shipment import SHIPMENT
from core.kinds.task import TASK

KINDS: tuple[Kind, ...] = (
    FAULT, DELIVERY, INSTALLATION, SHIPMENT, PROJECT, CALLBACK, COMPLAINT, PROPOSAL, RETURN, CAPA, TASK, ORDER,
    RECALL, INCIDENT, SERVICE_CONTRACT,
)  # fmt: skip
BY_NAME = {kind.name: kind for kind in KINDS}


def kind_named(name: str) -> Kind:
    return BY_NAME[name]
