"""The command line as a program of its own: `python -m chatbot`."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Timer
from types import SimpleNamespace

import pytest

from chatbot.tui.run import _end_with_terminal
from tests.articles import BEES, write_articles
from tests.command import Outcome

LIMIT = 120
"""Seconds after which what a test waits for is not coming any more."""

QUESTION = "How many eggs does the queen lay?"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(write_articles(tmp_path_factory.mktemp("articles"), {"bees.md": BEES}))


def run_program(*arguments: str, standard_input: bytes = b"", **environment: str) -> Outcome:
    """The program in a process of its own, whose output is a pipe."""
    result = subprocess.run(
        [sys.executable, "-m", "chatbot", *arguments],
        input=standard_input,
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )
    return Outcome(result.returncode, result.stdout.decode(), result.stderr.decode())


def test_questions_on_standard_input_are_answered_line_by_line_and_nothing_else_is_said(folder: str) -> None:
    status, output, errors = run_program(
        "ask",
        "-",
        "--json",
        CHATBOT_CORPUS=folder,
        standard_input=f"{QUESTION}\nHoeveel eieren legt de koningin?".encode(),
    )
    assert (status, errors) == (0, "")
    answers = [json.loads(line) for line in output.splitlines()]
    assert [answer["language"] for answer in answers] == ["en", "nl"]
    assert all("two thousand eggs" in answer["citations"][0]["text"] for answer in answers)


@pytest.mark.parametrize("locale", ["C", "nl_NL.ISO-8859-1"])
def test_output_is_utf_8_in_any_locale(tmp_path: Path, locale: str) -> None:
    text = "Één zin, “met” 🦊.\n"
    write_articles(tmp_path, {"één.txt": text})
    arguments = ["show", "één.txt", "--corpus", str(tmp_path)]
    assert run_program(*arguments, LC_ALL=locale, PYTHONUTF8="0") == (0, text, "")


def test_a_reader_that_stops_early_is_no_error(folder: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "chatbot", "show", "bees.md", "--corpus", folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait() in {0, -13, 141}


def test_bad_usage_has_status_two_and_leaves_the_output_empty() -> None:
    status, output, errors = run_program("shout", LANG="nl_NL.UTF-8")
    assert (status, output) == (2, "")
    assert errors.startswith("chatbot: Die opdracht klopt niet (")
    assert errors.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["chat"]])
def test_the_interface_without_a_terminal_says_what_to_use_instead(arguments: list[str]) -> None:
    status, output, errors = run_program(*arguments, standard_input=b"x")
    assert (status, output) == (2, "")
    assert errors == (
        "chatbot: The interface needs a terminal, and the input or the output is not one. Use chatbot chat --plain or "
        "chatbot ask -.\n"
    )


def test_the_interface_ends_with_its_terminal_even_where_no_signal_tells_so(folder: str) -> None:
    ours, its = pty.openpty()
    with subprocess.Popen([sys.executable, "-m", "chatbot", "--corpus", folder], stdin=its, stdout=its, stderr=its):
        os.close(its)
        screen = b""
        while b"\x1b[?1049h" not in screen:
            screen += os.read(ours, 4096)
        os.close(ours)


LOADING = """
import sys
from pathlib import Path
from threading import Event
from chatbot.settings import Settings
from chatbot.tui.run import run

run(Settings(Path(sys.argv[1])), load_strong=Event().wait)
"""
"""The interface while a thread loads an encoder, which never comes to an end."""


@pytest.mark.parametrize(("number", "status"), [(None, 0), (signal.SIGTERM, 143)])
def test_the_interface_ends_without_waiting_for_what_still_loads(
    folder: str, number: signal.Signals | None, status: int
) -> None:
    ours, its = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", LOADING, folder], stdin=its, stdout=its, stderr=its) as program:
        os.close(its)
        limit = Timer(LIMIT, program.kill)
        limit.start()
        screen = b""
        while b"1 article" not in screen:
            screen += os.read(ours, 4096)
        if number:
            program.send_signal(number)
        else:
            os.write(ours, b"\x11")
        with suppress(OSError):  # the terminal has nobody at its other end any more
            while os.read(ours, 4096):
                pass
        assert program.wait() == status
    limit.cancel()
    os.close(ours)


def test_a_terminal_that_cannot_be_watched_does_not_end_the_interface(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, its = pty.openpty()
    os.close(ours)
    os.close(its)
    ended: list[int] = []
    monkeypatch.setattr("os._exit", ended.append)
    monkeypatch.setattr("sys.__stdin__", SimpleNamespace(fileno=lambda: its))
    _end_with_terminal()
    assert not ended
