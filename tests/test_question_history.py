"""The history: what was asked is there again in the next run, whatever happened to the file."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.conversations.question_history import HISTORY_LIMIT, History, history_file
from chatbot.messages import message
from chatbot.storage.private_files import FILE_MODE, state_folder
from chatbot.text.question import QUESTION_LIMIT


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "history.jsonl"


def asked(history: History, *questions: str) -> History:
    for question in questions:
        history.add(question)
    return history


def test_questions_are_there_again_in_the_next_run_in_order(file: Path) -> None:
    asked(History(file), "Hoeveel generaals?", "Why?")
    asked(History(file), "En Rusland?")
    assert History(file).questions == ("Hoeveel generaals?", "Why?", "En Rusland?")


def test_a_question_asked_twice_in_a_row_is_there_once(file: Path) -> None:
    assert asked(History(file), "Why?", "Why?", "When?", "Why?").questions == ("Why?", "When?", "Why?")
    asked(History(file), "Why?")
    assert len(file.read_bytes().splitlines()) == 3


def test_nobody_else_may_read_them(file: Path) -> None:
    asked(History(file), "Why?")
    assert stat.S_IMODE(file.stat().st_mode) == FILE_MODE


def test_without_a_file_they_last_as_long_as_the_run(tmp_path: Path) -> None:
    assert asked(History(None), "Why?").questions == ("Why?",)
    assert list(tmp_path.iterdir()) == []


def test_lines_that_hold_no_question_are_skipped(file: Path) -> None:
    file.parent.mkdir()
    lines = [
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"question": 3}',
        b'{"version": 1, "question": " "}',
        b'{"a": "x"}',
        b"[" * 99_999,
    ]
    good = [f'{{"version": 1, "question": "{question}"}}'.encode() for question in ("Why?", "When?")]
    file.write_bytes(b"\n".join([good[0], b"", *lines, good[1], b'{"version": 1, "quest']))
    history = History(file)
    assert history.problem("en") == message("earlier questions damaged", "en", file=file, count=len(lines) + 1)
    assert asked(history, "Who?").questions == ("Why?", "When?", "Who?")
    again = History(file)
    assert (again.questions, again.problem("en")) == (("Why?", "When?", "Who?"), None)


def test_a_file_of_a_later_version_is_left_alone(file: Path) -> None:
    asked(History(file), "Why?")
    content = file.read_bytes() + b'{"version": 2, "words": ["When?"]}\nnonsense\n'
    file.write_bytes(content)
    history = asked(History(file), "Who?")
    reason = message("later version", "nl")
    assert history.problem("nl") == message("earlier questions unreadable", "nl", file=file, reason=reason)
    assert file.read_bytes() == content


def test_only_the_latest_are_remembered_and_a_file_of_twice_as_many_is_cut_down(file: Path) -> None:
    file.parent.mkdir()
    lines = (f'{{"version": 1, "question": "{number}"}}\n' for number in range(2 * HISTORY_LIMIT + 1))
    file.write_text("".join(lines))
    questions = History(file).questions
    assert questions == tuple(str(number) for number in range(HISTORY_LIMIT + 1, 2 * HISTORY_LIMIT + 1))
    assert len(file.read_bytes().splitlines()) == HISTORY_LIMIT
    assert History(file).questions == questions


def test_a_question_that_is_too_long_can_be_shortened_but_is_not_kept(file: Path) -> None:
    pasted = "x" * (QUESTION_LIMIT + 1)
    assert asked(History(file), pasted).questions == (pasted,)
    assert not file.exists()


def test_a_file_that_cannot_be_used_is_done_without(tmp_path: Path) -> None:
    history = asked(History(tmp_path), "Why?")
    assert history.questions == ("Why?",)
    assert str(tmp_path) in (history.problem("en") or "")
    (tmp_path / "file").write_text("")
    assert asked(History(tmp_path / "file" / "history.jsonl"), "Why?").questions == ("Why?",)


def test_the_file_is_in_the_folder_of_the_state() -> None:
    assert history_file().parent == state_folder()


@given(st.lists(st.text(st.characters(exclude_categories=()), min_size=1).filter(str.strip), max_size=9))
def test_any_question_comes_back_to_the_letter(tmp_path_factory: pytest.TempPathFactory, questions: list[str]) -> None:
    file = tmp_path_factory.mktemp("state") / "history.jsonl"
    assert History(file).questions == () != asked(History(file), *questions).questions or not questions
    assert History(file).questions == asked(History(None), *questions).questions
