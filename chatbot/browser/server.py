"""The server behind the page in the browser: textual-serve's, for this machine's reader alone.

Its page is ours, since theirs fetches a font from the network; and it answers no page of another
site, which any browser would let open a websocket here.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from secrets import token_urlsafe
from string import Template
from typing import TYPE_CHECKING

from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

from chatbot.messages import message

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler

    from chatbot.browser.serve import Site
    from chatbot.text.language import Language

PAGE = Path(__file__).with_name("page.html")
CONTENT_POLICY = (
    "default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "frame-ancestors 'none'"
)
"""What the page may load, and from where: from here alone. The terminal's script writes styles into the page."""

HEARTBEAT = 15.0
"""Seconds after which a browser that is silent is asked whether it is still there."""

PATIENCE = 5.0
"""Seconds that an interface gets to close by itself."""


class BrowserServer(Server):
    """Starts an interface of its own for every page that is opened, and ends it with the page."""

    def __init__(self, site: Site, command: Sequence[str], language: Language) -> None:
        super().__init__(command[0])
        self.site = site
        self._command = command
        self._language = language
        self._websockets: set[web.WebSocketResponse] = set()

    def run(self) -> None:
        """Serve until Ctrl+C or another signal to end."""
        web.run_app(self._make_app(), sock=self.site.socket, print=None, access_log=None)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._refuse_other_sites)
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
            address = self.site.address
            raise web.HTTPForbidden(text=message("request refused", self._language, address=address))
        return await handler(request)

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
            async with asyncio.timeout(PATIENCE):
                await self.send_meta({"type": "quit"})
                await self._interface.wait()
        except TimeoutError:
            with suppress(ProcessLookupError):
                self._interface.kill()
            await self._interface.wait()
        await super().stop()
