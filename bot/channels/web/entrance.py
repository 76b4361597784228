"""The first frame of a socket says who is there."""

from __future__ import annotations

from contextlib import suppress

from aiohttp import WSMsgType, web

from bot import metrics
from bot.channels.web import drawing
from bot.channels.web.frames import Frame, Hello, Join, read_frame
from bot.channels.web.front import Visitor
from bot.channels.web.house import House
from bot.channels.web.shapes import LANGUAGES
from core.errors import Refused
from core.phrases import Phrase, say

NO_HELLO, UNKNOWN_KEY, JOIN_REFUSED, TOO_MANY = 4400, 4401, 4403, 4429
REASONS = {NO_HELLO: "hello", UNKNOWN_KEY: "key", JOIN_REFUSED: "invitation", TOO_MANY: "pace"}


class TurnedAway(Refused):
    """The page is not served; `code` closes its socket and tells the page what to do next."""

    def __init__(self, code: int, phrase: Phrase) -> None:
        super().__init__(phrase)
        self.code = code


async def let_in(house: House, ws: web.WebSocketResponse, address: str) -> tuple[Visitor, int] | None:
    """Return the visitor, and the last line his page has shown; or tell the page why not, and close."""
    language = LANGUAGES[0]
    try:
        first = await first_frame(house, ws)
        language = first.language
        return await visitor(house, first, address), first.after if isinstance(first, Hello) else 0
    except TurnedAway as no:
        metrics.denied(REASONS[no.code])
        with suppress(ConnectionError):  # it may have left without a word
            await ws.send_str(drawing.refused(None, house.front.words(no.phrase, language)))
            await ws.close(code=no.code)
        return None


async def first_frame(house: House, ws: web.WebSocketResponse) -> Hello | Join:
    frame: Frame | None = None
    try:
        message = await ws.receive(timeout=house.limits.first_frame_within.total_seconds())
        frame = read_frame(message.data, house.limits.text) if message.type is WSMsgType.TEXT else None
    except (TimeoutError, Refused) as no:
        raise TurnedAway(NO_HELLO, say("I could not read that message.")) from no
    if not isinstance(frame, Hello | Join):
        raise TurnedAway(NO_HELLO, say("I could not read that message."))
    return frame


async def visitor(house: House, first: Hello | Join, address: str) -> Visitor:
    match first:
        case Join(code, language):
            return await joined(house, code, language, address)
        case Hello("", _, language):
            if house.paces.newcomers.take(address, house.clock()):
                raise TurnedAway(TOO_MANY, say("Very many people are arriving from your network. Please try later."))
            return await house.front.newcomer(language)
        case Hello(key):
            if known := await house.front.known(key):
                return known
            raise TurnedAway(UNKNOWN_KEY, say("This link is no longer valid. Please ask for a new one."))


async def joined(house: House, code: str, language: str, address: str) -> Visitor:
    """An attempt is counted before its result is known: guesses made at the same moment count too."""
    if house.paces.failed_joins.take(address, house.clock()):
        raise TurnedAway(TOO_MANY, say("Those were too many wrong invitations. Please try again in an hour."))
    try:
        who = await house.front.join(code, language)
    except Refused as no:
        raise TurnedAway(JOIN_REFUSED, no.phrase) from no
    house.paces.failed_joins.give_back(address)
    return who
