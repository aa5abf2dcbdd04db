"""Start-up over the bundled articles: how long whole processes take, beside the least that they could take.

Each first answer ever begins with an empty cache folder, and a later one finds there what that has left. The interface
is timed until its prompt has been drawn, which is when a reader can type; an app of one word is what Textual itself
takes.
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
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from chatbot.messages import message
from tests.bench.tables import ratio, seconds, table

QUESTION = "How many generals does the Venezuelan army have?"
BY_WORDS = f"""
from chatbot.answers.chatbot import Chatbot
from chatbot.answers.engine import start_engine
from chatbot.articles.folder import bundled_folder
from chatbot.encoders.choice import strong_loader
from chatbot.passages.corpus import read_corpus

engine = start_engine(strong_loader("auto", None, "en"))
assert Chatbot(read_corpus(bundled_folder(), store=engine.store), engine).ask({QUESTION!r}).citations
__import__("os")._exit(0)  # not to wait for the encoders, which are loading
"""
"""What the interface does until it can answer by the words alone."""

ONE_WORD_APP = """
from textual.app import App
from textual.widgets import Static

type("OneWord", (App,), {"compose": lambda app: [Static("ready")]})().run()
"""

ROOT = Path(__file__).parents[2]
ROWS, COLUMNS = 40, 120
OWN_VARIABLES = ("CHATBOT_", "LC_", "PYTHONDONTWRITEBYTECODE")
"""What the processes do not get of the environment: with the last, each would compile what has changed anew."""

PATIENCE = 60
"""Seconds after which an interface that has not drawn what it should is given up."""


def start_table(rounds: int) -> str:
    """How long the program takes to start, beside Python, NumPy and Textual alone; all in turn, `rounds` times."""
    own: dict[str, list[float]] = {}
    peer: dict[str, list[float]] = {}
    for _ in range(rounds):
        with TemporaryDirectory() as first, TemporaryDirectory() as second:
            for name, beside, time_own, time_peer in _pairs(Path(first), Path(second)):
                own.setdefault(f"{name}, beside {beside}", []).append(time_own())
                peer.setdefault(f"{name}, beside {beside}", []).append(time_peer())
    rows = [[row, seconds(own[row]), seconds(peer[row]), ratio(own[row], peer[row])] for row in own]
    return table("Start-up", ["process", "it", "the other", "it / the other"], rows)


def _pairs(first: Path, second: Path) -> list[tuple[str, str, Callable[[], float], Callable[[], float]]]:
    """What is timed beside what, in the order in which it must run; both homes are empty at first."""
    python = partial(partial, seconds_to_end)
    ask, numpy = python(second, "-m", "chatbot", "ask", QUESTION), python(second, "-c", "import numpy")
    help_, argparse = python(second, "-m", "chatbot", "--help"), python(second, "-c", "import argparse")
    # The cursor stands on the first letter of the prompt, which is drawn by itself.
    prompt = partial(seconds_to_draw, message("prompt", "en")[1:], second, "-m", "chatbot")
    one_word = partial(seconds_to_draw, "ready", second, "-c", ONE_WORD_APP)
    return [
        ("`chatbot --help`", "`import argparse`", help_, argparse),
        ("first answer ever, by the words alone", "`import numpy`", python(first, "-c", BY_WORDS), numpy),
        ("first `chatbot ask` ever", "`import numpy`", ask, numpy),
        ("a later `chatbot ask`", "`import numpy`", ask, numpy),
        ("first paint of `chatbot`", "an app of one word", prompt, one_word),
    ]


def output(home: Path, *arguments: str) -> str:
    """What a Python process with those arguments prints; it must end well."""
    command, environment = [sys.executable, *arguments], _environment(home)
    return subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


def seconds_to_end(home: Path, *arguments: str) -> float:
    """Seconds until the process has ended."""
    began = perf_counter()
    output(home, *arguments)
    return perf_counter() - began


def seconds_to_draw(text: str, home: Path, *arguments: str) -> float:
    """Seconds until the process has drawn `text` in a terminal that is made for it; then it is killed."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    command, environment = [sys.executable, *arguments], _environment(home)
    began = perf_counter()
    with subprocess.Popen(
        command, env=environment, stdin=its, stdout=its, stderr=its, start_new_session=True
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


def _environment(home: Path) -> dict[str, str]:
    """English, the default settings, and the folders of the program in that home."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OWN_VARIABLES)}
    own = {f"XDG_{kind}_HOME": str(home) for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    return {**kept, **own, "LANG": "en_GB.UTF-8", "TERM": "xterm-256color"}
