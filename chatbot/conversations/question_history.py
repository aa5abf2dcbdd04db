"""The history: the questions that were asked at the prompt, kept from one run to the next."""

from __future__ import annotations

import json
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from chatbot.messages import message
from chatbot.storage.ordinary_file import read_bytes
from chatbot.storage.private_files import append_line, state_folder, write_whole
from chatbot.text.question import QUESTION_LIMIT

if TYPE_CHECKING:
    from chatbot.text.language import Language

VERSION = 1
"""Of the lines; a file with one of a later version is left alone."""

HISTORY_LIMIT = 1_000
"""The most questions that are remembered; the file may hold twice as many before it is cut down."""

FILE_LIMIT = 50_000_000
"""Bytes: a larger file was not written by this program, however long the questions are."""


def history_file() -> Path:
    """The file of the questions: one JSON object a line, with a `version` and the `question`, the latest last."""
    return state_folder() / "history.jsonl"


class History:
    """The questions that were asked, the latest last, none twice in a row.

    With no file they are forgotten at the end of the run. A file that cannot be read or written is done without: a
    history is not worth an error.
    """

    def __init__(self, file: Path | None) -> None:
        """Read the questions in the file, if there is one; lines that hold none are left out of it."""
        self._file = file
        self._questions: deque[str] = deque(maxlen=HISTORY_LIMIT)
        self._damaged = 0
        self._error: OSError | _LaterVersionError | None = None
        if file:
            self._read(file)

    def problem(self, language: Language) -> str | None:
        """A sentence on what of the file could not be read, or None where all of it could."""
        if self._error:
            reason = self._error.strerror if isinstance(self._error, OSError) else message("later version", language)
            return message("earlier questions unreadable", language, file=self._file, reason=reason)
        if self._damaged:
            return message("earlier questions damaged", language, file=self._file, count=self._damaged)
        return None

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions, the latest last."""
        return tuple(self._questions)

    def add(self, question: str) -> None:
        """Remember a question; one that is too long to be asked is not written to the file."""
        is_new = self._remember(question)
        if is_new and self._file and not self._error and len(question) <= QUESTION_LIMIT:
            with suppress(OSError):
                append_line(self._file, _line(question))

    def _read(self, file: Path) -> None:
        try:
            lines = [line for line in read_bytes(file, FILE_LIMIT).splitlines() if line]
            for line in lines:
                try:
                    self._remember(_question(line))
                except ValueError:
                    self._damaged += 1
        except FileNotFoundError:
            return
        except (OSError, _LaterVersionError) as error:
            self._error = error
            return
        if self._damaged or len(lines) > 2 * HISTORY_LIMIT:
            with suppress(OSError):
                write_whole(file, "".join(f"{_line(question)}\n" for question in self._questions).encode())

    def _remember(self, question: str) -> bool:
        """Whether the question was new."""
        if self._questions and self._questions[-1] == question:
            return False
        self._questions.append(question)
        return True


class _LaterVersionError(Exception):
    """A later version of the program has written the file."""


def _question(line: bytes) -> str:
    """The question in a line; raises ValueError where there is none."""
    try:
        record = json.loads(line)
    except RecursionError as error:
        raise ValueError from error
    match record:
        case {"version": int(version)} if version > VERSION:
            raise _LaterVersionError
        case {"version": int(), "question": str(question)} if question.strip():
            return question
    raise ValueError(line)


def _line(question: str) -> str:
    return json.dumps({"version": VERSION, "question": question})
