"""The states that tickets come to: what has been done to one by then, and by whom."""

from __future__ import annotations

from core.tickets import Role

VISIT = (
    ("new", "", Role.CUSTOMER),
    ("offered", "assign", Role.DISPATCHER),
    ("scheduled", "accept", Role.TECHNICIAN),
    ("on_site", "arrive", Role.TECHNICIAN),
)
REPAIR = (
    *VISIT,
    ("finished", "finish", Role.TECHNICIAN),
    ("closed", "accept_work", Role.CUSTOMER),
)
SHIPMENT = (
    ("requested", "", Role.CUSTOMER),
    ("released", "confirm_payment", Role.FINANCE),
    ("acknowledged", "ack_logistics", Role.DISPATCHER),
    ("ready", "ack_store", Role.STORE_KEEPER),
    ("on_the_road", "ship_goods", Role.STORE_KEEPER),
    ("incomplete", "report_shortage", Role.CUSTOMER),
)
DELIVERY = (
    ("new", "", Role.CUSTOMER),
    ("scheduled", "assign", Role.DISPATCHER),
    ("blocked", "report_goods", Role.TECHNICIAN),
    ("unblocked", "instruct", Role.DISPATCHER),
    ("checked", "check_goods", Role.TECHNICIAN),
    ("on_the_way", "set_off", Role.TECHNICIAN),
    ("on_site", "arrive", Role.TECHNICIAN),
    ("finished", "hand_over", Role.TECHNICIAN),
    ("flawed", "small_flaw", Role.TECHNICIAN),
    ("going_back", "take_back", Role.TECHNICIAN),
    ("damaged", "goods_back", Role.STORE_KEEPER),
)
PROJECT = (
    ("asked", "", Role.CUSTOMER),
    ("second", "approve_project", Role.DISPATCHER),
    ("third", "approve_project", Role.SUPERVISOR),
    ("approved", "approve_project", Role.MANAGER),
    ("running", "plan_project", Role.DISPATCHER),
    ("filed", "file_agreement", Role.DISPATCHER),
    ("finished", "hand_in_project", Role.DISPATCHER),
)
LIVES = {"delivery": DELIVERY, "installation": VISIT, "shipment": SHIPMENT, "project": PROJECT}
