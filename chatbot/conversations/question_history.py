"""The history: the questions that were asked at the prompt, kept from one run to the next."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from chatbot.answers.question import QUESTION_LIMIT
from chatbot.storage.ordinary_file import read_bytes
from chatbot.storage.private_files import append_line, state_folder, write_whole

HISTORY_LIMIT = 1_000
"""The most questions that are remembered; the file may hold twice as many before it is cut down."""

FILE_LIMIT = 50_000_000
"""Bytes: a larger file was not written by this program, however long the questions are."""


def history_file() -> Path:
    """The file of the questions: one JSON object a line, with the `question`, the latest last."""
    return state_folder() / "history.jsonl"


class History:
    """The questions that were asked, the latest last, none twice in a row.

    With no file they are forgotten at the end of the run. A file that cannot be read or written is done without: a
    history is not worth an error.
    """

    def __init__(self, file: Path | None) -> None:
        """Read the questions in the file, if there is one; lines that hold none are skipped."""
        self._file = file
        self._questions: deque[str] = deque(maxlen=HISTORY_LIMIT)
        lines = _lines(file) if file else []
        for question in _questions(lines):
            self._remember(question)
        if file and len(lines) > 2 * HISTORY_LIMIT:
            with suppress(OSError):
                write_whole(file, "".join(f"{_line(question)}\n" for question in self._questions).encode())

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions, the latest last."""
        return tuple(self._questions)

    def add(self, question: str) -> None:
        """Remember a question; one that is too long to be asked is not written to the file."""
        if self._remember(question) and self._file and len(question) <= QUESTION_LIMIT:
            with suppress(OSError):
                append_line(self._file, _line(question))

    def _remember(self, question: str) -> bool:
        """Whether the question was new."""
        if self._questions and self._questions[-1] == question:
            return False
        self._questions.append(question)
        return True


def _lines(file: Path) -> list[bytes]:
    try:
        return read_bytes(file, FILE_LIMIT).splitlines()
    except OSError:
        return []


def _questions(lines: list[bytes]) -> Iterator[str]:
    for line in lines:
        with suppress(ValueError, RecursionError):
            match json.loads(line):
                case {"question": str(question)} if question.strip():
                    yield question


def _line(question: str) -> str:
    return json.dumps({"question": question})
