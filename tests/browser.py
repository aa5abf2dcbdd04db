"""A headless Chromium for tests, spoken to by the Chrome DevTools Protocol over one websocket."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)

# A test may run as root and in a container with little shared memory.
OPTIONS = ("--headless", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,800")

SHOW = """
function (wanted) {
  const line = (_, row) => this.buffer.active.getLine(row).translateToString(true);
  return new Promise(resolve => {
    const look = () => {
      const text = Array.from({length: this.rows}, line).join("\\n");
      if (text.includes(wanted)) resolve(text);
    };
    this.onWriteParsed(look);
    look();
  });
}
"""
"""The rows of a terminal of xterm.js as one text, as soon as the wanted text is among them."""


class Page:
    """One page of a browser, and the addresses of all that it asked for."""

    def __init__(self, websocket: aiohttp.ClientWebSocketResponse) -> None:
        self.requested: list[str] = []
        self._websocket = websocket
        self._session: str | None = None
        self._numbers = count()
        self._calls: dict[int, asyncio.Future[Mapping[str, Any]]] = {}

    async def listen(self) -> None:
        """Take what the browser sends, until it ends."""
        async for message in self._websocket:
            data = message.json()
            if call := self._calls.pop(data.get("id"), None):
                call.set_result(data)
            elif data.get("method") == "Network.requestWillBeSent":
                self.requested.append(data["params"]["request"]["url"])
            elif data.get("method") == "Network.webSocketCreated":
                self.requested.append(data["params"]["url"])

    async def call(self, method: str, **parameters: object) -> Any:
        """The result of a method of the protocol."""
        number = next(self._numbers)
        self._calls[number] = asyncio.get_running_loop().create_future()
        session = {"sessionId": self._session} if self._session else {}
        await self._websocket.send_json({"id": number, "method": method, "params": parameters, **session})
        answer = await self._calls[number]
        assert "error" not in answer, answer
        assert "exceptionDetails" not in answer["result"], answer
        return answer["result"]

    async def open(self, address: str) -> None:
        """Open the page; gives back when it and what it names are loaded."""
        target = await self.call("Target.createTarget", url="about:blank")
        attached = await self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        await self.call("Network.enable")
        await self.call("Page.enable")
        await self.call("Page.navigate", url=address)
        await self.evaluate("new Promise(done => document.readyState == 'complete' ? done() : onpageshow = done)")

    async def evaluate(self, expression: str) -> Any:
        """The value of an expression, and if that is a promise, of what it promises."""
        result = await self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        return result["result"].get("value")

    async def terminal(self) -> str:
        """The terminal in the page, which no name leads to, as an object of the protocol."""
        root = await self.call("Runtime.evaluate", expression="Object.prototype")
        objects = await self.call("Runtime.queryObjects", prototypeObjectId=root["result"]["objectId"])
        found = await self.call(
            "Runtime.callFunctionOn",
            objectId=objects["objects"]["objectId"],
            functionDeclaration="function () { return this.find(one => one.terminal && one.fitAddon).terminal; }",
        )
        return str(found["result"]["objectId"])

    async def screen(self, terminal: str, wanted: str) -> str:
        """The text on the terminal, as soon as it holds what is wanted."""
        arguments = [{"value": wanted}]
        shown = await self.call(
            "Runtime.callFunctionOn",
            objectId=terminal, functionDeclaration=SHOW, arguments=arguments, awaitPromise=True, returnByValue=True,
        )  # fmt: skip
        return str(shown["result"]["value"])

    async def type(self, text: str) -> None:
        """Type a text, in which a line break is Enter."""
        for character in text:
            if character == "\n":
                await self.press("Enter", 13)
            else:
                await self.call("Input.dispatchKeyEvent", type="keyDown", key=character, text=character)

    async def press(self, key: str, code: int) -> None:
        """Press a key that is no letter, with its virtual key code."""
        await self.call("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code)


@asynccontextmanager
async def open_page(address: str, profile: Path) -> AsyncIterator[Page]:
    """A page in a browser of its own, which ends with it."""
    assert CHROMIUM
    browser = await asyncio.create_subprocess_exec(
        CHROMIUM, *OPTIONS, "--remote-debugging-port=0", f"--user-data-dir={profile}",
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        assert browser.stderr
        async for line in browser.stderr:
            if b"DevTools listening on " in line:
                break
        async with (
            aiohttp.ClientSession() as client,
            client.ws_connect(line.split()[-1].decode(), max_msg_size=0) as websocket,
        ):
            page = Page(websocket)
            listening = asyncio.create_task(page.listen())
            await page.open(address)
            yield page
            listening.cancel()
    finally:
        browser.terminate()
        await browser.communicate()
