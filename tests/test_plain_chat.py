"""A conversation on plain input and output: what a pipe, a screen reader and a dumb terminal get."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from chatbot.console.plain_chat import END
from chatbot.messages import message
from tests.articles import MIXED, write_articles
from tests.command import Run

CLIMB = "How high is the climb of the lighthouse?"


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(write_articles(tmp_path, MIXED))


def test_a_pipe_gets_the_questions_with_their_answers_and_nothing_else(run: Run, folder: str) -> None:
    status, output, errors = run("chat", "--plain", "--corpus", folder, standard_input=f"{CLIMB}\n".encode())
    assert (status, errors) == (0, "")
    assert output == f"> {CLIMB}\n" + run("ask", CLIMB, "--corpus", folder).output + "\n"
    assert output.startswith(
        f"> {CLIMB}\nThis is what the articles say about it:\n\n[1] A spiral staircase of 199 steps leads to"
    )
    assert "\x1b" not in output


def test_questions_lean_on_each_other_and_the_answer_says_so(run: Run, folder: str) -> None:
    lines = f"{CLIMB}\nAnd on which day?\n".encode()
    output = run("chat", "--plain", "--corpus", folder, standard_input=lines).output
    assert "\n\n> And on which day?\nAlso about: high, climb, lighthouse\n" in output


def test_a_misspelt_question_is_answered_as_it_was_meant_and_the_answer_says_so(run: Run, folder: str) -> None:
    output = run("chat", "--plain", "--corpus", folder, standard_input=b"Who built the lighthuose?\n").output
    assert output.startswith("> Who built the lighthuose?\nSearched for: Who built the lighthouse?\n")


@pytest.mark.parametrize("number", [" 1 ", "[1]"])
def test_a_number_alone_shows_that_citation_of_the_last_answer_again(run: Run, folder: str, number: str) -> None:
    lines = f"{CLIMB}\n{number}\n99\nAnd on which day?\n".encode()
    output = run("chat", "--plain", "--corpus", folder, standard_input=lines).output
    _, after = output.split(f"> {number}\n")
    again, rest = after.split("\n\n> 99\n")
    assert again.startswith("[1] ")
    assert "199 steps" in again
    assert "— The lighthouse of Skerry Point › The climb (lighthouse.txt, characters " in again.splitlines()[-1]
    assert rest.startswith("This answer shows no citation of that number. Choose from: 1")
    assert "Also about: high, climb, lighthouse\n" in rest


@pytest.mark.parametrize(("said", "hint"), [("help", "how to stop"), ("bye", "plain end")])
def test_help_and_a_goodbye_say_how_to_end(run: Run, folder: str, said: str, hint: str) -> None:
    output = run("chat", "--plain", "--corpus", folder, standard_input=f"{said}\n".encode()).output
    assert output.endswith(f"\n{message(hint, 'en', end=END)}\n\n")


def test_a_number_before_any_answer_is_of_no_citation_and_a_longer_one_a_question(run: Run, folder: str) -> None:
    output = run("chat", "--plain", "--corpus", folder, standard_input=f"2\n{CLIMB}\n1984\n".encode()).output
    assert output.count(message("reply nothing yet", "en")) == 1
    assert output.count(message("nothing found", "en")) == 1


@pytest.mark.parametrize("end", ["", "/stop\nWhy?\n", "/stop"])
def test_the_end_of_the_input_or_a_line_that_says_so_ends_it(run: Run, folder: str, end: str) -> None:
    status, output, errors = run("chat", "--plain", "--corpus", folder, standard_input=f"?!\n{end}".encode())
    assert (status, errors) == (0, "")
    assert (
        output
        == "> ?!\nThere is no word in the question. Ask something about the articles, in Dutch or in English.\n\n"
    )


@pytest.mark.parametrize("line", ["", "🦊", "x" * 20_000, "\x1b[31m\udcff"], ids=["empty", "fox", "long", "odd"])
def test_odd_lines_are_answered_and_the_next_too(run: Run, folder: str, line: str) -> None:
    lines = f"{line}\n{CLIMB}\n".encode("utf-8", "surrogateescape")
    status, output, errors = run("chat", "--plain", "--corpus", folder, standard_input=lines)
    assert (status, errors) == (0, "")
    assert "199 steps" in output
    assert "\x1b" not in output


def test_a_terminal_is_told_what_to_do_and_when_and_gets_no_colours(folder: str) -> None:
    program, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "chatbot", "chat", "--plain", "--corpus", folder],
        stdin=terminal,
        stdout=subprocess.PIPE,
        env={**os.environ, "TERM": "dumb", "LANG": "nl_NL.UTF-8"},
    ) as process:
        os.close(terminal)
        os.write(program, b"?!\n/stop\n")
        output, _ = process.communicate()
        os.close(program)
    assert process.returncode == 0
    text = output.decode()
    assert text.startswith("Stel een vraag in het Nederlands of het Engels.")
    assert "Ctrl+D of /stop beëindigt het gesprek." in text
    assert text.count("Vraag: ") == 2
    assert "In de vraag staat geen enkel woord." in text
    assert "\x1b" not in text


def test_a_folder_that_cannot_be_used_is_told(run: Run) -> None:
    assert run("chat", "--plain", "--corpus", "/nowhere").status == 2
