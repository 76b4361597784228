"""On Telegram an edit makes no sound: news comes as a message, and the card before goes."""

from __future__ import annotations

from core.storage.open import open_store
from tests.acceptance.scripts import ACCEPTED, REPORTED
from tests.acceptance.shop import opened


async def test_a_technician_hears_that_it_is_time_to_leave_and_has_one_card() -> None:
    from tests.acceptance.on_telegram import on_telegram  # noqa: PLC0415 - takes seconds to load

    store = open_store("sqlite://")
    async with on_telegram() as network:
        desk = await opened(store, "en", network=network)
        await desk.play(REPORTED + ACCEPTED)
        zhang = network.people["Zhang"]
        assert zhang.noticed == "", "he presses Accept, and looks at what comes of it"
        await desk.play("... until Mon 12:35")
        assert "Time to leave" in zhang.noticed
        assert zhang.sees.count("[On my way]") == 1
    await store.close()
