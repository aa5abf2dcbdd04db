"""The run of the interface: from the start to a clean end, however that comes."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from chatbot.exit_status import SIGNALLED
from chatbot.tui.app import ChatbotApp

if TYPE_CHECKING:
    from chatbot.encoders.choice import StrongLoader
    from chatbot.settings import Settings

ENDING_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""The signals that end the program: an interrupt, a request, and the closing of its terminal."""

HANG_UP_SECONDS = 3.0
"""Seconds that the app gets to end by itself when its terminal has gone."""


def run(settings: Settings, load_strong: StrongLoader | None = None) -> int:
    """Run the interface until it is closed; gives the exit status of the program."""
    app = ChatbotApp(settings, load_strong)
    asyncio.run(_run(app))
    return app.return_code or 0


async def _run(app: ChatbotApp) -> None:
    """Run the app, and have signals close it so that the terminal is left as it was found."""
    loop = asyncio.get_running_loop()
    for number in ENDING_SIGNALS:
        try:
            loop.add_signal_handler(number, partial(app.exit, return_code=SIGNALLED + number))
        except NotImplementedError:  # Windows: the loop knows no signals, and Ctrl+C is a key there
            break
    if hasattr(select, "poll"):
        hang_up = partial(loop.call_soon_threadsafe, partial(app.exit, return_code=SIGNALLED + signal.SIGHUP))
        threading.Thread(target=_await_hang_up, args=(hang_up,), name="hang-up", daemon=True).start()
    await app.run_async()


def _await_hang_up(hang_up: Callable[[], object]) -> None:
    """Wait until nothing is at the other end of standard input, and then call `hang_up`.

    A program that does not lead its session gets no signal then, and Textual reads the end for ever.
    """
    terminal = select.poll()
    terminal.register(sys.__stdin__.fileno(), 0)  # type: ignore[union-attr]
    terminal.poll()
    # What is still to be drawn has nowhere to go, and must not hold up the end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stderr__.fileno())  # type: ignore[union-attr]
    with suppress(RuntimeError):  # the loop is closed: the end has come already
        hang_up()
    # An app that has only just begun may not hear of it; nobody is there to wait for it, and nothing is lost.
    time.sleep(HANG_UP_SECONDS)
    os._exit(SIGNALLED + signal.SIGHUP)
