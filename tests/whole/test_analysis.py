"""A manager on the page asks for an analysis, and has it as text, picture and sheet while the desk runs."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PIL import Image

from bot.media.sniffing import XLSX
from core.membership import hashed
from core.ports import Unit
from core.tickets import Role
from tests.whole.desk import Desk, opened


def manages(unit: Unit, key: str) -> None:
    chat = unit.chats.by_key(hashed(key))
    assert chat
    unit.people.save(replace(unit.chats.open(chat, "en").person, roles=frozenset({Role.MANAGER})))


async def fetched(desk: Desk, key: str, media: str) -> tuple[str, str, bytes]:
    """What kind of file it is, how it is offered, and what is in it."""
    headers = {"Authorization": f"Bearer {key}"}
    async with desk.session.get(f"{desk.address}/media/{media}", headers=headers) as answer:
        return answer.headers["Content-Type"], answer.headers["Content-Disposition"], await answer.read()


@pytest.mark.rule("CMP-13")
async def test_a_picture_is_shown_and_a_sheet_is_saved(url: str, tmp_path: Path) -> None:
    async with opened(url, tmp_path) as desk:
        page, key, _ = await desk.page()
        await desk.app.store.run(lambda unit: manages(unit, key))
        await page.say("complaint report 2026-10")
        lines: list[Any] = []
        while not any(line.get("photos") for line in lines):
            lines += await page.hear("lines")
            await page.tell(seen=lines[-1]["id"])
        assert "I am counting the complaints from 2026-10-01 to 2026-10-31" in lines[0]["text"]
        assert "No complaints." in lines[-1]["text"]
        picture, sheet = [await fetched(desk, key, media) for media in lines[-1]["photos"]]
        assert picture[:2] == ("image/jpeg", "inline")
        assert Image.open(BytesIO(picture[2])).width == 1000
        assert sheet[:2] == (
            XLSX,
            "attachment; filename=\"file.xlsx\"; filename*=UTF-8''Complaints%202026-10-01%20to%202026-10-31.xlsx",
        )
        assert load_workbook(BytesIO(sheet[2])).sheetnames == ["Figures", "Cases"]
