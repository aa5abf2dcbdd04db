"""Progress: what the program is doing, how far it is and how long that will still take."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic
from typing import Literal, Protocol, Self

from chatbot.messages import message
from chatbot.text.language_code import Language

Stage = Literal["reading", "analysing", "embedding", "reading ahead"]
"""What takes long: reading files, analysing and embedding articles, and the strong encoder's reading of passages."""

Report = Callable[[Stage, int, int], None]  # progress callback: (stage, done, total)

CLEAR_LINE = "\r\x1b[K"

SILENT_SECONDS = 0.5  # seconds of waiting that need no explanation
TELLING_SHARE = 0.02  # the share of a stage that must be done before the time for the rest is estimated


class Work(Protocol):
    """Something that is done batch by batch, such as embedding."""

    @property
    def total(self) -> int:
        """How many texts there are."""
        ...

    @property
    def left(self) -> int:
        """How many of them are still to be done."""
        ...

    def add_next_batch(self) -> bool:
        """Do some of them; True while there is more to do."""
        ...


def complete(work: Work, stage: Stage, report: Report) -> None:
    """Do all of the work, and report how far it is."""
    while work.add_next_batch():
        report(stage, work.total - work.left, work.total)


def silent(stage: Stage, done: int, total: int) -> None:
    """Ignore progress."""


class Progress:
    """A line that says how far the program is, from `SILENT_SECONDS` after a stage has begun."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._stage: Stage | None = None
        self._began = 0.0
        self._already_done = 0

    def line(self, stage: Stage, done: int, total: int) -> str | None:
        """What to show, or None while the user need not know yet."""
        now = monotonic()
        if stage != self._stage:
            self._stage, self._began, self._already_done = stage, now, done
        waited = now - self._began
        if waited < SILENT_SECONDS:
            return None
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
            self._show(self._progress.line(stage, done, total) or "")

    def _show(self, line: str) -> None:
        if line != self._shown:
            sys.stderr.write(f"{CLEAR_LINE}chatbot: {line}" if line else CLEAR_LINE)
            sys.stderr.flush()
            self._shown = line
