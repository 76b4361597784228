"""What the outbox says about where an answer is to appear, and about the network's own buttons for sharing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from bot.envelope import Arrival, Content, Happened, Place, Press, Text
from bot.post import Post
from bot.reception import Reception
from core import membership
from core.opening import open_shop
from core.people import Chat
from core.ports import Json, Received, Unit
from core.storage.open import SqlStore, open_store
from core.tickets import Role
from scheduler.housekeeping import Housekeeping
from tests.acceptance.moments import MONDAY_MORNING
from tests.acceptance.on_chat import read, written

LI = Chat("test", "", "li")
SHOP = open_shop("furniture", MONDAY_MORNING)


@dataclass
class Table:
    """One customer, and what lies in the outbox for him."""

    store: SqlStore
    said: int = 0
    seen: int = 0
    at: datetime = MONDAY_MORNING
    newest: tuple[Json, ...] = ()

    async def says(self, content: Content | str) -> tuple[Json, ...]:
        self.said += 1
        raw = written(Text(content) if isinstance(content, str) else content)
        message = Received(0, LI, str(self.said), MONDAY_MORNING, MONDAY_MORNING, raw)
        await self.store.run(lambda unit: self.taken(unit, message))
        return await self.read()

    async def read(self) -> tuple[Json, ...]:
        lines = await self.store.run(lambda unit: unit.outbox.lines(LI, self.seen, self.at))
        new = [line for line in lines if not line.mine and line.id > self.seen]
        self.seen = max((line.id for line in new), default=self.seen)
        self.newest = tuple(line.body for line in new) or self.newest
        return tuple(line.body for line in new)

    def taken(self, unit: Unit, message: Received) -> None:
        unit.chats.open(LI, "en")
        unit.inbox.note((message,))
        Reception(SHOP, Post(SHOP), {"test": read}).take(unit, LI, MONDAY_MORNING)

    async def is_left_alone(self) -> tuple[Json, ...]:
        """For two days."""
        housekeeping = Housekeeping(self.store, SHOP, Post(SHOP).tell, lambda: self.at)
        for _ in range(48):
            self.at += timedelta(hours=1)
            await housekeeping.tend_drafts()
        return await self.read()

    async def presses(self, label: str) -> tuple[Json, ...]:
        return await self.says(Press(self.token(label), on="77"))

    def token(self, label: str) -> str:
        """Of a button whose label begins so."""
        buttons = [button for body in self.newest for button in body.get("buttons", ())]
        return next(str(token) for shown, token in buttons if str(shown).startswith(label))


@pytest.fixture
async def table() -> AsyncIterator[Table]:
    store = open_store("sqlite://")
    yield Table(store)
    await store.close()


async def test_the_next_question_takes_the_place_of_the_one_that_was_pressed(table: Table) -> None:
    await table.says("hello")
    (product,) = await table.presses("Report a fault")
    assert product["over"] == "77"
    await table.says("sofa")
    (words,) = await table.presses("It creaks")
    assert words["over"] == "77"


async def test_an_old_button_brings_the_question_as_a_new_message(table: Table) -> None:
    await table.says("sofa")
    old = table.token("It creaks")
    await table.presses("It creaks")
    (again,) = await table.says(Press(old, on="12"))
    assert "earlier question" in again["text"]
    assert "over" not in again


async def test_what_is_typed_is_answered_by_a_new_message(table: Table) -> None:
    (product,) = await table.says("report a fault")
    (symptom,) = await table.says("sofa")
    assert "over" not in product
    assert "over" not in symptom


async def test_a_cancelled_form_leaves_no_buttons_behind(table: Table) -> None:
    await table.says("sofa")
    (gone,) = await table.presses("Cancel")
    assert gone == {"text": "Cancelled. Nothing was sent.", "over": "77"}


async def test_number_and_place_may_be_shared_and_that_button_goes_with_the_next_question(table: Table) -> None:
    await table.says("the sofa leg is broken")
    while "share" not in table.newest[-1]:
        await table.says(next_answer(table.newest[-1]))
    assert table.newest[-1]["share"] == "phone"
    (address,) = await table.says("13800138000")
    assert address["share"] == "place"
    assert "unshare" not in address
    (words,) = await table.says(Place(30.27415, 120.15515))
    assert words["text"].startswith("Thank you, I have the place.")
    assert words["unshare"] is True
    assert "share" not in words
    (visit,) = await table.says("12, flat 3")
    assert "share" not in visit
    assert "unshare" not in visit


async def test_a_digression_leaves_the_button_for_sharing_where_it_is(table: Table) -> None:
    await table.says("the sofa leg is broken")
    while "share" not in table.newest[-1]:
        await table.says(next_answer(table.newest[-1]))
    answer, question = await table.says("language")
    assert "unshare" not in answer
    assert question["share"] == "phone"
    (gone,) = await table.says("cancel")
    assert gone["unshare"] is True


async def test_a_form_that_is_put_away_takes_its_button_for_sharing_along(table: Table) -> None:
    await table.says("the sofa leg is broken")
    while "share" not in table.newest[-1]:
        await table.says(next_answer(table.newest[-1]))
    nudged, put_away = await table.is_left_alone()
    assert "unshare" not in nudged
    assert put_away["text"].startswith("We have not heard from you for a while")
    assert put_away["unshare"] is True


def next_answer(body: Json) -> Content:
    """The first thing that leads on."""
    tokens = {str(label): str(token) for label, token in body.get("buttons", ())}
    skip = next((token for label, token in tokens.items() if label == "Skip"), None)
    choice = next((token for token in tokens.values() if token[-1].isdecimal()), None)
    return Press(token) if (token := skip or choice) else Text("Ann Lee")


async def test_who_comes_by_an_invitation_joins_the_staff(table: Table) -> None:
    code = await table.store.run(lambda unit: membership.invite(unit, Role.TECHNICIAN, None, MONDAY_MORNING))
    (welcome,) = await table.says(Arrival(f"join-{code}"))
    assert welcome["text"] == "Welcome! Please say who you are."
    refused, _ = await table.says(Arrival(f"join-{code}"))
    assert "invitation is not valid" in refused["text"]


async def test_a_name_typed_under_the_welcome_is_taken(table: Table) -> None:
    code = await table.store.run(lambda unit: membership.invite(unit, Role.TECHNICIAN, None, MONDAY_MORNING))
    await table.says(Arrival(f"join-{code}"))
    (question,) = await table.says(Text("Zhang Wei"))
    assert "Are you going to customers as a technician?" in question["text"]
    (thanks,) = await table.presses("No")
    assert "Thank you, Zhang Wei." in thanks["text"]


async def test_the_button_under_the_welcome_asks_for_the_name(table: Table) -> None:
    code = await table.store.run(lambda unit: membership.invite(unit, Role.TECHNICIAN, None, MONDAY_MORNING))
    await table.says(Arrival(f"join-{code}"))
    (question,) = await table.presses("Introduce yourself")
    assert "What is your name, as customers shall read it?" in question["text"]
    assert question["over"] == "77"


async def test_a_report_that_was_begun_goes_on_after_who_joins_has_said_who_he_is(table: Table) -> None:
    await table.says("sofa")
    code = await table.store.run(lambda unit: membership.invite(unit, Role.TECHNICIAN, None, MONDAY_MORNING))
    await table.says(Arrival(f"join-{code}"))
    await table.says("Zhang Wei")
    _, question = await table.presses("No")
    assert any(str(label).startswith("It creaks") for label, _ in question["buttons"])


async def test_who_comes_by_any_other_link_sees_what_can_be_done_here(table: Table) -> None:
    (menu,) = await table.says(Arrival("whatever"))
    assert "How can I help you?" in menu["text"]


async def test_what_the_network_reports_is_answered_by_nobody(table: Table) -> None:
    await table.says("sofa")
    assert await table.says(Happened("gone")) == ()
    assert (await table.presses("It creaks"))[0]["over"] == "77"


async def test_a_sent_form_is_confirmed_by_a_new_message_and_its_buttons_go(table: Table) -> None:
    await table.says("I want to make a complaint about the noise")
    while "Please check" not in table.newest[-1]["text"]:
        await table.says(next_answer(table.newest[-1]))
    sent, *_ = await table.presses("Send")
    assert sent["spent"] == "77"
    assert "over" not in sent
