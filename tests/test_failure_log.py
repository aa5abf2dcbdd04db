"""A failure of the program itself: one sentence for the reader, the traceback in the log."""

from __future__ import annotations

import stat
from importlib.metadata import version
from pathlib import Path

import pytest

from chatbot.storage import failure_log
from chatbot.storage.failure_log import failure_sentence, log_file
from tests.command import Run


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def failure(text: str) -> Exception:
    try:
        raise RuntimeError(text)
    except RuntimeError as error:
        return error


def test_the_reader_is_told_where_the_traceback_is() -> None:
    sentence = failure_sentence(failure("out of ink"), "en")
    assert "(RuntimeError: out of ink)" in sentence
    assert str(log_file()) in sentence
    log = log_file().read_text(encoding="utf-8")
    assert "Traceback (most recent call last)" in log
    assert "in failure" in log
    assert stat.S_IMODE(log_file().stat().st_mode) == 0o600


def test_failures_are_added_to_each_other() -> None:
    for text in ("first", "second"):
        failure_sentence(failure(text), "nl")
    log = log_file().read_text(encoding="utf-8")
    assert log.index("RuntimeError: first") < log.index("RuntimeError: second")


def test_a_long_log_is_put_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failure_log, "LOG_LIMIT", 10)
    for text in ("first", "second", "third"):
        failure_sentence(failure(text), "en")
    assert "third" in log_file().read_text(encoding="utf-8")
    aside = [path for path in log_file().parent.iterdir() if path != log_file()]
    assert len(aside) == 1
    assert "second" in aside[0].read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_does_not_hide_the_failure(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be", encoding="utf-8")
    sentence = failure_sentence(failure("out of ink"), "en")
    assert "(RuntimeError: out of ink)" in sentence
    assert "chatbot.log" not in sentence


def test_a_failure_is_told_where_the_package_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failure_log, "installed_version", lambda _: version("no-such-package"))
    assert str(log_file()) in failure_sentence(failure("out of ink"), "en")
    assert "RuntimeError: out of ink" in log_file().read_text(encoding="utf-8")


def test_the_command_line_shows_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("out of ink")

    monkeypatch.setattr("chatbot.passages.corpus.read_corpus", fail)
    status, output, errors = run("articles")
    assert (status, output) == (70, "")
    assert errors.count("\n") == 1
    assert "out of ink" in errors
    assert str(log_file()) in errors
