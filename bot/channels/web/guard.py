"""Who may knock: the origin of a page, the address of a visitor, and what browsers are told to forbid."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from aiohttp import web

from core.values import dataclass


@dataclass(frozen=True, slots=True)
class Border:
    """`origins` may talk to us from other hosts; `frames` may embed the page; `proxies` in front of us are ours."""

    origins: tuple[str, ...] = ()
    frames: tuple[str, ...] = ("'self'",)
    proxies: int = 0

    def lets_in(self, request: web.Request) -> bool:
        """Any page on the web can open a socket to us: only the browser's Origin tells ours from theirs."""
        origin = request.headers.get("Origin", "")
        return origin in self.origins or is_ours(origin, request.host)

    def address(self, request: web.Request) -> str:
        """Who is calling. Only the last hops of X-Forwarded-For were written by our own proxies."""
        if not self.proxies:
            return request.remote or ""
        hops = ", ".join(request.headers.getall("X-Forwarded-For", [])).split(",")
        return hops[-self.proxies].strip() if len(hops) >= self.proxies else request.remote or ""

    def headers(self) -> Mapping[str, str]:
        """Tell browsers to run our own files only, and never to make markup out of a string."""
        policy = f"{POLICY}; frame-ancestors {' '.join(self.frames) or NOBODY}"
        return {**HEADERS, "Content-Security-Policy": policy}


def is_ours(origin: str, host: str) -> bool:
    try:
        there = urlsplit(origin)
    except ValueError:
        return False
    return there.scheme in PORTS and without_port(there.netloc, there.scheme) == without_port(host, there.scheme)


def without_port(host: str, scheme: str) -> str:
    return host.lower().removesuffix(PORTS[scheme])


PORTS = {"http": ":80", "https": ":443"}
NOBODY = "'none'"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
