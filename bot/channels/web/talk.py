"""One open page, from the upgrade of its request to its last frame."""

from __future__ import annotations

from collections.abc import Sequence

from aiohttp import WSCloseCode, WSMessage, WSMsgType, web

from bot import metrics
from bot.channels.web import drawing
from bot.channels.web.entrance import let_in
from bot.channels.web.frames import Frame, Say, Seen, read_frame
from bot.channels.web.front import Line
from bot.channels.web.house import House
from bot.channels.web.kept import own_line, write
from bot.channels.web.shapes import Garbled
from bot.channels.web.sockets import Socket
from bot.envelope import Chat, Envelope, Photo
from core.errors import NotFound
from core.phrases import Phrase, say


async def talk(house: House, request: web.Request) -> web.StreamResponse:
    address = house.border.address(request)
    if not house.border.lets_in(request):
        metrics.denied("origin")
        return web.Response(status=403, text="This page may not talk to this desk.")
    if house.sockets.count(address) >= house.limits.sockets:
        metrics.limited("sockets")
        return web.Response(status=429, text="Too many connections.")
    # A short closing time-out: pages that are gone must not hold up a restart.
    ws = web.WebSocketResponse(max_msg_size=house.limits.frame, heartbeat=25, timeout=2, compress=False)
    await ws.prepare(request)
    with house.sockets.connected(ws, address):
        if visit := await let_in(house, ws, address):
            who, after = visit
            await attend(house, Socket(ws, who, request.transport, house.limits.stuck_after), after)
    return ws


async def attend(house: House, socket: Socket, after: int) -> None:
    with house.sockets.entered(socket):
        await catch_up(house, socket, after)
        async for message in socket.ws:
            await hear(house, socket, message)


async def catch_up(house: House, socket: Socket, after: int) -> None:
    """Bring the page up to date. The socket has entered already, so a line that comes meanwhile waits its turn."""
    who = socket.visitor
    async with socket.turn:
        await socket.write(drawing.welcome(who, house.front.shop(who.language)))
        await show_history(socket, await house.front.history(who.chat, after))


async def bring(house: House, chat: str, line: int) -> None:
    """Show the pages of this chat what waits there from a line on."""
    if pages := house.sockets.of(chat):
        history = await house.front.history(chat, line - 1)
        for socket in pages:
            async with socket.turn:
                await show_history(socket, history)


async def show_history(socket: Socket, history: Sequence[Line]) -> None:
    newest = max((line.id for line in history if not line.mine), default=0)
    socket.untold = max(socket.untold, newest)
    await socket.write(drawing.lines(history), newest)


async def hear(house: House, socket: Socket, message: WSMessage) -> None:
    try:
        frame = read(message, house.limits.text)
    except Garbled as garbled:
        await refuse(house, socket, garbled.message_id, garbled.phrase)
        if house.paces.messages.take(socket.visitor.chat, house.clock()):
            await socket.ws.close(code=WSCloseCode.POLICY_VIOLATION)
        return
    match frame:
        case Say():
            await note(house, socket, frame)
        case Seen(up_to):
            await saw(house, socket, up_to)
        case _:
            await refuse(house, socket, None, say("I could not read that message."))


def read(message: WSMessage, longest: int) -> Frame:
    if message.type is not WSMsgType.TEXT:
        raise Garbled
    return read_frame(message.data, longest)


async def note(house: House, socket: Socket, spoken: Say) -> None:
    """Say "noted" only when it is: the page keeps the message until then."""
    chat, at = socket.visitor.chat, house.clock()
    if wait := house.paces.messages.take(chat, at):
        slower = drawing.refused(spoken.id, words(house, socket, say("That was a lot at once. One moment.")), wait)
        await socket.push(slower)
        return
    if isinstance(spoken.content, Photo) and not await house.front.photo(chat, spoken.content.media):
        await refuse(house, socket, spoken.id, NotFound().phrase)
        return
    envelope = Envelope(Chat("web", "", chat), spoken.id, sent_at=at, received_at=at, raw=write(spoken))
    new = await house.front.note(envelope)
    await socket.push(drawing.noted(spoken.id))
    if new:
        await show(house, socket, envelope)


async def show(house: House, socket: Socket, envelope: Envelope) -> None:
    """Show the message in the visitor's other windows, and everywhere that an answer is on its way."""
    chat = envelope.chat.chat
    await house.sockets.push(chat, drawing.lines([own_line(envelope.raw, envelope.received_at)]), but=socket)
    await house.sockets.push(chat, drawing.TYPING)


async def saw(house: House, socket: Socket, up_to: int) -> None:
    """Whoever sends the line right now learns it from here; what came with a history is told to the desk."""
    chat, shown = socket.visitor.chat, min(up_to, socket.newest)
    if not shown:
        return
    if house.paces.seen.take(chat, house.clock()):
        socket.untold = max(socket.untold, shown)  # with the next one
        return
    awaited = house.sockets.saw(chat, shown)
    if not awaited or socket.untold:
        socket.untold = 0 if shown >= socket.untold else socket.untold
        await house.front.seen(chat, shown)


async def refuse(house: House, socket: Socket, message_id: str | None, why: Phrase) -> None:
    await socket.push(drawing.refused(message_id, words(house, socket, why)))


def words(house: House, socket: Socket, phrase: Phrase) -> str:
    return house.front.words(phrase, socket.visitor.language)
