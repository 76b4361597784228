"""The steps of the desk at which it can be killed."""

from __future__ import annotations

from enum import StrEnum, auto


class Point(StrEnum):
    """Each has been reached, and the desk killed there, before the test passes."""

    # A life
    OPENED = auto()  # the database is open, nothing has been looked at
    CAUGHT_UP = auto()  # what an earlier life left in the inbox is handled, nothing has been sent

    # The border, inwards
    MESSAGE_CAME = auto()  # the network has handed it over, nothing is noted
    MESSAGE_NOTED = auto()  # it is committed, the network does not know yet
    MESSAGE_ACKNOWLEDGED = auto()  # the network knows, nobody has looked at it

    # Any unit of work
    UNIT_WANTED = auto()  # nothing has begun
    UNIT_BEGUN = auto()  # the transaction is open, nothing is done in it
    UNIT_DONE = auto()  # all is done, COMMIT has not been said
    COMMITTING = auto()  # while the database works on COMMIT
    COMMITTED = auto()  # whoever asked has not been told
    RESULT_GIVEN = auto()  # he has been told, and has done nothing about it

    # Within a unit of work, just after something was asked of the database
    INBOX_FILLED = auto()
    CHAT_OPENED = auto()
    DRAFT_KEPT = auto()
    TICKET_ADDED = auto()
    TICKET_SAVED = auto()
    HISTORY_WRITTEN = auto()
    CLOCKS_KEPT = auto()
    CLOCK_FIRED = auto()
    ANSWER_QUEUED = auto()
    MESSAGE_HANDLED = auto()
    PARCELS_CLAIMED = auto()
    ATTEMPT_RECORDED = auto()
    LAPSED_FOUND = auto()
    CHAT_WOKEN = auto()
    CLOCK_FOUND = auto()
    READ = auto()  # and whatever else

    # Between two units of work
    CLOCK_CLAIMED = auto()  # one has found it due, the next has not rung it
    PARCELS_GIVEN = auto()  # they are claimed, nobody carries them yet

    # The border, outwards
    PARCEL_TAKEN = auto()  # it is claimed, nothing has been written to the network
    NETWORK_HAS_IT = auto()  # it is written, the network has not answered
    NETWORK_ANSWERED = auto()  # the answer is here, nothing of it is recorded
