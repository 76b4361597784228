"""How calls reach the Bot API: python-telegram-bot's requests over aiohttp. Nobody else knows the bot's token."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any, Final, TypeAlias, cast
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientHttpProxyError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    DummyCookieJar,
    FormData,
    InvalidURL,
)
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest, RequestData
from typing_extensions import override

Timeout: TypeAlias = DefaultValue[float] | DefaultValue[None] | float | None
CONNECTING: Final = 10.0  # seconds
ANSWERING: Final = 60.0  # seconds; within the patience that deliveries have with one attempt
LARGEST: Final = 20 << 20  # bytes of a file
BUSY: Final = 30  # seconds to wait, where a refusal does not say how long
NEVER_LEFT: Final = (ClientConnectorError, ConnectionTimeoutError, ClientHttpProxyError, InvalidURL)
FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}


class NotSent(TelegramError):
    """The call surely did not reach Telegram: there was no connection, or something in between refused it."""


class Transport(BaseRequest):
    """`api`: the address of a Bot API server. What it raises holds neither the address nor the token."""

    def __init__(self, token: str, api: str, answering: float = ANSWERING) -> None:
        self._token = token
        self._api = api.rstrip("/")
        self._answering = answering
        self._session: ClientSession | None = None
        self._proxy = proxy_to(self._api)

    @property
    @override
    def read_timeout(self) -> float:
        return self._answering

    @override
    async def initialize(self) -> None:
        """Nothing: the session is opened with the first call."""

    @override
    async def shutdown(self) -> None:
        if self._session:
            await self._session.close()
        self._session = None

    @override
    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        write_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        connect_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        pool_timeout: Timeout = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """`url` begins with /bot or /file/bot, without a token."""
        within = ClientTimeout(
            connect=given(connect_timeout, CONNECTING), sock_read=given(read_timeout, self._answering)
        )
        data, headers = drawn(request_data) if request_data else (None, None)
        try:
            async with self.session().request(
                method, self.address(url), data=data, headers=headers, timeout=within, allow_redirects=False
            ) as response:
                status, payload = response.status, await (download(response) if method == "GET" else response.read())
        except NEVER_LEFT as error:
            raise NotSent(type(error).__name__) from None
        except (ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None
        return (status, payload) if method == "GET" else (checked(status, payload), payload)

    def session(self) -> ClientSession:
        if self._session is None:
            agent = {"User-Agent": self.USER_AGENT}
            self._session = ClientSession(headers=agent, cookie_jar=DummyCookieJar(), proxy=self._proxy)
        return self._session

    def address(self, url: str) -> str:
        place, _, rest = url.partition("/bot/")
        return f"{self._api}{place}/bot{self._token}/{rest}"


async def download(response: ClientResponse) -> bytes:
    """Count what really comes: a file may be larger than announced."""
    data = bytearray()
    async for piece in response.content.iter_any():
        data += piece
        if len(data) > LARGEST:
            raise BadRequest("file is too big")
    return bytes(data)


def proxy_to(api: str) -> str | None:
    """What HTTPS_PROXY and NO_PROXY say, asked once: aiohttp would ask before every call, in another thread."""
    where = urlsplit(api)
    return None if proxy_bypass(where.hostname or "") else getproxies().get(where.scheme)


def given(timeout: Timeout, otherwise: float) -> float | None:
    return otherwise if isinstance(timeout, DefaultValue) else timeout


def drawn(request: RequestData) -> tuple[bytes | FormData, dict[str, str] | None]:
    if not request.contains_files:
        return request.url_encoded_parameters().encode(), FORM
    form = FormData(quote_fields=False)
    for name, value in request.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, kind) in request.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=kind)
    return form, None


def checked(status: int, payload: bytes) -> int:
    """The status that is meant, where it is Telegram that answers. Raises what the status alone would not tell."""
    if status == HTTPStatus.OK and payload.startswith(b'{"ok":true'):
        return status
    said = read(payload)
    if said is None:
        raise garbled(status)
    if status == HTTPStatus.OK and said.get("ok") is not True:
        status = int(said.get("error_code") or HTTPStatus.BAD_REQUEST)
    if status == HTTPStatus.TOO_MANY_REQUESTS and not said.get("parameters", {}).get("retry_after"):
        raise RetryAfter(BUSY)
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        raise BadRequest("Request Entity Too Large")
    return status


def read(payload: bytes) -> dict[str, Any] | None:
    try:
        said: Any = json.loads(payload)
    except ValueError:
        return None
    return cast("dict[str, Any]", said) if isinstance(said, dict) else None


def garbled(status: int) -> TelegramError:
    """Somebody else than Telegram answered; where he refused, nothing went further."""
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return RetryAfter(BUSY)
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return BadRequest("Request Entity Too Large")
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return NotSent(f"status {status}, not from Telegram")
    return NetworkError(f"status {status}, not from Telegram")
