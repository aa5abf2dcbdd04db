"""The run of the interface: from the start to a clean end, however that comes."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import threading
from functools import partial
from typing import TYPE_CHECKING

from chatbot.exit_status import SIGNALLED
from chatbot.tui.app import ChatbotApp

if TYPE_CHECKING:
    from typing import NoReturn

    from chatbot.encoders.choice import StrongLoader
    from chatbot.settings import Settings

ENDING_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""The signals that end the program: an interrupt, a request, and the closing of its terminal."""


def run(settings: Settings, load_strong: StrongLoader | None = None) -> NoReturn:
    """Run the interface until it is closed, and end the program with its exit status.

    At once, as a thread that still loads an encoder would be waited for, also by `asyncio.run`, or be cut off in a
    library, which then aborts.
    """
    app = ChatbotApp(settings, load_strong)
    asyncio.new_event_loop().run_until_complete(_run(app))
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(app.return_code or 0)


async def _run(app: ChatbotApp) -> None:
    """Run the app, and have signals close it so that the terminal is left as it was found."""
    loop = asyncio.get_running_loop()
    for number in ENDING_SIGNALS:
        try:
            loop.add_signal_handler(number, partial(app.exit, return_code=SIGNALLED + number))
        except NotImplementedError:  # Windows: the loop knows no signals, and Ctrl+C is a key there
            break
    if hasattr(select, "poll"):
        threading.Thread(target=_end_with_terminal, name="hang-up", daemon=True).start()
    await app.run_async()


def _end_with_terminal() -> None:
    """Wait until nothing is at the other end of standard input, and end at once: all that is kept has been written.

    A program that does not lead its session gets no signal then, and Textual reads the end for ever.
    """
    terminal = select.poll()
    terminal.register(sys.__stdin__.fileno(), 0)  # type: ignore[union-attr]
    if any(event & (select.POLLHUP | select.POLLERR) for _, event in terminal.poll()):
        os._exit(SIGNALLED + signal.SIGHUP)
