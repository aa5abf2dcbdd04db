"""Kept conversations: what was asked and answered is there again, to the letter, whatever happened to the file."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from chatbot.answers.answer import Answer, KeySentence
from chatbot.answers.citation import Citation, Match
from chatbot.conversations.kept_conversations import (
    ConversationRecord,
    history_folder,
    kept_conversations,
    read_conversation,
)

ARTICLES = Path("articles")
MATCH = Match("generals", "generaals", 0.91, 20, 29)
CITATION = Citation(1, "leger\udcff.txt", "Het leger", None, "één\u2028 [bold]", 10, 30, 1.5, ((12, 20),), (MATCH,))
KEY = KeySentence(1, CITATION.article, 12, 20, CITATION.text[2:10], 1.5)
FIRST = Answer("How many?", "en", "answered", 0.9, "Found:", (CITATION,), (), "How, many?", (KEY,))
SECOND = Answer("Waarom?\n\x1b[31m", "nl", "not found", 0.1, "Niets gevonden.", ())


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def kept(*answers: Answer) -> Path:
    record = ConversationRecord()
    for answer in answers:
        record.add(answer, ARTICLES)
    assert record.path
    return record.path


def test_a_conversation_is_there_again_to_the_letter() -> None:
    path = kept(FIRST, SECOND)
    (conversation,) = kept_conversations()
    assert conversation.answers == (FIRST, SECOND)
    assert (conversation.path, conversation.damaged, conversation.title) == (path, 0, "How many?")
    assert conversation.corpus == Path("articles").absolute()


def test_it_is_kept_for_this_user_alone_one_line_a_turn() -> None:
    path = kept(FIRST, SECOND)
    assert len(path.read_text(encoding="ascii").splitlines()) == 3
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(history_folder().stat().st_mode) == 0o700


def test_nothing_is_kept_before_the_first_answer() -> None:
    record = ConversationRecord()
    assert record.path is None
    assert not history_folder().exists()
    assert list(kept_conversations()) == []


def test_a_conversation_can_be_gone_on_with() -> None:
    path = kept(FIRST)
    ConversationRecord(path).add(SECOND, ARTICLES)
    (conversation,) = kept_conversations()
    assert conversation.answers == (FIRST, SECOND)


def test_the_latest_conversation_comes_first() -> None:
    paths = [kept(FIRST), kept(SECOND)]
    for path, name in zip(paths, ("20260102T000000-a", "20260103T000000-b"), strict=True):
        path.rename(path.with_stem(name))
    assert [conversation.title for conversation in kept_conversations()] == [SECOND.question, FIRST.question]


@pytest.mark.parametrize("cut", range(1, 40, 7))
def test_a_crash_costs_the_last_line_at_most(cut: int) -> None:
    path = kept(FIRST, SECOND)
    path.write_bytes(path.read_bytes()[:-cut])
    (conversation,) = kept_conversations()
    assert conversation.answers == ((FIRST,) if cut > 1 else (FIRST, SECOND))
    assert conversation.damaged == (cut > 1)
    ConversationRecord(path).add(SECOND, ARTICLES)
    (conversation,) = kept_conversations()
    assert conversation.answers[-1] == SECOND


def broken(field: str, value: object) -> str:
    answer = {
        "question": "How?",
        "language": "en",
        "certainty": "answered",
        "confidence": 0.5,
        "opening": "Found:",
        "citations": [],
    }
    return json.dumps(answer | {field: value})


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{}",
        "null",
        "[1, 2]",
        "[" * 100_000,
        "\ufffd\x00",
        broken("language", "fr"),
        broken("question", 7),
        broken("citations", [{"number": 1}]),
        broken("certainty", "sure"),
        broken("certainty", None),
    ],
)
def test_a_line_that_is_no_turn_is_passed_over(line: str) -> None:
    path = kept(FIRST)
    path.write_text(f"{path.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    conversation = read_conversation(path)
    assert conversation
    assert (conversation.answers, conversation.damaged) == ((FIRST,), 1)


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00", b"{}\n{}\n", b"[]\n"])
def test_a_file_that_is_no_conversation_is_passed_over(content: bytes) -> None:
    path = kept(FIRST)
    path.with_stem("other").write_bytes(content)
    assert [conversation.path for conversation in kept_conversations()] == [path]


@pytest.mark.parametrize("began", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"])
def test_a_file_of_a_time_that_no_calendar_has_is_passed_over(began: str) -> None:
    path = kept(FIRST)
    heading, *rest = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([json.dumps(json.loads(heading) | {"began": began}), *rest]), encoding="utf-8")
    assert list(kept_conversations()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither such pipes nor such devices")
@pytest.mark.parametrize("put", [os.mkfifo, lambda path: path.symlink_to("/dev/zero"), Path.mkdir])
def test_what_is_no_file_is_passed_over(put: Callable[[Path], None]) -> None:
    path = kept(FIRST)
    put(path.with_stem("other"))
    assert [conversation.path for conversation in kept_conversations()] == [path]


def test_a_conversation_that_cannot_be_kept_is_an_error_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(OSError, match="data"):
        ConversationRecord().add(FIRST, ARTICLES)


ADD_FOR_EVER = """
from itertools import count
from pathlib import Path
from chatbot.answers.answer import Answer
from chatbot.conversations.kept_conversations import ConversationRecord

record = ConversationRecord()
for number in count():
    record.add(Answer(str(number), "en", "answered", 0.9, "x" * 5_000, ()), Path("articles"))
    print(number, flush=True)
"""


@pytest.mark.parametrize("turns", [1, 2, 30])
def test_a_program_that_is_killed_while_it_writes_loses_nothing_that_it_had_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, turns: int
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    with subprocess.Popen([sys.executable, "-c", ADD_FOR_EVER], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        for _ in range(turns):
            program.stdout.readline()
        program.kill()
    (conversation,) = kept_conversations()
    questions = [answer.question for answer in conversation.answers]
    assert len(questions) >= turns
    assert questions == [str(number) for number in range(len(questions))]
    assert conversation.damaged <= 1
    ConversationRecord(conversation.path).add(SECOND, ARTICLES)
    (conversation,) = kept_conversations()
    assert [answer.question for answer in conversation.answers] == [*questions, SECOND.question]
