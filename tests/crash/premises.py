"""A furniture shop to begin with, made once, and a fresh copy of its database for each conversation."""

from __future__ import annotations

import asyncio
import os
import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

import psycopg
from psycopg.sql import SQL, Identifier
from sqlalchemy.engine import make_url

from core.opening import open_shop
from core.people import Chat
from core.ports import Unit
from core.storage.open import open_store
from core.storage.schema import migrate
from core.tickets import Role
from tests.acceptance.deliveries import WAITING
from tests.crash.moment import Moment
from tests.crash.mortal_desk import Place

MORNING = datetime(2026, 11, 23, 1, 5, tzinfo=UTC)  # Monday, 09:05 in Shanghai
SHOP = open_shop("furniture", MORNING)
STAFF = (
    ("张师傅", Role.TECHNICIAN, "007"),
    ("王师傅", Role.TECHNICIAN, "012"),
    ("小陈", Role.DISPATCHER, ""),
    ("刘主管", Role.SUPERVISOR, ""),
    ("赵经理", Role.MANAGER, ""),
)
DRIVERS = (("孙师傅", "021"), ("周师傅", "022"))
SKILLS = frozenset(SHOP.policy.catalogue.skills)


class Copies(Protocol):
    def another(self) -> str:
        """The address of a database with all the staff, and a customer who has never been there."""
        ...


@dataclass(slots=True)
class Premises:
    copies: Copies

    def another(self) -> Place:
        return Place(self.copies.another(), SHOP, Moment(MORNING))


@dataclass(slots=True)
class Files:
    folder: Path

    def __post_init__(self) -> None:
        furnish(f"sqlite:///{self.folder / 'first.db'}")

    def another(self) -> str:
        for old in self.folder.glob("copy.db*"):
            old.unlink()
        return f"sqlite:///{shutil.copy(self.folder / 'first.db', self.folder / 'copy.db')}"


@dataclass(slots=True)
class Databases:
    """On the PostgreSQL server on which `url` is some other database. Several processes may do this at once."""

    url: str
    own: str = field(default_factory=lambda: f"crash_{os.getpid()}")

    def __post_init__(self) -> None:
        furnish(self.made(self.own, "template1"))

    def another(self) -> str:
        return self.made(f"{self.own}_copy", self.own)

    def made(self, name: str, like: str) -> str:
        """Whoever was still connected to an earlier one of that name is a process that was killed."""
        new, model = Identifier(name), Identifier(like)
        with psycopg.connect(self.url, autocommit=True) as server:
            server.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(new))
            server.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(new, model))
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)


def furnish(url: str) -> None:
    migrate(url)
    asyncio.run(staff(url))


async def staff(url: str) -> None:
    store = open_store(url)
    for name, role, badge in STAFF:
        await store.run(partial(hire, name=name, role=role, badge=badge))
    for name, badge in DRIVERS:
        await store.run(partial(hire, name=name, role=Role.TECHNICIAN, badge=badge, crew="1号车"))
    await store.run(lambda unit: unit.sales.add(WAITING))
    await store.close()


def hire(unit: Unit, name: str, role: Role, badge: str, crew: str = "") -> None:
    """Who drives brings things, and repairs nothing."""
    person = unit.chats.open(Chat("test", "", name), "zh_CN").person
    skills = frozenset[str]() if crew else SKILLS
    unit.people.save(replace(person, name=name, roles=frozenset({role}), badge=badge, skills=skills, crew=crew))
