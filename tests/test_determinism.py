"""Determinism: the same questions get the same answers, to the byte, in every run."""

from __future__ import annotations

import os
import subprocess
import sys

QUESTIONS = """\
Hoeveel generaals heeft het Venezolaanse leger?
Waarom stuurt China geen troepen naar Venezuela?
Welke landen delen de ideologie van Venezuela?
bijnaam Carvajal
Hoelang moet een ei koken voor het hard is?
Why did airlines stop flying over Venezuela?
Who is the Venezuelan president married to?
kinds of Chinese military support
What keeps Venezuela from buying spare parts for its F-16s?
How do I bake an apple pie?
"""


def answers(hash_seed: str) -> bytes:
    """What a process of its own answers, in which sets have the order that goes with this seed."""
    return subprocess.run(
        [sys.executable, "-m", "chatbot", "ask", "--json", "-"],
        input=QUESTIONS.encode(),
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        check=True,
    ).stdout


def test_the_order_in_which_python_keeps_its_sets_changes_no_answer() -> None:
    first = answers("1")
    assert len(first.splitlines()) == len(QUESTIONS.splitlines()) == 10
    assert answers("2") == first
