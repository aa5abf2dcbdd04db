"""Signals: whenever one comes, the program ends without a word and with the status that shells know it by."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")

STARTS = {
    "module": ["-m", "chatbot"],
    "script": ["-c", "import sys; from chatbot.__main__ import main; sys.exit(main())"],
}
"""How the program is started: as a module, and as the script does that pip makes."""

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
QUESTION = "Who are Venezuela's allies?"

START_UP_FILE = """
import os, sys

class Sender:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), {number})

sys.meta_path.insert(0, Sender())
"""
"""What Python runs first: a signal comes when the program is about to load that module."""

LOADED = {"chatbot.cli": [], "argparse": ["--help"], "chatbot.messages": ["ask", QUESTION], "numpy": ["ask", QUESTION]}
"""Modules and what loads them, from the very first to the last that a question needs."""

CASES = [
    *(("module", module, signal.SIGINT) for module in LOADED),
    *(("script", module, number) for module in ("chatbot.cli", "numpy") for number in (signal.SIGTERM, signal.SIGHUP)),
]


@pytest.fixture(autouse=True)
def no_signal_is_ignored() -> Iterator[None]:
    """What a process ignores its children ignore too, and a shell has its background ignore what a terminal sends."""
    ignored = [number for number in SIGNALS if signal.getsignal(number) == signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, signal.SIG_DFL)
    yield
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)


def outcome(
    folder: Path, start: str, arguments: list[str], module: str, number: signal.Signals, *, before: str = ""
) -> tuple[int, str, str]:
    """The status and the output of the program; `before` is what the shell does first."""
    (folder / "sitecustomize.py").write_text(START_UP_FILE.format(module=module, number=int(number)))
    result = subprocess.run(
        ["sh", "-c", f'{before}\nexec "$@"', "sh", sys.executable, *STARTS[start], *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), *sys.path])},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return result.returncode, result.stdout, result.stderr


@pytest.mark.parametrize(("start", "module", "number"), CASES)
def test_a_signal_while_modules_load_ends_the_program_quietly(
    tmp_path: Path, start: str, module: str, number: signal.Signals
) -> None:
    status, *said = outcome(tmp_path, start, LOADED[module], module, number)
    assert said == ["", ""]
    assert status in {-number, 128 + number}  # the same to a shell


@pytest.mark.parametrize(
    ("module", "number"), [("argparse", signal.SIGHUP), ("chatbot.passages.corpus", signal.SIGINT)]
)
def test_a_signal_that_is_to_be_ignored_is_ignored(tmp_path: Path, module: str, number: signal.Signals) -> None:
    status, output, errors = outcome(tmp_path, "script", ["articles"], module, number, before="trap '' INT HUP")
    assert (status, errors) == (0, "")
    assert "Venezuela" in output
