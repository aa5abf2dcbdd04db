"""Serving the interface to a browser: who is let in, what is started for them, and how it ends."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from yarl import URL

from chatbot.browser.server import BrowserServer, shell_command
from tests.articles import BEES, write_articles
from tests.command import Run
from tests.serving import LIMIT, let_in, received, serving

QUESTION = "How many eggs does the queen lay?"
PATHS = ("/", "/ws", "/static/js/textual.js", "/download/1", "/nothing")
REFUSED = "This request was refused: open in the browser the whole address that chatbot serve printed when it started."

HANDSHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg==",
}
"""The headers of a request that opens a websocket, so that its refusal is seen as a status."""

BEGIN = """
import os, socket, time
alive = socket.create_connection(("127.0.0.1", {port}))
os.write(1, b"__GANGLION__\\nD\\0\\0\\0\\1x")
"""
"""A program that draws one letter, and that is connected to a port for as long as it runs."""

PAINT = BEGIN + 'while True: os.write(1, b"D\\0\\1\\0\\0" + bytes(65536))'
HANG = BEGIN + "time.sleep(600)"

Serve = Callable[[str], AbstractAsyncContextManager[str]]


@pytest.fixture
def serve() -> Serve:
    """Serves a program of Python in the place of the interface; gives the address that lets in."""

    @asynccontextmanager
    async def serve_program(program: str) -> AsyncIterator[str]:
        server = BrowserServer(0, "en")
        server.command = shell_command(sys.executable, "-c", program)
        runner = web.AppRunner(server.application())
        await runner.setup()
        await web.SockSite(runner, server.socket).start()
        try:
            yield server.address
        finally:
            await runner.cleanup()

    return serve_program


async def test_a_question_in_the_browser_is_answered_and_a_signal_ends_all_that_was_started(tmp_path: Path) -> None:
    write_articles(tmp_path / "it's $HOME", {"bees.md": BEES})
    async with (
        asyncio.timeout(LIMIT),
        serving("--corpus", "it's $HOME", folder=tmp_path) as (address, process),
        let_in(address) as client,
        client.ws_connect("/ws?width=200&height=50") as websocket,
    ):
        await received(websocket, "it's $HOME")
        await websocket.send_json(["stdin", f"{QUESTION}\r"])
        await received(websocket, "two thousand eggs")
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 0
        with pytest.raises(ProcessLookupError):
            os.killpg(process.pid, 0)


async def test_who_quits_or_closes_the_page_ends_that_interface_and_no_other(tmp_path: Path) -> None:
    write_articles(tmp_path, {"bees.md": BEES})
    async with (
        asyncio.timeout(LIMIT),
        serving("--corpus", str(tmp_path)) as (address, _),
        let_in(address) as client,
        client.ws_connect("/ws") as quitting,
        client.ws_connect("/ws") as staying,
    ):
        async with client.ws_connect("/ws") as closing:
            await received(closing, "Ask a question")
        await received(quitting, "Ask a question")
        await quitting.send_json(["stdin", "\x11"])
        await _until_closed(quitting)
        assert quitting.close_code == aiohttp.WSCloseCode.OK
        await received(staying, "1 article")


@pytest.mark.parametrize("program", [PAINT, HANG])
@pytest.mark.parametrize("ends_first", ["page", "server"])
async def test_a_page_or_a_server_that_ends_ends_what_runs_there_whatever_it_is_doing(
    serve: Serve, program: str, ends_first: str
) -> None:
    has_ended = asyncio.Event()

    async def wait_for_end(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()
        has_ended.set()

    async with asyncio.timeout(LIMIT), AsyncExitStack() as pages:
        watcher = await pages.enter_async_context(await asyncio.start_server(wait_for_end, "127.0.0.1", 0))
        async with serve(program.format(port=watcher.sockets[0].getsockname()[1])) as address:
            client = await pages.enter_async_context(let_in(address))
            page = await pages.enter_async_context(client.ws_connect("/ws"))
            assert await page.receive_bytes() == b"x"
            if ends_first == "page":
                await page.close()
                await has_ended.wait()
            closing = asyncio.create_task(_until_closed(page))
        await has_ended.wait()
        await closing


@pytest.mark.parametrize("program", ["", "print('__GANGLION__')", "raise SystemExit(2)"])
async def test_a_page_is_closed_when_what_runs_there_ends_or_cannot_begin(serve: Serve, program: str) -> None:
    async with (
        asyncio.timeout(LIMIT),
        serve(program) as address,
        let_in(address) as client,
        client.ws_connect("/ws") as page,
    ):
        await _until_closed(page)
        assert page.close_code == aiohttp.WSCloseCode.OK


async def _until_closed(page: aiohttp.ClientWebSocketResponse) -> None:
    async for _message in page:
        pass


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "http://127.0.0.1:{port}"}, 200),
        ({"Host": "localhost:{port}", "Origin": "http://localhost:{port}"}, 200),
        ({"Origin": "http://articles.example"}, 403),
        ({"Origin": "https://127.0.0.1:{port}"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
@pytest.mark.parametrize("path", ["/", "/ws", "/static/js/textual.js"])
async def test_only_pages_of_its_own_are_let_in(
    serve: Serve, path: str, headers: Mapping[str, str], status: int
) -> None:
    async with serve("") as address, let_in(address) as client:
        filled = {name: value.format(port=URL(address).port) for name, value in headers.items()}
        handshake = HANDSHAKE if path == "/ws" else {}
        async with client.get(path, headers=filled | handshake) as response:
            assert response.status == (101 if (path, status) == ("/ws", 200) else status)
            if status == 403:
                assert await response.text() == REFUSED


@pytest.mark.parametrize("path", PATHS)
async def test_the_address_that_is_printed_lets_in_and_no_other_request_gets_anything(serve: Serve, path: str) -> None:
    handshake = HANDSHAKE if path == "/ws" else {}
    async with serve("") as address, aiohttp.ClientSession(URL(address).origin()) as stranger:
        url, name = URL(address), f"chatbot-{URL(address).port}"
        token = url.query["token"]
        for cookie in ("", f"{name}=", f"{name}=wrong", f"{name}=é", f"chatbot={token}", f"chatbot-1={token}"):
            async with stranger.get(path, headers={"Cookie": cookie} | handshake) as refused:
                assert (refused.status, await refused.text()) == (403, REFUSED)
        for query in (
            "token=",
            "token=wrong",
            "token=%C3%A9",
            "token=%FF",
            f"token={token[:-1]}",
            f"token=&token={token}",
        ):
            async with stranger.get(URL(f"{path}?{query}", encoded=True), headers=handshake) as refused:
                assert (refused.status, await refused.text()) == (403, REFUSED)
        async with let_in(address) as reader, reader.get(path, headers=handshake) as answer:
            assert answer.status == {"/ws": 101, "/download/1": 404, "/nothing": 404}.get(path, 200)


async def test_the_token_is_exchanged_for_a_cookie_and_leaves_the_address(serve: Serve) -> None:
    async with (
        serve("") as address,
        aiohttp.ClientSession() as client,
        client.get(address, allow_redirects=False) as exchanged,
    ):
        assert (exchanged.status, exchanged.headers["Location"]) == (303, "/")
        assert exchanged.headers["Referrer-Policy"] == "no-referrer"
        (cookie,) = exchanged.headers.getall("Set-Cookie")
        token = URL(address).query["token"]
        assert cookie == f"chatbot-{URL(address).port}={token}; HttpOnly; Path=/; SameSite=Strict"
    async with serve("") as address, let_in(address) as client, client.get("/") as page:
        assert URL(address).query["token"] not in await page.text()
        assert page.headers["Referrer-Policy"] == "no-referrer"


async def test_two_servers_on_one_host_have_each_its_own_token_and_let_in_side_by_side(serve: Serve) -> None:
    async with serve("") as one, serve("") as other, let_in(one) as client, client.get(other):
        assert URL(one).query["token"] != URL(other).query["token"]
        for address in (one, other):
            async with client.get(URL(address).origin()) as page:
                assert page.ok


async def test_the_token_is_printed_once_and_logged_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONASYNCIODEBUG", "1")  # which would have aiohttp print what it logs
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    async with asyncio.timeout(LIMIT), serving() as (address, process):
        async with let_in(address) as client, client.get("/nothing") as response:
            assert response.status == 404
        process.send_signal(signal.SIGHUP)
        token = URL(address).query["token"].encode()
        assert all(token not in printed for printed in await process.communicate())
        assert process.returncode == -signal.SIGHUP
    assert all(token not in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


async def test_the_page_names_nothing_that_lies_elsewhere_and_may_load_nothing_from_there(serve: Serve) -> None:
    async with serve("") as address, let_in(address) as client, client.get("/") as response:
        page = await response.text()
        assert "http" not in page
        assert f'"ws://{URL(address).authority}/ws"' in page
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


def test_a_port_that_is_taken_is_told_in_one_line(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        complaint = f"Port {port} of this machine cannot be used (Address already in use)."
        status, output, errors = run("serve", "--port", str(port))
        assert (status, output) == (2, "")
        assert errors.startswith(f"chatbot: {complaint}")


def test_what_is_not_installed_is_told_with_the_command_that_does_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "chatbot.browser.server")
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    status, output, errors = run("serve", "--port", "0")
    assert (status, output) == (2, "")
    assert errors == (
        "chatbot: What the interface in a browser needs is not installed; install it, in the folder of this project, "
        "with: pip install '.[web]'.\n"
    )
