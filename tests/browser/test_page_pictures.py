"""Pictures are chosen, looked at, sent, and looked at again."""

from __future__ import annotations

import asyncio
import base64
import io

import pytest
from PIL import Image, ImageDraw
from playwright.async_api import Browser, FilePayload, Route, expect

from bot.envelope import Content, Photo
from tests.browser.shop import Shop
from tests.browser.window import PHONE, window

pytestmark = pytest.mark.asyncio(loop_scope="session")


def picture(colour: tuple[int, int, int], size: tuple[int, int] = (800, 600)) -> bytes:
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).ellipse((200, 100, 600, 500), fill="white")
    image.save(file := io.BytesIO(), "JPEG")
    return file.getvalue()


def files(*names: str) -> list[FilePayload]:
    return [
        FilePayload(name=name, mimeType="image/jpeg", buffer=picture((40 * index + 60, 110, 90)))
        for index, name in enumerate(names)
    ]


def said(shop: Shop) -> list[Content]:
    return [shop.channel.read(raw) for raw in shop.desk.texts()]


async def test_several_pictures_are_sent_with_a_caption(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("王小姐")
    shop.desk.line(who.chat, "请拍几张照片。", asks="photos", step=(3, 6))
    at = await window(browser, **PHONE)
    await at.go(shop.link(who))
    await expect(at.page.locator("#pick.wanted")).to_be_visible()
    await at.page.set_input_files("#files", files("door.jpg", "hinge.jpg", "wrong.jpg"))
    await expect(at.page.locator("#tray img")).to_have_count(3)
    await at.page.locator("#tray button").last.click()
    await at.page.fill("#box", "合页裂了")
    await at.shot("tray")
    await at.page.locator("#send").click()
    await expect(at.page.locator("#tray")).to_be_hidden()
    await expect(at.page.locator(".mine[data-state=noted]")).to_have_count(2)
    first, second = list(shop.desk.photos)
    assert {one.media for one in said(shop) if isinstance(one, Photo)} == {first, second}
    assert [one.caption for one in said(shop) if isinstance(one, Photo)] == ["合页裂了", ""]
    await at.shot("pictures")
    await at.reload()
    await expect(at.page.locator(".picture img[src^='blob:']")).to_have_count(2)
    assert await at.page.locator(".picture img").first.evaluate(
        "image => image.decode().then(() => image.naturalWidth)"
    )
    await at.page.locator(".picture").first.click()
    await expect(at.page.locator("#lightbox")).to_be_visible()
    await at.shot("lightbox")
    await at.page.keyboard.press("Escape")
    await expect(at.page.locator("#lightbox")).to_be_hidden()
    assert not at.complaints


async def test_what_is_said_after_a_picture_arrives_after_it(shop: Shop, browser: Browser) -> None:
    at = await window(browser)
    await at.go(shop.link())
    await at.page.route("**/media", slowly)
    await at.page.set_input_files("#files", files("door.jpg"))
    await at.page.locator("#send").click()
    await at.say("that is all")
    await at.marked("that is all", "waiting")
    await expect(at.page.locator(".mine[data-state=noted]")).to_have_count(2)
    assert [type(one).__name__ for one in said(shop)] == ["Photo", "Text"]


async def test_a_large_picture_is_made_smaller_before_it_travels(shop: Shop, browser: Browser) -> None:
    noise = Image.effect_noise((4000, 3000), 90).convert("RGB")
    noise.save(file := io.BytesIO(), "JPEG", quality=95)
    at = await window(browser)
    await at.go(shop.link())
    big = FilePayload(name="big.jpg", mimeType="image/jpeg", buffer=file.getvalue())
    await at.page.set_input_files("#files", [big])
    await at.page.locator("#send").click()
    await expect(at.page.locator(".mine[data-state=noted]")).to_have_count(1, timeout=20_000)
    kept = shop.folder / next(iter(shop.desk.photos))
    with Image.open(kept) as image:
        assert image.size == (2560, 1920)
    assert kept.stat().st_size < len(file.getvalue()) / 2


async def test_what_is_no_picture_is_not_taken(shop: Shop, browser: Browser) -> None:
    at = await window(browser)
    await at.go(shop.link())
    await at.page.set_input_files(
        "#files", [FilePayload(name="game.exe", mimeType="application/x-msdownload", buffer=b"MZ")]
    )
    await expect(at.page.locator("#notice")).to_contain_text("“game.exe”不是照片")
    await expect(at.page.locator("#tray")).to_be_hidden()


async def test_a_picture_the_desk_refuses_says_why(shop: Shop, browser: Browser) -> None:
    at = await window(browser, **PHONE)
    await at.go(shop.link())
    await at.page.set_input_files("#files", [FilePayload(name="empty.jpg", mimeType="image/jpeg", buffer=b"")])
    await at.page.locator("#send").click()
    await expect(at.page.locator(".failure")).to_contain_text("The picture is empty. (zh)")
    await at.say("and now?")
    await at.marked("and now?", "noted")


@pytest.mark.parametrize("way", ["paste", "drop"])
async def test_pictures_can_be_pasted_and_dropped(shop: Shop, browser: Browser, way: str) -> None:
    at = await window(browser)
    await at.go(shop.link())
    data = base64.b64encode(picture((90, 110, 90))).decode()
    await at.page.evaluate(GIVE, {"way": way, "data": data})
    await expect(at.page.locator("#tray img")).to_have_count(1)
    await at.page.press("#box", "Enter")
    await expect(at.page.locator(".mine[data-state=noted]")).to_have_count(1)


async def test_recordings_play_and_documents_are_saved(shop: Shop, browser: Browser) -> None:
    who = shop.desk.register("张师傅")
    voice = await shop.desk.keep_photo(who.chat, tone())
    invoice = await shop.desk.keep_photo(who.chat, b"%PDF-1.7 an invoice")
    shop.desk.line(who.chat, "客户发来", photos=(voice, invoice))
    at = await window(browser)
    await at.go(shop.link(who))
    await expect(at.page.locator("audio[src^='blob:']")).to_be_visible()
    assert await at.page.locator("audio").evaluate(
        "sound => new Promise((done) => { sound.onloadedmetadata = () => done(sound.duration > 0.4); sound.load(); })"
    )
    async with at.page.expect_download() as saved:
        await at.page.locator("a.document").click()
    assert (await saved.value).suggested_filename == "报价 1.pdf"
    assert not at.complaints


def tone() -> bytes:
    """Half a second of silence, as an MP3 of which every frame is empty."""
    return (b"\xff\xfb\x10\xc4" + bytes(100)) * 40


async def slowly(route: Route) -> None:
    await asyncio.sleep(0.7)
    await route.continue_()


GIVE = """({way, data}) => {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], 'door.jpg', {type: 'image/jpeg'}));
  const box = document.getElementById('box');
  box.dispatchEvent(way === 'paste'
    ? new ClipboardEvent('paste', {clipboardData: carried, bubbles: true, cancelable: true})
    : new DragEvent('drop', {dataTransfer: carried, bubbles: true, cancelable: true}));
}"""


@pytest.mark.parametrize(
    ("name", "kind"), [("今日合同.csv", "text/csv"), ("账单.pdf", "application/pdf"), ("留言.m4a", "audio/mp4")]
)
async def test_a_file_is_sent_and_shown_by_its_name(shop: Shop, browser: Browser, name: str, kind: str) -> None:
    who = shop.desk.register("小梅")
    at = await window(browser, **PHONE)
    await at.go(shop.link(who))
    file = FilePayload(name=name, mimeType=kind, buffer="合同号,客户,电话\n".encode())
    await at.page.set_input_files("#files", [file])
    await expect(at.page.locator("#tray .file")).to_have_text(name)
    await at.shot("table-in-tray")
    await at.page.locator("#send").click()
    await expect(at.page.locator(".mine[data-state=noted]")).to_have_count(1)
    await expect(at.page.locator(".mine .text")).to_have_text(name)
    await at.shot("table-sent")
    (only,) = [one for one in said(shop) if isinstance(one, Photo)]
    assert shop.desk.photos[only.media] == who.chat
