"""The server behind the page in the browser: textual-serve's, for the user who started it alone.

Its page is ours, since theirs fetches a font from the network. It listens where only this machine reaches it, and
answers nobody without the token of the address that is printed: whoever else has an account on the machine can reach
its ports too.
"""

from __future__ import annotations

import asyncio
import os
import shlex
import socket
import sys
from contextlib import suppress
from html import escape
from pathlib import Path
from secrets import compare_digest, token_urlsafe
from string import Template
from subprocess import list2cmdline
from typing import TYPE_CHECKING

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

from chatbot.errors import ChatbotError
from chatbot.messages import message

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler

    from chatbot.text.language_code import Language

HOST = "127.0.0.1"

PAGE = Path(__file__).with_name("page.html")
CONTENT_POLICY = (
    "default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "frame-ancestors 'none'"
)
"""What the page may load, and from where: from here alone. The terminal's script writes styles into the page."""

HEARTBEAT = 15.0
"""Seconds after which a browser that is silent is asked whether it is still there; it has half of them to answer."""

CLOSING_SECONDS = 5.0  # the most seconds that a page that does not answer holds up the end of the server


class BrowserServer(Server):
    """Starts an interface of its own for every page that is opened, and ends it with the page.

    The first visit brings the token in the address and gets it back as a cookie, so that it is in no
    address that a browser shows or keeps.
    """

    def __init__(self, port: int, language: Language) -> None:
        """Begin to listen; port 0 stands for any that is free. Raises ChatbotError where that cannot be."""
        try:
            self.socket = socket.create_server((HOST, port))
        except OSError as error:
            reason = os.strerror(error.errno or 0)
            raise ChatbotError(message("cannot listen", language, port=port, reason=reason)) from error
        # With -P nothing is imported from the folder that the user happens to be in.
        command = shell_command(sys.executable, "-P", "-m", "chatbot")
        super().__init__(command, HOST, self.socket.getsockname()[1])
        self._language = language
        self._token = token_urlsafe()
        # Browsers send a host's cookies to all its ports: two servers on one host need two names.
        self._cookie = f"chatbot-{self.port}"
        self._pages: set[asyncio.Task[object]] = set()

    @property
    def address(self) -> str:
        """What to open in a browser, with the token."""
        return f"{self.public_url}/?token={self._token}"

    def run(self) -> None:
        """Serve until Ctrl+C or another signal to end."""
        # Without a log of requests, since their addresses have the token.
        web.run_app(self.application(), sock=self.socket, print=None, access_log=None)

    def application(self) -> web.Application:
        """The base class's public handlers behind the check of who asks.

        Put together here, since the base class has no public way to add a middleware to its own.
        """
        app = web.Application(middlewares=[self._let_in_user])
        app.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
            ]
        )
        app.on_response_prepare.append(_send_no_referrer)
        app.on_shutdown.append(self.on_shutdown)
        return app

    @web.middleware
    async def _let_in_user(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        # A page from another port of this machine is sent our cookie, but names its origin.
        is_own = request.headers.get("Origin") in (None, f"http://{request.host}")
        if is_own and self._is_token(request.query.get("token", "")):
            page = web.HTTPSeeOther("/")
            page.set_cookie(self._cookie, self._token, path="/", httponly=True, samesite="Strict")
            raise page
        if not is_own or not self._is_token(request.cookies.get(self._cookie, "")):
            raise web.HTTPForbidden(text=message("request refused", self._language))
        return await handler(request)

    def _is_token(self, text: str) -> bool:
        # As bytes, since only ASCII can be compared as text.
        return compare_digest(text.encode(errors="replace"), self._token.encode())

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
        if page := asyncio.current_task():
            self._pages.add(page)
            page.add_done_callback(self._pages.discard)
        websocket = web.WebSocketResponse(heartbeat=HEARTBEAT)
        await websocket.prepare(request)
        session = _Session(self, websocket)
        await session.start(to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24))
        try:
            await self._process_messages(websocket, session)
        finally:
            await session.stop()
        return websocket

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002
        """Close the pages, so that their interfaces end."""
        for page in self._pages:
            page.cancel()
        await asyncio.gather(*self._pages, return_exceptions=True)


class _Session(AppService):
    """An interface in a process of its own, and the page that it is drawn in: neither is left without the other.

    The base class never kills the process.
    """

    def __init__(self, server: BrowserServer, websocket: web.WebSocketResponse) -> None:
        super().__init__(
            server.command,
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=self._close,
            download_manager=server.download_manager,
        )
        self._websocket = websocket

    async def _close(self) -> None:
        await self._websocket.close()

    async def run(self) -> None:
        """Draw until one of them is gone, and close the page once the process has ended."""
        with suppress(ConnectionError, asyncio.CancelledError):  # the page is gone, or the process ended at once
            await super().run()
        if self._process:
            await self._process.communicate()  # what it still writes would hold up its end, if nobody read it
        await self._close()

    async def stop(self) -> None:
        """End the process, whatever it is doing: all that is kept has been written."""
        if self._process and self._task:
            # What Windows kills is the shell.
            self.stdin.write(self.encode_packet(b"M", b'{"type": "quit"}'))
            with suppress(ProcessLookupError):  # it has ended
                self._process.kill()
            await asyncio.wait([self._task], timeout=CLOSING_SECONDS)


def shell_command(*arguments: str) -> str:
    """The line that has a shell give its place to a program; that of Windows waits for the program."""
    return list2cmdline(arguments) if sys.platform == "win32" else shlex.join(("exec", *arguments))


async def _send_no_referrer(_request: web.Request, response: web.StreamResponse) -> None:
    """Have no browser name the address of a page, which may have the token, to where its links lead."""
    response.headers["Referrer-Policy"] = "no-referrer"
