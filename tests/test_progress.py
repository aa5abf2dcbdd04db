"""Progress: whoever waits is told for what, how far it is and how long it will still take."""

from __future__ import annotations

import io

import pytest

from chatbot.messages import message
from chatbot.progress import CLEAR_LINE, Progress, TerminalProgress
from chatbot.text.language_code import Language


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("chatbot.progress.monotonic", clock)
    return clock


def line_after(clock: Clock, seconds: float, done: int, language: Language = "en") -> str:
    """What is shown when so much of a hundred texts took that long."""
    progress = Progress(language)
    assert progress.line("embedding", 0, 100) == ""
    clock.seconds = seconds
    return progress.line("embedding", done, 100)


def test_half_a_second_needs_no_explanation(clock: Clock) -> None:
    assert line_after(clock, 0.4, 30) == ""
    clock.seconds = 0.0
    assert line_after(clock, 0.6, 0) == message("progress embedding", "en", percent=0)


@pytest.mark.parametrize(
    ("seconds", "done", "left"), [(10, 90, "0:00:01"), (30, 50, "0:00:30"), (60, 10, "0:09:00"), (3600, 4, "24:00:00")]
)
def test_the_time_that_it_will_still_take_is_told(clock: Clock, seconds: float, done: int, left: str) -> None:
    assert line_after(clock, seconds, done) == f"{message('progress embedding', 'en', percent=done)}, about {left} left"


def test_less_than_a_second_is_not_told(clock: Clock) -> None:
    assert line_after(clock, 10, 99) == message("progress embedding", "en", percent=99)


def test_the_time_left_is_told_in_dutch_too(clock: Clock) -> None:
    assert line_after(clock, 60, 10, "nl") == "De betekenis van de artikelen wordt bepaald… 10 %, nog ongeveer 0:09:00"


def test_what_was_done_before_says_nothing_of_the_time_left(clock: Clock) -> None:
    progress = Progress("en")
    progress.line("embedding", 90, 100)
    clock.seconds = 10
    assert (
        progress.line("embedding", 95, 100) == f"{message('progress embedding', 'en', percent=95)}, about 0:00:10 left"
    )


def test_every_stage_has_patience_of_its_own(clock: Clock) -> None:
    progress = Progress("en")
    progress.line("reading", 0, 10)
    clock.seconds = 1
    assert progress.line("reading", 5, 10)
    assert progress.line("embedding", 0, 10) == ""


@pytest.mark.parametrize(("is_terminal", "seconds", "told"), [(True, 1, True), (True, 0.1, False), (False, 1, False)])
def test_progress_is_told_at_a_terminal_and_wiped_out_afterwards(
    monkeypatch: pytest.MonkeyPatch, clock: Clock, is_terminal: bool, seconds: float, told: bool
) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: is_terminal)
    monkeypatch.setattr("sys.stderr", stream)
    with TerminalProgress("en") as progress:
        for done in range(2, 10, 2):
            progress("reading ahead", done, 10)
            clock.seconds += seconds
    line = message("progress reading ahead", "en", percent=40)
    assert stream.getvalue().startswith(f"{CLEAR_LINE}chatbot: {line}" if told else "")
    assert stream.getvalue().endswith(CLEAR_LINE if told else "")
    assert bool(stream.getvalue()) == told
