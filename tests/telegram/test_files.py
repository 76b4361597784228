"""Pictures and other files, both ways."""

from __future__ import annotations

from io import BytesIO

import pytest
from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram.types import InputMediaPhoto as Piece
from PIL import Image
from telegram import InputMediaPhoto
from telegram.error import BadRequest, InvalidToken

from tests.telegram.conftest import Sender
from tests.telegram.network import Network
from tests.telegram.people import Person


def picture(width: int = 40, height: int = 30) -> bytes:
    kept = BytesIO()
    Image.new("RGB", (width, height), "red").save(kept, "JPEG")
    return kept.getvalue()


@pytest.fixture
async def ann(network: Network) -> Person:
    ann = network.person("Ann")
    await ann.starts()
    return ann


async def test_a_photo_comes_in_and_is_fetched(ann: Person, receiver: Bot, sender: Sender) -> None:
    await ann.sends_photo(picture(), "the crack")
    message = (await receiver.get_updates())[-1].message
    assert message and message.photo and message.caption == "the crack"
    file = await sender.get_file(message.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == picture()
    kept = await receiver.download(message.photo[-1].file_id)
    assert kept and kept.read() == picture()


async def test_an_album_comes_as_many_messages_of_one_group(ann: Person, receiver: Bot) -> None:
    await ann.sends_album([picture(), picture(50)], "both sides")
    first, second = (u.message for u in (await receiver.get_updates())[-2:])
    assert first and second
    assert first.media_group_id == second.media_group_id is not None
    assert (first.caption, second.caption) == ("both sides", None)


async def test_voice_video_and_documents_come_in(ann: Person, receiver: Bot, sender: Sender) -> None:
    await ann.sends_voice(b"voice")
    await ann.sends_video(b"video")
    await ann.sends_document(b"pdf", "invoice.pdf")
    voice, video, document = (u.message for u in (await receiver.get_updates())[-3:])
    assert voice and voice.voice and video and video.video and document and document.document
    assert document.document.file_name == "invoice.pdf"
    assert bytes(await (await sender.get_file(voice.voice.file_id)).download_as_bytearray()) == b"voice"


async def test_what_is_larger_than_20_megabytes_is_not_handed_out(ann: Person, receiver: Bot, sender: Sender) -> None:
    await ann.sends_video(bytes(20 * 1024 * 1024 + 1))
    message = (await receiver.get_updates())[-1].message
    assert message and message.video
    with pytest.raises(BadRequest, match=r"(?i)file is too big"):
        await sender.get_file(message.video.file_id)


async def test_the_bot_sends_a_photo_and_sends_it_again_by_its_id(ann: Person, sender: Sender) -> None:
    sent = await sender.send_photo(ann.id, picture(), caption="<i>seen</i>", parse_mode="HTML")
    assert (sent.caption, sent.photo[-1].width) == ("seen", 40)
    again = await sender.send_photo(ann.id, sent.photo[-1].file_id)
    assert again.photo[-1].file_unique_id == sent.photo[-1].file_unique_id


async def test_what_is_no_picture_is_no_photo(ann: Person, sender: Sender) -> None:
    with pytest.raises(BadRequest, match=r"(?i)image_process_failed"):
        await sender.send_photo(ann.id, b"not a picture")


async def test_an_album_is_sent_by_either_library(ann: Person, sender: Sender, receiver: Bot) -> None:
    theirs = await sender.send_media_group(
        ann.id, [InputMediaPhoto(picture(), caption="one"), InputMediaPhoto(picture())]
    )
    assert len({message.media_group_id for message in theirs}) == 1
    pieces = [Piece(media=BufferedInputFile(picture(), "p.jpg")) for _ in range(2)]
    assert len(await receiver.send_media_group(ann.id, [*pieces])) == 2
    assert ann.sees == "one (photo)\n (photo)\n (photo)\n (photo)"


async def test_one_picture_is_no_album(ann: Person, sender: Sender) -> None:
    with pytest.raises(BadRequest, match=r"(?i)wrong number"):
        await sender.send_media_group(ann.id, [InputMediaPhoto(picture())])


async def test_a_caption_is_shorter_than_a_text(ann: Person, sender: Sender) -> None:
    with pytest.raises(BadRequest, match=r"(?i)caption is too long"):
        await sender.send_photo(ann.id, picture(), caption="x" * 1025)


async def test_the_picture_of_a_message_is_exchanged(ann: Person, sender: Sender) -> None:
    sent = await sender.send_photo(ann.id, picture(), caption="before")
    edited = await sender.edit_message_media(InputMediaPhoto(picture(80), caption="after"), ann.id, sent.message_id)
    assert not isinstance(edited, bool) and edited.photo[-1].width == 80
    assert ann.sees == "after (photo)"


async def test_a_download_may_fail(network: Network, ann: Person, receiver: Bot, sender: Sender) -> None:
    await ann.sends_photo(picture())
    message = (await receiver.get_updates())[-1].message
    assert message and message.photo
    file = await sender.get_file(message.photo[-1].file_id)
    network.files.lost.add((file.file_path or "").partition(network.token + "/")[2])
    with pytest.raises(InvalidToken):  # the library takes "not found" for that
        await file.download_as_bytearray()
