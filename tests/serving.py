"""The interface as it is served to a browser, in a process of its own."""

from __future__ import annotations

import asyncio
import re
import sys
from codecs import getincrementaldecoder
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import aiohttp
from yarl import URL

LIMIT = 120
"""Seconds after which what a test waits for is not coming any more."""

SEEN = 10_000  # code points of what came last that are looked through for what is wanted

CONTROL = re.compile(r"\x1b\[[0-9;?$]*[A-Za-z]")


class Served(NamedTuple):
    """The address that lets in, and the process that serves there, the first of a group of its own."""

    address: str
    process: asyncio.subprocess.Process


@asynccontextmanager
async def serving(*arguments: str, folder: Path | None = None) -> AsyncIterator[Served]:
    """`chatbot serve` on a free port, started in the folder; it is asked to end if the test has not ended it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "chatbot", "serve", "--port", "0", *arguments,
        cwd=folder, start_new_session=True, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout
        line = (await process.stdout.readline()).decode()
        told = re.match(r"Open (http://127\.0\.0\.1:\d+/\?token=[\w-]{43}) in a browser; Ctrl\+C ends", line)
        assert told, line
        yield Served(told[1], process)
    finally:
        if process.returncode is None:
            process.terminate()
            assert await process.wait() == 0


@asynccontextmanager
async def let_in(address: str) -> AsyncIterator[aiohttp.ClientSession]:
    """A client that has opened the address and got a cookie for it; what it asks for then is named by path."""
    # Otherwise the client takes no cookies from an address in numbers, as browsers do.
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(URL(address).origin(), cookie_jar=jar) as client, client.get(address) as page:
        assert page.ok
        yield client


async def received(websocket: aiohttp.ClientWebSocketResponse, wanted: str) -> None:
    """Take what a terminal would be sent, until it holds the wanted text."""
    text, decoder = "", getincrementaldecoder("utf-8")(errors="replace")
    async for message in websocket:
        if message.type is aiohttp.WSMsgType.BINARY:
            text = CONTROL.sub("", text[-SEEN:] + decoder.decode(message.data))
        if wanted in text:
            return
    raise AssertionError(f"{wanted} did not come before the page was closed: {websocket.close_code}, {text}")
