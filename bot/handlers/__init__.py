"""Everything that can be said at any time, in the order in which it is looked for."""

from bot.handlers import contracts, customer, everybody, goods, lists, office, reports, technician
from bot.handlers.handler import Handler

HANDLERS: tuple[Handler, ...] = (
    *everybody.HANDLERS,
    *lists.HANDLERS,
    *office.HANDLERS,
    *reports.HANDLERS,
    *technician.HANDLERS,
    *goods.HANDLERS,
    *contracts.HANDLERS,
    *customer.HANDLERS,
)
