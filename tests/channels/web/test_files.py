"""The files of the page."""

from __future__ import annotations

from pathlib import Path

from bot.channels.web.guard import Border
from tests.channels.web.house import House, opened


async def test_browsers_are_told_to_run_our_files_only(tmp_path: Path) -> None:
    async with opened(tmp_path, border=Border(frames=("'self'", "https://shop.example"))) as house:
        for path in ("/", "/static/chat.js", "/nowhere"):
            headers = (await house.client.get(path)).headers
            policy = headers["Content-Security-Policy"]
            assert policy.startswith(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src blob:;"
            )
            assert policy.endswith("frame-ancestors 'self' https://shop.example")
            assert "unsafe" not in policy
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Referrer-Policy"] == "no-referrer"
            assert "Set-Cookie" not in headers


async def test_everything_the_page_names_is_served(house: House) -> None:
    page = await (await house.client.get("/")).text()
    names = [part.split('"')[0] for part in page.split('"static/')[1:]]
    assert {"theme.css", "chat.js", "icon.svg"} <= set(names)
    for name in names:
        assert (await house.client.get(f"/static/{name}")).status == 200
    assert "style=" not in page
    assert "<script>" not in page
