"""Codes to print: each is a picture that a telephone can read, and opens what it should."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from core.links import Link
from core.people import Chat, Sale
from core.ports import Unit
from core.tickets import Ref, Ticket
from tests.commands.shell import Said, Shell

AT = datetime.now(UTC)


def sold(unit: Unit, *models: str) -> None:
    bought = date(2026, 1, 2)
    unit.sales.add([Sale(0, "S-1", "", "", f"NOVA {model}", "sofa", model, "", bought, bought, "") for model in models])


def token_in(said: Said) -> str:
    assert said.code == 0, said.err
    found = re.search(r"#s=([\w-]+)\n", said.out)
    assert found, said.out
    return found[1]


def link(desk: Shell, token: str, at: datetime = AT) -> Link | None:
    return desk.kept(lambda unit: unit.links.get(token, at))


def test_the_code_of_a_product_opens_a_report_with_it(desk: Shell) -> None:
    token = token_in(desk("qr", "product", "sofa", "NOVA sofa", "nova.svg"))
    assert link(desk, token) == Link(token, "report_fault", {"product": "own:sofa:NOVA sofa"})
    assert Path("nova.svg").read_text("utf-8").startswith("<?xml")


def test_the_picture_is_a_code_with_the_address_of_the_web_chat(desk: Shell) -> None:
    Path("aftercare.toml").write_text('public_url = "https://service.example.com"')
    said = desk("qr", "shop", "window.png")
    assert said.out == "window.png: https://service.example.com/\n"
    with Image.open("window.png") as picture:
        assert picture.format == "PNG"
        assert picture.width == picture.height > 200


def test_the_code_of_an_order_knows_what_was_bought(desk: Shell) -> None:
    desk.kept(lambda unit: sold(unit, "NOVA-3"))
    one = link(desk, token_in(desk("qr", "order", "S-1", "a.svg")))
    assert one
    assert re.fullmatch(r"sale:\d+:sofa:NOVA NOVA-3 NOVA-3", one.answers["product"])
    desk.kept(lambda unit: sold(unit, "NOVA-1", "NOVA-2"))
    several = link(desk, token_in(desk("qr", "order", "S-1", "b.svg")))
    assert several
    assert several.answers == {"product": "key::S-1"}


def test_the_code_of_a_ticket_is_about_it(desk: Shell) -> None:
    def reported(unit: Unit) -> Ticket:
        customer = unit.chats.open(Chat("web", "", "li"), "en").person.id
        return unit.tickets.add(Ticket(Ref("r1"), "", "fault", "new", customer, AT), "F", AT.date())

    number = desk.kept(reported).number
    found = link(desk, token_in(desk("qr", "ticket", number.lower(), "a.png")))
    assert found
    assert (found.ticket, found.form) == ("r1", "")


def test_a_code_may_be_good_for_a_while_only(desk: Shell) -> None:
    token = token_in(desk("qr", "product", "sofa", "NOVA", "a.svg", "--days", "30", "--uses", "1"))
    assert link(desk, token, AT + timedelta(days=29))
    assert link(desk, token, AT + timedelta(days=31)) is None
    assert desk.kept(lambda unit: unit.links.use(token, AT))
    assert link(desk, token) is None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("shop", "window.gif"), "window.gif must end in .svg or .png"),
        (("product", "spaceship", "X", "a.svg"), "There is no category spaceship; there are sofa, "),
        (("order", "S-404", "a.svg"), "Nothing is known of an order S-404: aftercare import-sales"),
        (("ticket", "F-404", "a.svg"), "There is no ticket F-404."),
        (("shop", "no/such/folder/a.svg"), "No such file or directory"),
    ],
)
def test_what_cannot_be_made_says_why(desk: Shell, words: tuple[str, ...], why: str) -> None:
    said = desk("qr", *words)
    assert said.code != 0
    assert why in said.err
    assert not Path("a.svg").exists()
