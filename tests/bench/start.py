"""Start-up: how long whole processes take, beside the least that they could take.

Each command is a process of its own, and the time is that of the wall clock from its start to its end. The first
question is asked with an empty cache folder, the second with what the first has left there.

The terminal interface runs in a terminal of 120 × 40 cells that this process makes for it (a pseudo-terminal), and the
time is that from its start until the prompt has been drawn there, which is when a reader can type; then it is killed.
An app of a single word, until that word has been drawn, is what Textual itself takes.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from chatbot.messages import message
from tests.bench.tables import ratio, seconds, table

CHATBOT = ("-m", "chatbot")
QUESTION = ("-m", "chatbot", "ask", "How many generals does the Venezuelan army have?")
ONE_WORD_APP = """
from textual.app import App
from textual.widgets import Static

class OneWord(App[None]):
    def compose(self):
        yield Static("ready")

OneWord().run()
"""
ROWS, COLUMNS = 40, 120
OWN_VARIABLES = ("CHATBOT_", "LC_", "PYTHONDONTWRITEBYTECODE")
"""What the processes do not get of the environment: with the last, each would compile what has changed anew."""

PATIENCE = 60
"""Seconds after which an interface that has not drawn its prompt is given up."""


def start_table(rounds: int) -> str:
    """How long the program takes to start, beside Python, NumPy and Textual alone; all in turn, `rounds` times."""
    own: dict[str, list[float]] = {}
    peer: dict[str, list[float]] = {}
    for _ in range(rounds):
        with TemporaryDirectory() as cache:
            for name, beside, time_own, time_peer in _pairs(Path(cache)):
                row = f"{name}, beside {beside}"
                own.setdefault(row, []).append(time_own())
                peer.setdefault(row, []).append(time_peer())
    rows = [[row, seconds(own[row]), seconds(peer[row]), ratio(own[row], peer[row])] for row in own]
    return table("Start-up", ["process", "it", "the other", "it / the other"], rows)


def _pairs(cache: Path) -> list[tuple[str, str, Callable[[], float], Callable[[], float]]]:
    """What is timed beside what, in the order in which it must run."""

    def python(*arguments: str) -> Callable[[], float]:
        return lambda: _time_process(arguments, cache)

    def drawn(text: str, *arguments: str) -> Callable[[], float]:
        return lambda: _time_to_draw(text, arguments, cache)

    numpy = python("-c", "import numpy")
    # The cursor stands on the first letter of the prompt, which is drawn by itself.
    prompt = drawn(message("prompt", "en")[1:], *CHATBOT)
    return [
        ("`chatbot --help`", "`import argparse`", python(*CHATBOT, "--help"), python("-c", "import argparse")),
        ("first `chatbot ask`", "`import numpy`", python(*QUESTION), numpy),
        ("second `chatbot ask`", "`import numpy`", python(*QUESTION), numpy),
        ("first paint of `chatbot`", "an app of one word", prompt, drawn("ready", "-c", ONE_WORD_APP)),
    ]


def _environment(cache: Path) -> dict[str, str]:
    """English, the bundled articles, and nothing that an earlier run has left but the compiled code."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OWN_VARIABLES)}
    return {**kept, "LANG": "en_GB.UTF-8", "XDG_CACHE_HOME": str(cache), "TERM": "xterm-256color"}


def _time_process(arguments: Sequence[str], cache: Path) -> float:
    """Seconds until a Python process with those arguments has ended well."""
    began = perf_counter()
    subprocess.run([sys.executable, *arguments], env=_environment(cache), capture_output=True, check=True)
    return perf_counter() - began


def _time_to_draw(text: str, arguments: Sequence[str], cache: Path) -> float:
    """Seconds until a Python process with those arguments has drawn `text` in its terminal."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    began = perf_counter()
    with subprocess.Popen(
        [sys.executable, *arguments], env=_environment(cache), stdin=its, stdout=its, stderr=its, start_new_session=True
    ) as process:
        os.close(its)
        try:
            drawn = b""
            while text.encode() not in drawn:
                if not select.select([ours], [], [], began + PATIENCE - perf_counter())[0]:
                    raise TimeoutError(f"{arguments} has not drawn {text!r}")
                drawn += os.read(ours, 65_536)
            return perf_counter() - began
        finally:
            process.kill()
            os.close(ours)
