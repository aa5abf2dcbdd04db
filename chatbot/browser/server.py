"""The server behind the page in the browser: textual-serve's, for the user who started it alone.

Its page is ours, since theirs fetches a font from the network. It answers no page of another site,
which any browser would let open a websocket here, and nobody without the token of the address that
is printed: whoever else has an account on the machine can reach its ports too.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from secrets import compare_digest, token_urlsafe
from string import Template
from typing import TYPE_CHECKING

from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

from chatbot.messages import message

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler

    from chatbot.browser.site import Site
    from chatbot.text.language_code import Language

PAGE = Path(__file__).with_name("page.html")
CONTENT_POLICY = (
    "default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "frame-ancestors 'none'"
)
"""What the page may load, and from where: from here alone. The terminal's script writes styles into the page."""

HEARTBEAT = 60.0
"""Seconds after which a browser that is silent is asked whether it is still there; it has half of them to answer.

A page must not end because the machine was busy for a while.
"""

CLOSING_SECONDS = 5.0
"""Seconds that an interface gets to close by itself."""


class BrowserServer(Server):
    """Starts an interface of its own for every page that is opened, and ends it with the page.

    The first visit brings the token in the address and gets it back as a cookie, so that it is in no
    address that a browser shows or keeps.
    """

    def __init__(self, site: Site, command: Sequence[str], language: Language) -> None:
        super().__init__(command[0])
        self.site = site
        self._command = command
        self._language = language
        self._token = token_urlsafe()
        # Browsers send a host's cookies to all its ports: two servers on one host need two names.
        self._cookie = f"chatbot-{site.port}"
        self._websockets: set[web.WebSocketResponse] = set()

    @property
    def address(self) -> str:
        """What to open in a browser: the site's address with the token."""
        return f"{self.site.address}?token={self._token}"

    def run(self) -> None:
        """Serve until Ctrl+C or another signal to end."""
        # Without a log of requests, since their addresses have the token.
        web.run_app(self.application(), sock=self.site.socket, print=None, access_log=None)

    def application(self) -> web.Application:
        """The base class's public handlers behind the checks of who asks.

        Put together here, since the base class has no public way to add a middleware to its own.
        """
        app = web.Application(middlewares=[self._refuse_other_sites, self._let_in_reader])
        app.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
            ]
        )
        app.on_response_prepare.append(_send_no_referrer)
        app.on_startup.append(self.on_startup)
        app.on_shutdown.append(self.on_shutdown)
        return app

    async def on_startup(self, app: web.Application) -> None:  # noqa: ARG002
        """Have a terminal that is closed end the program, as Ctrl+C does, unless it was started to outlive that."""
        if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self.request_exit)

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002
        """Close the pages, so that their interfaces end."""
        await asyncio.gather(*(websocket.close(code=WSCloseCode.GOING_AWAY) for websocket in self._websockets))

    @web.middleware
    async def _refuse_other_sites(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        names = self.site.names
        origin = request.headers.get("Origin")
        is_known = names is None or request.host.lower() in names
        if not is_known or origin not in (None, f"http://{request.host}"):
            raise self._refusal()
        return await handler(request)

    @web.middleware
    async def _let_in_reader(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self._is_token(request.query.get("token", "")):
            page = web.HTTPSeeOther("/")
            page.set_cookie(self._cookie, self._token, path="/", httponly=True, samesite="Strict")
            raise page
        if not self._is_token(request.cookies.get(self._cookie, "")):
            raise self._refusal()
        return await handler(request)

    def _is_token(self, text: str) -> bool:
        # As bytes, since only ASCII can be compared as text.
        return compare_digest(text.encode(errors="replace"), self._token.encode())

    def _refusal(self) -> web.HTTPForbidden:
        return web.HTTPForbidden(text=message("request refused", self._language))

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page."""
        nonce = token_urlsafe()
        words = {
            "language": self._language,
            "title": message("program", self._language),
            "starting": message("session starting", self._language),
            "ended": message("session ended", self._language),
            "restart": message("session restart", self._language),
            "websocket": f"ws://{request.host}/ws",
            "nonce": nonce,
        }
        page = Template(PAGE.read_text(encoding="utf-8"))
        return web.Response(
            text=page.substitute({name: escape(text) for name, text in words.items()}),
            content_type="text/html",
            headers={"Content-Security-Policy": CONTENT_POLICY.format(nonce=nonce)},
        )

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """An interface of its own for the page that asks, for as long as both are there."""
        websocket = web.WebSocketResponse(heartbeat=HEARTBEAT)
        await websocket.prepare(request)
        session = _Session(self._command, websocket, self)
        await session.start(*(to_int(request.query.get(side, ""), 80) for side in ("width", "height")))
        self._websockets.add(websocket)
        try:
            await self._process_messages(websocket, session)
        finally:
            self._websockets.discard(websocket)
            await session.stop()
        return websocket


async def _send_no_referrer(_request: web.Request, response: web.StreamResponse) -> None:
    """Have no browser name the address of a page, which may have the token, to where its links lead."""
    response.headers["Referrer-Policy"] = "no-referrer"


class _Session(AppService):
    """One interface, in a process of its own, and the websocket that it is drawn through."""

    def __init__(self, command: Sequence[str], websocket: web.WebSocketResponse, server: Server) -> None:
        super().__init__(
            command[0],
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=self._close,
            download_manager=server.download_manager,
        )
        self._arguments = command
        self._websocket = websocket

    async def _close(self) -> None:
        await self._websocket.close()

    async def _open_app_process(self, width: int = 80, height: int = 24) -> asyncio.subprocess.Process:
        # Not by way of a shell, as the base class does it: then no path needs quotation marks.
        self._process = self._interface = await asyncio.create_subprocess_exec(
            *self._arguments,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=self._build_environment(width, height),
        )
        self._stdin = self._interface.stdin
        return self._interface

    async def run(self) -> None:
        """Draw until the process ends; then close the page, also where the process could not say that it ended."""
        try:
            await super().run()
        finally:
            await self._close()

    async def stop(self) -> None:
        """End the process: it is asked to, and made to where it does not."""
        try:
            async with asyncio.timeout(CLOSING_SECONDS):
                await self.send_meta({"type": "quit"})
                await self._interface.wait()
        except TimeoutError:
            with suppress(ProcessLookupError):
                self._interface.kill()
            await self._interface.wait()
        await super().stop()
