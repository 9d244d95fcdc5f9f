"""Who may ask for what: hosts, tokens, and what a page may load.

A page of this application shows text that strangers wrote, on a machine that holds a record
perhaps not meant for strangers. So a page may run our own scripts alone and reach our own
address alone; a request must name a host that we are (a foreign name that resolves to this
machine is an attack); a write must come from one of our own pages.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlencode, urlsplit

import msgspec
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
COOKIE = "dragoman_token"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_SAFE = ("GET", "HEAD", "OPTIONS")


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """Who may come in: ``hosts`` are the names we answer to, ``token`` what a visitor must show.

    Without a token only this machine's loopback names are answered.
    """

    token: str | None = None
    hosts: tuple[str, ...] = ()

    def knows(self, host: str) -> bool:
        """Return whether a Host header names us.

        >>> Access().knows("localhost:8000"), Access().knows("evil.example")
        (True, False)
        """
        name = urlsplit(f"//{host}").hostname or ""
        if name in _LOOPBACK or name in self.hosts:
            return True
        return self.token is not None and _is_address(name)


def _is_address(name: str) -> bool:
    """Return whether a host is a bare IP address, which no foreign name server can point at us."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(address: str) -> bool:
    """Return whether only this machine reaches an address.

    >>> is_loopback("127.0.0.1"), is_loopback("0.0.0.0")
    (True, False)
    """
    return address in _LOOPBACK or (
        _is_address(address) and ipaddress.ip_address(address).is_loopback
    )


def new_token() -> str:
    """Return a fresh secret to hand to visitors."""
    return secrets.token_urlsafe(24)


class Guard:
    """ASGI middleware: refuses what it must, and puts `HEADERS` on every answer."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on with the safe headers added to its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self.app)(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self.access.knows(host):
            return PlainTextResponse("This host is not served here.", status_code=421)
        if scope["method"] not in _SAFE and not same_origin(headers, host):
            return PlainTextResponse("Writes come from our own pages only.", status_code=403)
        return self._stranger(scope, headers)

    def _stranger(self, scope: Scope, headers: Headers) -> Response | None:
        token = self.access.token
        if token is None or any(_equal(shown, token) for shown in _shown(headers)):
            return None
        query = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = query.pop("token", [""])[0]
        if not _equal(given, token):
            return PlainTextResponse(
                "This record asks for a token: open the address that 'dragoman serve' printed.",
                status_code=401,
            )
        rest = urlencode(query, doseq=True)
        answer = RedirectResponse(scope["path"] + (f"?{rest}" if rest else ""), status_code=303)
        answer.set_cookie(COOKIE, token, httponly=True, samesite="strict")
        return answer


def same_origin(headers: Headers, host: str) -> bool:
    """Return whether a write comes from our own pages, or from no browser at all.

    A browser says so in a header that no page can set. Only an older one is asked for the origin,
    which our own pages, that tell nobody where they are, give as "null".
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == host


def _shown(headers: Headers) -> list[str]:
    shown = [headers.get("authorization", "").removeprefix("Bearer ")]
    cookies: SimpleCookie = SimpleCookie()
    try:
        cookies.load(headers.get("cookie", ""))
    except CookieError:
        return shown
    return [*shown, *(c.value for c in [cookies.get(COOKIE)] if c is not None)]


def _equal(a: str, b: str) -> bool:
    return hmac.compare_digest(a.encode(), b.encode())
