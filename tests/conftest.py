"""What the tests share: the same surroundings on every machine, and one encoder, which takes long to load."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from chatbot.answers.chatbot import Chatbot
from chatbot.answers.engine import Engine
from chatbot.articles.folder import bundled_folder
from chatbot.cli import main
from chatbot.encoders.e5 import E5
from chatbot.encoders.encoder import Encoder
from chatbot.encoders.light import LightEncoder
from chatbot.index.index import Index
from chatbot.passages.corpus import read_corpus
from chatbot.reader.reader import Reader
from chatbot.storage.private_files import cache_folder
from chatbot.storage.store import Store
from tests.command import Outcome, Run

NOBODY = 65534

# A slow machine is no bug, and what fails here must fail everywhere. `nightly` takes longer and draws new examples.
settings.register_profile("few", deadline=None, derandomize=True, max_examples=20)
settings.register_profile("nightly", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "few"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="take the long run of 2,000 questions, not a short one")


@pytest.fixture
def soak_questions(request: pytest.FixtureRequest) -> int:
    """How many questions the long run takes."""
    return 2_000 if request.config.getoption("soak") else 100


@pytest.fixture(scope="session", autouse=True)
def same_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """English messages, the bundled articles, the light encoder and empty folders, whatever the machine has."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        for variable in ("LC_ALL", "LC_MESSAGES", "CHATBOT_CORPUS", "NO_COLOR"):
            monkeypatch.delenv(variable, raising=False)
        monkeypatch.setenv("LANG", "en_GB.UTF-8")
        monkeypatch.setenv("CHATBOT_ENCODER", "use")  # quick; what the strong encoder reads is tested where it matters
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
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of this run alone, which its workers share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def store(run_folder: Path) -> Store:
    """What was embedded and read, so that one worker does it once for all."""
    return Store(run_folder / "store")


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The light encoder, which leaves an unpacked copy of its weights for the processes that tests start."""
    return LightEncoder(cache_folder())


@pytest.fixture(scope="session")
def engine(encoder: Encoder, store: Store) -> Engine:
    """The light encoder alone."""
    return Engine(encoder, Reader(encoder, store=store), store)


@pytest.fixture(scope="session")
def e5_folder(run_folder: Path) -> Path:
    """A folder with the converted weights of the strong encoder, which tests may only read."""
    pytest.importorskip("ctranslate2")
    E5(run_folder / "e5")
    return run_folder / "e5"


@pytest.fixture(scope="session")
def strong_engine(encoder: Encoder, store: Store, e5_folder: Path) -> Engine:
    """Both encoders, as they are installed by default."""
    return Engine(encoder, Reader(encoder, lambda: E5(e5_folder), store), store)


@pytest.fixture(scope="session")
def chatbot(engine: Engine) -> Chatbot:
    """A chatbot over the two articles that come with the program, with the light encoder."""
    chatbot = Chatbot(read_corpus(bundled_folder()), engine)
    list(chatbot.index.embed())
    return chatbot


@pytest.fixture(scope="session")
def index(chatbot: Chatbot) -> Index:
    """The index of the same two articles."""
    return chatbot.index


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, encoder: Encoder) -> Run:
    """The command line within this process, with the encoder that is loaded already."""
    monkeypatch.setattr("chatbot.answers.engine.LightEncoder", lambda _folder: encoder)

    def run_command(*arguments: str, standard_input: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(standard_input)))
        try:
            status = main(arguments)
        except SystemExit as stop:
            status = int(stop.code or 0)
        return Outcome(status, *capsys.readouterr())

    return run_command
