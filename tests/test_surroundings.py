"""Odd surroundings, such as no home or closed streams: the answer is right, or one line says what to do."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chatbot.conversations.kept_conversations import kept_conversations
from chatbot.errors import ChatbotError
from chatbot.settings import read_settings
from tests.articles import BEES, write_articles
from tests.command import Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions and streams")

QUESTION = "How many eggs does the queen lay?"
OWN_FOLDERS = ("CONFIG", "DATA", "STATE", "CACHE")


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder with one article that every user may reach."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        path.chmod(0o755)
        yield write_articles(path, {"articles/bees.md": BEES})


def put_a_folder_that_may_not_be_written(path: Path) -> None:
    path.mkdir(mode=0o555)


def put_a_folder_that_may_not_be_entered(path: Path) -> None:
    path.mkdir(mode=0o000)


def put_a_file(path: Path) -> None:
    path.touch()


@pytest.mark.parametrize(
    "put", [put_a_folder_that_may_not_be_written, put_a_folder_that_may_not_be_entered, put_a_file]
)
@pytest.mark.parametrize(
    ("kind", "command"),
    [
        *((kind, ["ask", QUESTION]) for kind in OWN_FOLDERS if kind != "CONFIG"),
        ("DATA", ["chat", "--plain"]),
        ("STATE", ["chat", "--plain"]),
    ],
)
def test_a_folder_of_its_own_that_cannot_be_used_costs_one_line_at_most(
    run: Run,
    public_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    put: Callable[[Path], None],
    kind: str,
    command: list[str],
) -> None:
    monkeypatch.setenv("CHATBOT_CORPUS", str(public_folder / "articles"))
    run(*command)  # what the program imports meanwhile may be in a place that only root can read
    for other in OWN_FOLDERS:
        monkeypatch.setenv(f"XDG_{other}_HOME", str(public_folder / other))
        if other == kind:
            put(public_folder / other)
        else:
            (public_folder / other).mkdir()
            (public_folder / other).chmod(0o777)
    request.getfixturevalue("without_privileges")
    status, output, errors = run(*command, standard_input=QUESTION.encode())
    assert status == 0, errors
    assert errors.count("\n") <= 1
    assert "two thousand eggs" in output


@pytest.mark.parametrize("put", [put_a_folder_that_may_not_be_entered, put_a_file])
def test_settings_that_cannot_be_read_are_told(
    run: Run,
    public_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    put: Callable[[Path], None],
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(public_folder / "config"))
    put(public_folder / "config")
    request.getfixturevalue("without_privileges")
    status, output, errors = run("articles")
    assert (status, output, errors.count("\n")) == (2, "", 1)
    assert "cannot be read (" in errors


def test_a_folder_that_may_not_be_entered_holds_no_conversations(
    public_folder: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    put_a_folder_that_may_not_be_entered(public_folder / "data")
    monkeypatch.setenv("XDG_DATA_HOME", str(public_folder / "data"))
    request.getfixturevalue("without_privileges")
    assert list(kept_conversations()) == []


def program(*arguments: str, streams: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a shell starts it."""
    return subprocess.run(
        ["sh", "-c", f'"$@" {streams}', "sh", sys.executable, "-m", "chatbot", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.parametrize(
    ("streams", "arguments", "status"),
    [
        ("<&-", ["ask", "-"], 0),
        ("<&-", ["chat", "--plain"], 0),
        (">&-", ["--help"], 0),
        ("2>&-", ["shout"], 2),
        ("<&- >&- 2>&-", ["articles"], 0),
        ("2>/dev/full", ["shout"], 2),
    ],
)
def test_a_stream_that_is_closed_or_full_is_done_without(
    public_folder: Path, streams: str, arguments: list[str], status: int
) -> None:
    result = program(*arguments, streams=streams, CHATBOT_CORPUS=str(public_folder / "articles"))
    assert result.returncode == status
    assert "Traceback" not in result.stderr
    assert result.stderr.count("\n") <= 1


@pytest.mark.parametrize("command", ["config", "--help"])
def test_without_a_home_it_is_told_what_to_set(monkeypatch: pytest.MonkeyPatch, run: Run, command: str) -> None:
    monkeypatch.delenv("HOME", raising=False)
    for kind in OWN_FOLDERS:
        monkeypatch.delenv(f"XDG_{kind}_HOME", raising=False)
    # A user number that the list of users does not have, as in many a container.
    monkeypatch.setattr("pwd.getpwuid", lambda number: {}[number])
    status, output, errors = run(command)
    assert (status, output, errors.count("\n")) == (2, "", 1)
    assert "Set the variable HOME to the full path of a folder, or XDG_CONFIG_HOME to that of" in errors


def test_a_name_that_no_folder_can_have_is_told() -> None:
    with pytest.raises(ChatbotError, match="cannot be ~nobody-of-that-name/articles"):
        read_settings({"corpus": "~nobody-of-that-name/articles"})


def test_a_file_of_questions_without_an_end_is_told(run: Run, public_folder: Path) -> None:
    status, output, errors = run("evaluate", "/dev/zero", "--corpus", str(public_folder / "articles"))
    assert (status, output) == (2, "")
    assert errors.startswith("chatbot: The file /dev/zero cannot be read (")
