"""The desk's side of transcripts on Telegram: the channel as the app puts it together, listening when told to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from bot.channels.telegram.account import NAME, Account
from bot.channels.telegram.calling import Paced
from bot.channels.telegram.channel import Place, TelegramChannel
from bot.channels.telegram.reading import read, sender
from bot.channels.telegram.showing import Find
from bot.drain import Drain
from bot.intake import Intake
from bot.media.fetching import Fetching
from bot.media.pictures import Pictures
from bot.post import Post
from bot.reception import Reception
from bot.telegram_front import TelegramFront
from scheduler.carrier import Carrier, Terms
from scheduler.lane import Lane
from tests.acceptance.world import World
from tests.telegram.network import Network
from tests.telegram.refusals import Json

AN_HOUR = 3600.0  # on the sender's own clock lies between two calls: nobody waits for Telegram's limits here


@dataclass
class Heard(TelegramFront):
    """Telegram is there all the time: there is no gap, after which the desk would ask again."""

    async def heard(self, account: str, at: datetime) -> None:
        pass


class Wire:
    def __init__(self, world: World, network: Network, pictures: Pictures, find: Find) -> None:
        store, post = world.store, Post(world.shop)
        self.drain = Drain(store, Reception(world.shop, post, {NAME: read}, senders={NAME: sender}), lambda: world.at)
        front = Heard(store, world.shop, post, Intake(store, self.drain, lambda: world.at))
        place = Place(Account(network.token), network.url)
        self.channel = TelegramChannel(place, front, find, lambda: world.at)
        self.lane = Lane(NAME, Carrier(self.channel, store, lambda: world.at, {NAME}, Terms()))
        self.fetching = Fetching(store, pictures, {NAME: self.channel.files}, post.tell, lambda: world.at)
        self.hurry()

    def hurry(self) -> None:
        paced, ticks = self.channel.bot.rate_limiter, count(step=AN_HOUR)
        assert isinstance(paced, Paced)
        paced.ticks = lambda: next(ticks)

    async def take(self, updates: Sequence[Json]) -> None:
        """Note them, answer the taps, and handle what was said."""
        await self.channel.intake.take(updates)
        await self.channel.errands.finish()
        await self.drain.idle()
        await self.fetching.work()

    async def send(self) -> None:
        """What is due."""
        await self.lane.finish()
        await self.channel.errands.finish()
