"""Serving the interface to a browser: who is let in, what is started for them, and how it ends."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from chatbot.browser import server as browser_server
from chatbot.browser.serve import Site, interface_command
from chatbot.settings import read_settings
from tests.articles import BEES, write_articles
from tests.command import Run
from tests.serving import LIMIT, received, serving

QUESTION = "How many eggs does the queen lay?"

Serve = Callable[[str], AbstractAsyncContextManager[str]]


@pytest.fixture
def serve() -> Serve:
    """Serves a program of Python in the place of the interface; gives the address."""

    @asynccontextmanager
    async def serve_program(program: str) -> AsyncIterator[str]:
        site = Site("127.0.0.1", 0, "en")
        server = browser_server.BrowserServer(site, [sys.executable, "-c", program], "en")
        runner = web.AppRunner(await server._make_app())
        await runner.setup()
        await web.SockSite(runner, site.socket).start()
        try:
            yield site.address
        finally:
            await runner.cleanup()

    return serve_program


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
async def test_a_question_in_the_browser_is_answered_and_a_signal_ends_all_that_was_started(
    tmp_path: Path, number: signal.Signals
) -> None:
    write_articles(tmp_path / "it's $HOME", {"bees.md": BEES})
    async with (
        asyncio.timeout(LIMIT),
        serving("--corpus", "it's $HOME", folder=tmp_path) as (address, process),
        aiohttp.ClientSession() as client,
        client.ws_connect(f"{address}ws?width=200&height=50", origin=address.rstrip("/")) as websocket,
    ):
        await received(websocket, "it's $HOME")
        await websocket.send_json(["stdin", f"{QUESTION}\r"])
        await received(websocket, "two thousand eggs")
        process.send_signal(number)
        assert await process.wait() == 0
        with pytest.raises(ProcessLookupError):
            os.killpg(process.pid, 0)


async def test_who_quits_or_closes_the_page_ends_that_interface_and_no_other(tmp_path: Path) -> None:
    write_articles(tmp_path, {"bees.md": BEES})
    async with (
        asyncio.timeout(LIMIT),
        serving("--corpus", str(tmp_path)) as (address, _),
        aiohttp.ClientSession() as client,
        client.ws_connect(f"{address}ws") as quitting,
        client.ws_connect(f"{address}ws") as staying,
    ):
        async with client.ws_connect(f"{address}ws") as closing:
            await received(closing, "Ask a question")
        await received(quitting, "Ask a question")
        await quitting.send_json(["stdin", "\x11"])
        async for _message in quitting:
            pass
        assert quitting.close_code == aiohttp.WSCloseCode.OK
        await received(staying, "1 article")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "http://127.0.0.1:{port}"}, 200),
        ({"Host": "localhost:{port}"}, 200),
        ({"Host": "LOCALHOST:{port}", "Origin": "http://LOCALHOST:{port}"}, 200),
        ({"Host": "[::1]:{port}"}, 200),
        ({"Host": "127.0.0.1"}, 403),
        ({"Host": "localhost:1"}, 403),
        ({"Host": "articles.example:{port}"}, 403),
        ({"Host": "articles.example:{port}", "Origin": "http://articles.example:{port}"}, 403),
        ({"Origin": "http://articles.example"}, 403),
        ({"Origin": "https://127.0.0.1:{port}"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
@pytest.mark.parametrize("path", ["", "ws", "static/js/textual.js"])
async def test_only_pages_of_its_own_are_let_in(
    serve: Serve, path: str, headers: Mapping[str, str], status: int
) -> None:
    async with serve("") as address, aiohttp.ClientSession() as client:
        filled = {name: value.format(port=address.rstrip("/").rpartition(":")[2]) for name, value in headers.items()}
        if path == "ws":
            filled |= {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
            filled |= {"Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg=="}
        async with client.get(address + path, headers=filled) as response:
            assert response.status == (101 if (path, status) == ("ws", 200) else status)
            if status == 403:
                told = f"it does not come from the page at {address}."
                assert told in await response.text()


async def test_the_page_names_nothing_that_lies_elsewhere_and_may_load_nothing_from_there(serve: Serve) -> None:
    async with serve("") as address, aiohttp.ClientSession() as client, client.get(address) as response:
        page = await response.text()
        assert "http" not in page
        assert f'"{address.replace("http", "ws")}ws"' in page
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("program", ["", "print('no interface')", "raise SystemExit(1)", "import os; os.abort()"])
async def test_a_page_whose_interface_does_not_start_is_closed(serve: Serve, program: str) -> None:
    async with (
        asyncio.timeout(LIMIT),
        serve(program) as address,
        aiohttp.ClientSession() as client,
        client.ws_connect(f"{address}ws") as websocket,
    ):
        assert (await websocket.receive()).type is aiohttp.WSMsgType.CLOSE


async def test_an_interface_that_does_not_end_when_asked_is_ended(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser_server, "PATIENCE", 0)
    deaf = (
        "import os, signal, sys; pid = str(os.getpid()).encode();"
        "packet = b'__GANGLION__\\nD' + len(pid).to_bytes(4, 'big') + pid;"
        "sys.stdout.buffer.write(packet); sys.stdout.flush(); signal.pause()"
    )
    async with asyncio.timeout(LIMIT), aiohttp.ClientSession() as client:
        async with serve(deaf) as address, client.ws_connect(f"{address}ws") as websocket:
            pid = int(await websocket.receive_bytes())
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_the_interface_gets_the_settings_of_the_command_line_and_finds_the_others_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHATBOT_THEME", "nord")
    assert interface_command(read_settings({}))[1:] == ["-P", "-m", "chatbot"]
    flags = {"corpus": "a b", "language": "nl", "encoder": "use", "theme": "-x", "history": "no", "file_limit": "3"}
    assert interface_command(read_settings(flags))[4:] == [
        f"--corpus={tmp_path / 'a b'}",
        "--language=nl",
        "--encoder=use",
        "--theme=-x",
        "--no-history",
        "--file-limit=3",
    ]


@pytest.mark.parametrize(
    ("host", "is_local", "name"),
    [
        ("127.0.0.1", True, "127.0.0.1"),
        ("localhost", True, "localhost"),
        ("0.0.0.0", False, socket.gethostname()),  # noqa: S104
    ],
)
def test_who_listens_to_other_machines_is_told_what_they_can_do(host: str, is_local: bool, name: str) -> None:
    site = Site(host, 0, "en")
    with site.socket:
        port = site.socket.getsockname()[1]
        assert site.is_local == is_local
        assert site.address == f"http://{name}:{port}/"
        assert (site.names is None) != is_local


def test_a_port_that_is_taken_is_told_in_one_line(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        complaint = (
            f"Port {port} of 127.0.0.1 is in use already. Choose another with --port, or a free one with --port 0."
        )
        assert run("serve", "--port", str(port)) == (2, "", f"chatbot: {complaint}\n")


def test_what_is_not_installed_is_told_with_the_command_that_does_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "chatbot.browser.server")
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    status, output, errors = run("serve", "--port", "0")
    assert (status, output) == (2, "")
    assert errors == (
        "chatbot: What the interface in a browser needs is not installed; install it, in the folder of this project, "
        "with: pip install '.[web]'.\n"
    )
