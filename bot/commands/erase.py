"""`aftercare erase`: forget a customer who asked for it by telephone or letter."""

from __future__ import annotations

import asyncio

import click

from bot.commands.given import Given, in_one_unit, now, shop_of
from bot.media.pictures import Pictures
from core.desk import Desk
from core.errors import NotFound
from core.people import Person
from core.ports import Unit
from core.privacy import forget
from core.shop import Shop
from core.storage.ledger import Ledger, erased_in
from core.tickets import PersonId

MOST_DIGITS = 18  # of an id


@click.command()
@click.argument("person")
@click.confirmation_option(prompt="Name, phone, words and pictures will be gone for good. Go on?")
@click.pass_obj
def erase(given: Given, person: str) -> None:
    """Forget PERSON: the customer with this id, or of the ticket with this number."""
    settings = given.settings()
    shop = shop_of(settings)
    pictures = in_one_unit(settings, lambda unit: forgotten(unit, shop, person))
    asyncio.run(Pictures(settings.media).forget(pictures))
    Ledger(settings.erased).add(in_one_unit(settings, erased_in), now())
    click.echo(f"Forgotten, with {len(pictures)} pictures. Backups made before now still know the person, and forget")
    click.echo(f"him when they are restored here: {settings.erased} remembers that.")


def forgotten(unit: Unit, shop: Shop, person: str) -> list[str]:
    """The pictures whose files have to go. Raises NotFound, Refused."""
    desk = Desk(unit, shop, now(), "command line")
    forget(desk, somebody(desk, person))
    return desk.forgotten


def somebody(desk: Desk, person: str) -> Person:
    if person.isdecimal() and len(person) <= MOST_DIGITS:
        return desk.person(PersonId(int(person)))
    ticket = desk.unit.tickets.numbered(person.upper())
    if ticket is None:
        raise NotFound
    return desk.person(ticket.customer)
