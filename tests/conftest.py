"""What the tests share: the same surroundings on every machine, and one encoder, which takes long to load."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from chatbot.answers.chatbot import Chatbot
from chatbot.articles.corpus import bundled_folder, read_corpus
from chatbot.cli import main
from chatbot.encoders.encoder import Encoder, UniversalSentenceEncoder
from chatbot.index.index import Index
from tests.command import Outcome, Run

NOBODY = 65534

# A slow machine is no bug, and what fails here must fail everywhere. `--hypothesis-profile=default` draws new examples.
settings.register_profile("the same everywhere", deadline=None, derandomize=True)
settings.load_profile("the same everywhere")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="take the long run of 2,000 questions, not a short one")


@pytest.fixture
def soak_questions(request: pytest.FixtureRequest) -> int:
    """How many questions the long run takes."""
    return 2_000 if request.config.getoption("soak") else 150


@pytest.fixture(scope="session", autouse=True)
def same_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """English messages, the bundled articles and empty folders of the program's own, whatever the machine has."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        for variable in ("LC_ALL", "LC_MESSAGES", "CHATBOT_CORPUS", "CHATBOT_ENCODER", "NO_COLOR"):
            monkeypatch.delenv(variable, raising=False)
        monkeypatch.setenv("LANG", "en_GB.UTF-8")
        own = tmp_path_factory.mktemp("own")
        for folder in ("CONFIG", "DATA", "STATE", "CACHE"):
            monkeypatch.setenv(f"XDG_{folder}_HOME", str(own / folder.lower()))
        yield


@pytest.fixture
def without_privileges() -> Iterator[None]:
    """For this test, a user whom permissions bind, as they do not bind root."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    yield
    os.seteuid(0)


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return UniversalSentenceEncoder()


@pytest.fixture(scope="session")
def chatbot(encoder: Encoder) -> Chatbot:
    """A chatbot over the two articles that come with the program."""
    return Chatbot(read_corpus(bundled_folder()), encoder)


@pytest.fixture(scope="session")
def index(chatbot: Chatbot, encoder: Encoder) -> Index:
    """An index of the same two articles."""
    return Index(chatbot.corpus.articles, encoder)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, encoder: Encoder) -> Run:
    """The command line within this process, with the encoder that is loaded already."""
    monkeypatch.setattr("chatbot.encoders.encoder.UniversalSentenceEncoder", lambda _cache: encoder)

    def run_command(*arguments: str, standard_input: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(standard_input)))
        try:
            status = main(arguments)
        except SystemExit as stop:
            status = int(stop.code or 0)
        return Outcome(status, *capsys.readouterr())

    return run_command
