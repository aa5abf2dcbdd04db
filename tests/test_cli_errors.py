"""The command line where something is wrong: one line that says what to do, and status 2."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.articles import BEES, write_articles
from tests.command import Run

FORMATS = "(.txt or .md, and with the extra formats also .html, .pdf, .docx, .odt, .rtf, .eml or .epub)"
QUESTION = "How many eggs does the queen lay?"
USAGE = "chatbot --help shows what there is."
USAGE_IN_DUTCH = "chatbot --help toont wat er kan."


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["ask"], USAGE),
        (["ask", "one", "two"], USAGE),
        (["ask", "one", "--top", "0"], USAGE),
        (["ask", "one", "--top", "-1"], USAGE),
        (["ask", "one", "--top", "²"], USAGE),
        (["ask", "one", "--top", "many"], USAGE),
        (["ask", "one", "--conversation"], USAGE),
        (["ask", "one", "--no-such-option"], USAGE),
        (["shout"], USAGE),
        (["show"], USAGE),
        (["--corpus"], USAGE),
        (["serve", "--port", "many"], USAGE),
        (["serve", "--port", "65536"], USAGE),
        (["ask", ""], "Ask something about the articles, in Dutch or in English."),
        (["ask", " \n "], "Ask something about the articles, in Dutch or in English."),
        (["ask", "?!"], "Ask something about the articles, in Dutch or in English."),
        (["ask", "word " * 1000], "Shorten it and ask again."),
        (["show", "nothing.txt"], "chatbot articles lists those there are."),
        (["show", "../bees.md"], "chatbot articles lists those there are."),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], advice: str
) -> None:
    monkeypatch.setenv("CHATBOT_CORPUS", str(write_articles(tmp_path, {"bees.md": BEES})))
    status, output, errors = run(*arguments)
    assert (status, output) == (2, "")
    assert errors.startswith("chatbot: ")
    assert errors.endswith(f"{advice}\n")
    assert errors.count("\n") == 1


@pytest.mark.parametrize(
    "command", [["ask", "Why?"], ["ask", "-"], ["ask", "Why?", "--json"], ["articles"], ["show", "a"]]
)
@pytest.mark.parametrize(
    ("files", "folder", "complaint"),
    [
        ({}, "nowhere", f"There is no folder {{}}. Name a folder of articles {FORMATS} with --corpus."),
        ({}, ".", f"The folder {{}} holds no article {FORMATS}. Put one in it or name another folder with --corpus."),
        ({"a.txt": BEES}, "a.txt", "{} is not a folder. Name the folder that holds the articles with --corpus."),
    ],
)
def test_a_folder_that_cannot_be_used_is_told_by_every_command(
    run: Run, tmp_path: Path, command: list[str], files: dict[str, str], folder: str, complaint: str
) -> None:
    path = write_articles(tmp_path, files) / folder
    assert run(*command, "--corpus", str(path)) == (2, "", f"chatbot: {complaint.format(path)}\n")


def test_a_folder_of_unreadable_files_tells_of_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0")
    status, output, errors = run("articles", "--corpus", str(tmp_path))
    assert (status, output) == (2, "")
    assert errors.endswith(
        f"holds no readable article {FORMATS}. Put one with text in it or name another folder with --corpus. "
        "a.txt was skipped: it holds no readable text. Save the file as text, preferably in UTF-8.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["ask", ""], "De vraag is leeg. Stel een vraag over de artikelen, in het Nederlands of in het Engels."),
        (["show", "niets.txt"], "Er is geen artikel niets.txt. chatbot articles toont welke er zijn."),
        (
            ["ask", "Waarom?", "--conversation"],
            "Die opdracht klopt niet (--conversation hoort bij vragen op de standaardinvoer). " + USAGE_IN_DUTCH,
        ),
        (["ask"], f"Die opdracht klopt niet (the following arguments are required: QUESTION). {USAGE_IN_DUTCH}"),
        (["ask", "een", "twee"], f"Die opdracht klopt niet (unrecognized arguments: twee). {USAGE_IN_DUTCH}"),
        (["--corpus"], f"Die opdracht klopt niet (argument --corpus: expected one argument). {USAGE_IN_DUTCH}"),
        (
            ["ask", "Waarom?", "--top", "nul"],
            "Die opdracht klopt niet (argument --top: nul is geen heel getal van 1 tot en met 1000). " + USAGE_IN_DUTCH,
        ),
        (
            ["articles", "--corpus", "/nergens"],
            "De map /nergens bestaat niet. Geef met --corpus een map met artikelen op "
            "(.txt of .md, en met de extra formats ook .html, .pdf, .docx, .odt, .rtf, .eml of .epub).",
        ),
    ],
)
def test_a_dutch_reader_is_told_in_dutch(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], complaint: str
) -> None:
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    assert run(*arguments) == (2, "", f"chatbot: {complaint}\n")


def test_a_dutch_reader_gets_help_in_dutch(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    status, output, errors = run("--help")
    assert (status, errors) == (0, "")
    assert "Stel vragen over een map met artikelen" in output
    assert "bestandsnaam van het artikel" in run("show", "--help").output


@pytest.mark.parametrize("command", ["chat", "ask", "articles", "show", "serve"])
def test_every_command_explains_itself(run: Run, command: str) -> None:
    status, output, errors = run(command, "--help")
    assert (status, errors) == (0, "")
    assert f"usage: chatbot {command}" in output
    assert "--corpus CORPUS" in output


@pytest.mark.parametrize("command", [["ask", "-"], ["chat", "--plain"]])
def test_a_strong_encoder_that_does_not_work_is_told_once_and_the_light_one_reads(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    pytest.importorskip("ctranslate2")
    (tmp_path / "weights.bin").write_bytes(b"no weights")
    monkeypatch.setenv("CHATBOT_E5_WEIGHTS", str(tmp_path / "weights.bin"))
    articles = write_articles(tmp_path / "articles", {"bees.md": BEES})
    arguments = [*command, "--encoder", "e5", "--corpus", str(articles)]
    status, output, errors = run(*arguments, standard_input=f"{QUESTION}\n{QUESTION}\n".encode())
    assert status == 0
    assert "two thousand eggs" in output
    assert errors.startswith("chatbot: The encoder e5 does not work (")
    assert errors.count("\n") == 1


def test_an_error_cannot_command_the_terminal(run: Run) -> None:
    errors = run("show", "a\x1b[31m\nb").errors
    assert "a␛[31m b" in errors
    assert errors.count("\n") == 1


def test_a_name_that_is_not_utf_8_is_an_error_like_any_other(run: Run) -> None:
    status, output, errors = run("show", "a\udcff.txt")
    assert (status, output) == (2, "")
    assert errors.startswith("chatbot: There is no article a\N{REPLACEMENT CHARACTER}.txt.")
