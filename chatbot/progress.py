"""Progress: what the program is doing, how far it is and how long that will still take."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from time import monotonic
from typing import Literal, Self

from chatbot.messages import message
from chatbot.text.language_code import Language

Stage = Literal["reading", "embedding", "reading ahead"]
"""What takes long: reading and embedding articles, and the strong encoder's reading of passages."""

Report = Callable[[Stage, int, int], None]  # progress callback: (stage, done, total)

Work = Iterator[tuple[int, int]]
"""What is done batch by batch, such as embedding: before each, how many of how many texts are done."""

CLEAR_LINE = "\r\x1b[K"

SILENT_SECONDS = 0.5  # seconds of waiting that need no explanation
TELLING_SHARE = 0.02  # the share of a stage that must be done before the time for the rest is estimated


def silent(stage: Stage, done: int, total: int) -> None:
    """Ignore progress."""


class Progress:
    """A line that says how far the program is, from so many `silent_seconds` after a stage has begun."""

    def __init__(self, language: Language, silent_seconds: float = SILENT_SECONDS) -> None:
        self._language = language
        self._silent_seconds = silent_seconds
        self._stage: Stage | None = None
        self._began = 0.0
        self._already_done = 0

    def line(self, stage: Stage, done: int, total: int) -> str:
        """What to show: nothing while the user need not know yet."""
        now = monotonic()
        if stage != self._stage:
            self._stage, self._began, self._already_done = stage, now, done
        waited = now - self._began
        if waited < self._silent_seconds:
            return ""
        line = message(f"progress {stage}", self._language, percent=100 * done // max(total, 1))
        share = (done - self._already_done) / max(total - self._already_done, 1)
        minutes, seconds = divmod(round(waited / share - waited) if share >= TELLING_SHARE else 0, 60)
        if not (minutes or seconds):
            return line
        time = f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        return f"{line}, {message('time left', self._language, time=time)}"


class TerminalProgress:
    """A report that shows a person who waits at a terminal, on standard error, one line that changes."""

    def __init__(self, language: Language) -> None:
        """`language` is that of the line."""
        self._progress = Progress(language)
        self._shown = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._show("")

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        """Show how far the stage is."""
        if sys.stderr.isatty():
            self._show(self._progress.line(stage, done, total))

    def _show(self, line: str) -> None:
        if line != self._shown:
            sys.stderr.write(f"{CLEAR_LINE}chatbot: {line}" if line else CLEAR_LINE)
            sys.stderr.flush()
            self._shown = line
