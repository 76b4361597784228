"""A customer points his telephone at the code on his sofa, and lands in the web chat."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from core.links import Link
from tests.whole.desk import opened


async def test_the_page_says_the_code_and_the_report_knows_the_product(sqlite_url: str, tmp_path: Path) -> None:
    link = Link("code_on-a_sofa", "report_fault", {"product": "own:sofa:NOVA sofa"})
    async with opened(sqlite_url, tmp_path) as desk:
        await desk.app.store.run(lambda unit: unit.links.add(link))
        page, key, _ = await desk.page()
        name = str(uuid4())
        await page.tell(say={"id": name, "start": link.token, "label": "(came by a code)"})
        assert await page.hear("noted") == name
        (line,) = await page.hear("lines")
        assert "NOVA sofa" in line["text"]
        assert "The seat has sunk in" in [button["label"] for button in line["buttons"]]
        _, _, history = await desk.page(key)
        assert [line["text"] for line in history if line["mine"]] == ["(came by a code)"]


async def test_what_is_no_code_is_not_taken(sqlite_url: str, tmp_path: Path) -> None:
    async with opened(sqlite_url, tmp_path) as desk:
        page, *_ = await desk.page()
        await page.tell(say={"id": str(uuid4()), "start": "../../etc/passwd", "label": ""})
        assert (await page.hear("refused"))["why"] == "I could not read that message."
