"""Files that people send on Telegram come into the store in the background, whatever happens on the way."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.channels.telegram.calling import bot_of
from bot.channels.telegram.downloading import Downloads
from bot.media.attachments import Attachments, StillComing
from bot.media.fetching import LOST, TOO_LARGE, Fetching
from bot.media.pictures import UNKNOWN, Pictures
from core.people import Chat
from core.phrases import Phrase
from core.ports import Conversation, Unit
from core.storage.open import SqlStore, open_store
from tests.channels.samples import GPS, phone_photo
from tests.telegram.faults import Broken, Dropped
from tests.telegram.files import Kept
from tests.telegram.network import Network
from tests.telegram.server import opened

LI = Chat("telegram", "7", "6100000001")
NAME = "n" * 64


@dataclass
class House:
    """A desk that only fetches, and a Telegram to fetch from."""

    store: SqlStore
    network: Network
    folder: Path
    at: datetime = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
    told: list[Phrase] = field(default_factory=list[Phrase])

    def __post_init__(self) -> None:
        self.bot = bot_of(self.network.token, self.network.url)
        self.pictures = Pictures(self.folder)
        self.fetching = Fetching(
            self.store, self.pictures, {"telegram": Downloads(self.bot)}, self.tell, lambda: self.at
        )
        self.attachments = Attachments(self.store, self.pictures)

    def tell(self, _: Unit, conversation: Conversation, phrase: Phrase, __: datetime) -> None:
        assert conversation.chat == LI
        self.told.append(phrase)

    async def is_sent(self, file: Kept, name: str = NAME) -> None:
        def work(unit: Unit) -> None:
            unit.fetches.want(name, unit.chats.open(LI, "en").id, file.id, self.at)

        await self.store.run(work)

    async def works(self, after: timedelta = timedelta()) -> None:
        self.at += after
        await self.fetching.work()

    async def bytes_of(self, name: str = NAME) -> bytes:
        found = await self.attachments.find(name)
        assert found
        return found.path.read_bytes()


@pytest.fixture
async def house(sqlite_url: str, tmp_path: Path) -> AsyncIterator[House]:
    store = open_store(sqlite_url)
    async with opened() as network:
        house = House(store, network, tmp_path / "media")
        yield house
        await house.bot.request.shutdown()
    await store.close()


def kept(house: House, kind: str, data: bytes) -> Kept:
    return house.network.person("Li").kept(kind, data, {})


async def test_a_photo_is_written_anew_and_says_no_more_where_it_was_taken(house: House) -> None:
    await house.is_sent(kept(house, "photo", phone_photo()))
    with pytest.raises(StillComing):
        await house.attachments.find(NAME)
    await house.works()
    image = Image.open(BytesIO(await house.bytes_of()))
    assert (image.format, dict(image.getexif().get_ifd(GPS))) == ("JPEG", {})
    assert house.told == []


@pytest.mark.parametrize(
    ("kind", "data", "mime"),
    [
        ("voice", b"OggS\0\2 the sofa creaks", "audio/ogg"),
        ("video", b"\0\0\0\x20ftypisom a video", "video/mp4"),
        ("document", b"%PDF-1.7 an invoice", "application/pdf"),
    ],
)
async def test_recordings_and_documents_are_kept_as_they_are(house: House, kind: str, data: bytes, mime: str) -> None:
    await house.is_sent(kept(house, kind, data))
    await house.works()
    found = await house.attachments.find(NAME)
    assert found
    assert (found.mime, found.path.read_bytes()) == (mime, data)


@pytest.mark.parametrize("fault", [Broken(502), Dropped(), Dropped(carried_out=False)])
async def test_what_cannot_be_had_now_is_had_later(house: House, fault: Broken | Dropped) -> None:
    await house.is_sent(kept(house, "voice", b"OggS a"))
    house.network.faults.next("getFile", fault)
    await house.works()
    with pytest.raises(StillComing):
        await house.attachments.find(NAME)
    await house.works(timedelta(seconds=3))
    assert await house.bytes_of() == b"OggS a"


async def test_an_address_that_has_run_out_is_asked_for_again(house: House) -> None:
    voice = kept(house, "voice", b"OggS a")
    await house.is_sent(voice)
    house.network.files.lost.add(voice.path)
    await house.works()
    house.network.files.lost.clear()
    await house.works(timedelta(seconds=3))
    assert await house.bytes_of() == b"OggS a"


async def test_a_desk_that_dies_while_it_fetches_begins_again(house: House, tmp_path: Path) -> None:
    await house.is_sent(kept(house, "voice", b"OggS a"))
    await house.fetching.claim()  # and dies
    reborn = House(house.store, house.network, tmp_path / "media", house.at)
    await reborn.works()
    with pytest.raises(StillComing):
        await reborn.attachments.find(NAME)
    await reborn.works(timedelta(minutes=5))
    assert await reborn.bytes_of() == b"OggS a"
    await reborn.bot.request.shutdown()


async def test_who_sent_it_hears_that_it_never_came(house: House) -> None:
    voice = kept(house, "voice", b"OggS a")
    await house.is_sent(voice)
    house.network.files.lost.add(voice.path)
    tries = 0
    while not house.told:
        await house.works(timedelta(minutes=10))
        tries += 1
    assert house.told == [LOST]
    assert 100 < tries <= 145, "a network may be away for hours"
    assert await house.attachments.find(NAME) is None


async def test_who_sent_a_file_that_telegram_does_not_know_hears_it_soon(house: House) -> None:
    voice = kept(house, "voice", b"OggS a")
    await house.is_sent(voice)
    del house.network.files.kept[voice.id]
    for _ in range(12):
        await house.works(timedelta(minutes=1))
    assert house.told == [LOST]


@pytest.mark.parametrize(("data", "why"), [(b"OggS" + b"\0" * (20 << 20), TOO_LARGE), (b"MZ\x90\0 a program", UNKNOWN)])
async def test_what_is_not_kept_is_said_at_once(house: House, data: bytes, why: Phrase) -> None:
    await house.is_sent(kept(house, "document", data))
    await house.works()
    assert house.told == [why]
    assert not list(house.folder.rglob("*")), "and nothing of it lies around"


async def test_who_is_forgotten_while_his_file_comes_leaves_no_file(house: House) -> None:
    await house.is_sent(kept(house, "voice", b"OggS a"))
    (wanted,) = await house.fetching.claim()
    kept_file = await house.fetching.fetched(wanted)
    await house.store.run(lambda u: u.people.erase(u.chats.open(LI, "en").person.id, "customer-1", house.at))
    await house.fetching.keep(wanted, kept_file)
    assert not [path for path in house.folder.rglob("*") if path.is_file()]
