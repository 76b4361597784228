"""`python -m docs.telegram_picture`: docs/telegram.png, what two people see of one repair on Telegram.

The desk is the real one, the network is the tests' emulator: what is drawn is what was sent, in a face of our own.
"""

from __future__ import annotations

import asyncio
import html
import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.async_api import async_playwright

from core.storage.schema import migrate
from core.tickets import Role
from tests.telegram.chats import words
from tests.telegram.people import Person
from tests.whole.messenger import shop

PICTURE = Path("docs/telegram.png")
STYLE = """
    body { margin: 0; display: inline-flex; gap: 28px; padding: 28px; background: #eef1f4; font: 15px/1.5 sans-serif }
    section { width: 372px; height: 640px; overflow: hidden; border-radius: 22px; background: #cfdde8;
              box-shadow: 0 4px 18px #0003; display: flex; flex-direction: column }
    h1 { font-size: 16px; margin: 0; padding: 12px 18px; background: #fff; z-index: 1 }
    main { flex: 1; overflow: hidden; display: flex; flex-direction: column; justify-content: flex-end; padding: 12px }
    p { margin: 5px 0 0; padding: 7px 12px; border-radius: 14px; background: #fff; white-space: pre-wrap;
        max-width: 82%; align-self: flex-start }
    p.mine { background: #e3fbd0; align-self: flex-end }
    div { display: flex; gap: 4px; margin-top: 4px; width: 88% }
    div > span { flex: 1; text-align: center; background: #7f99adcc; color: #fff; border-radius: 9px; padding: 6px 4px }
"""


async def main() -> None:
    with TemporaryDirectory(prefix="aftercare-docs-") as folder:
        phones = await of_one_repair(Path(folder))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = await browser.new_page(device_scale_factor=1.5)
        await page.set_content(f"<style>{STYLE}</style>{''.join(phones)}")
        await page.locator("body").screenshot(path=PICTURE)
        await browser.close()


async def of_one_repair(folder: Path) -> tuple[str, str]:
    """The customer's phone and the technician's, when he has just accepted."""
    database = f"sqlite:///{folder / 'aftercare.db'}"
    migrate(database)
    async with shop(database, folder) as place, place.open() as desk:
        zhang = place.network.person("张师傅", language="zh-hans")
        chen = place.network.person("小陈", language="zh-hans")
        ann = place.network.person("李雷", language="zh-hans", phone="+8613800138000")
        await place.hired(desk, zhang, Role.TECHNICIAN, badge="007", phone="+8613900000007")
        await place.hired(desk, chen, Role.DISPATCHER)
        await reports(ann)
        await chen.hears("张师傅")
        await chen.presses("张师傅")
        await zhang.hears("接单")
        await zhang.presses("接单")
        await ann.hears("张师傅")
        return phone("售后服务", ann), phone("售后服务 · 张师傅", zhang)


async def reports(ann: Person) -> None:
    await ann.says("沙发脚断了，一坐就晃")
    await ann.hears("请拍几张")
    await ann.presses("跳过")
    await ann.hears("紧急")
    await ann.presses("可以等到上门时处理")
    await ann.hears("电话")
    await ann.shares_contact()
    await ann.hears("地址")
    await ann.says("杭州市西湖区文三路 1 号 3 楼 301")
    await ann.hears("什么时候上门")
    await ann.says("2")
    await ann.hears("核对")
    await ann.presses("提交")
    await ann.hears("工单号")


def phone(title: str, person: Person) -> str:
    lines = "".join(line for message in person.room.messages.values() for line in drawn(message))
    return f"<section><h1>{html.escape(title)}</h1><main>{lines}</main></section>"


def drawn(message: dict[str, Any]) -> Iterable[str]:
    mine = "" if message["from"]["is_bot"] else ' class="mine"'
    said = words(message) or ("📱 " + message["contact"]["phone_number"] if "contact" in message else "📎")
    yield f"<p{mine}>{html.escape(said)}</p>"
    for row in message.get("reply_markup", {}).get("inline_keyboard", ()):
        yield "<div>" + "".join(f"<span>{html.escape(button['text'])}</span>" for button in row) + "</div>"


if __name__ == "__main__":
    asyncio.run(main())
