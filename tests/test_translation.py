"""Translation: by the real engine with tiny models, and one sentence of complaint where that cannot be done."""

from __future__ import annotations

import socket
import sqlite3
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from chatbot.errors import Trouble
from chatbot.reading_help.translation import PIECE_LENGTH, Translation, Translator
from chatbot.storage.store import Store
from tests.tiny_model import model, vocabulary, write_pair

fxtranslate = pytest.importorskip("fxtranslate", reason="there is no engine for this platform")

SENTENCE = "Dat is zo."

FAKE_ENGINE = """
import os

class Translator:
    def __init__(self, weights, source, target, shortlist):
        pass

    def translate(self, sentence):
        print("This is no translation.")
        return os._exit(1) if "die" in sentence else f"<{sentence}>"
"""

Make = Callable[..., Translator]


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Makes translators, which are closed in the end."""
    made: list[Translator] = []

    def translator(models: Path | None, store: Store | None = None) -> Translator:
        made.append(Translator(store, models))
        return made[-1]

    monkeypatch.setattr("chatbot.reading_help.translation.TIME_LIMIT", 60.0)
    yield translator
    for translator_ in made:
        translator_.close()


@pytest.fixture
def echo(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Translator:
    """A translator whose engine puts every sentence that it is given between brackets."""
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules" / "fxtranslate.py").write_text(FAKE_ENGINE)
    monkeypatch.syspath_prepend(tmp_path / "modules")
    write_pair(tmp_path)
    return make(tmp_path)


def no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every attempt to begin the process that translates fail."""
    monkeypatch.setattr("chatbot.worker_process.sys.executable", "/no/such/program")


def test_a_sentence_is_translated_in_either_direction(make: Make, tmp_path: Path) -> None:
    write_pair(tmp_path, "so", "nl-en")
    write_pair(tmp_path, "zo", "en-nl")
    translator = make(tmp_path)
    assert set(translator.translate(SENTENCE, "nl").text.split()) == {"so"}
    assert set(translator.translate("That is so.", "en").text.split()) == {"zo"}
    assert translator.is_available("nl")
    assert translator.is_available("en")


def test_a_sentence_with_other_numbers_or_names_on_the_other_side_is_doubtful(make: Make, tmp_path: Path) -> None:
    write_pair(tmp_path, "Ndoye")
    translator = make(tmp_path)
    said = {sentence: translator.translate(sentence, "nl").doubtful for sentence in ("Dat is Ndoye.", "Dat is hij.")}
    assert said == {"Dat is Ndoye.": False, "Dat is hij.": True}
    assert translator.translate("Dat is Ndoye. Dat zijn er 3 van Ndoye.", "nl").doubtful


def test_sentences_are_translated_one_by_one_and_each_on_one_line(echo: Translator) -> None:
    translated = echo.translate("Dat is\n zo, o.a. hier. En nu?  12 – 13.\n", "nl")
    assert translated == Translation("<Dat is zo, o.a. hier.> <En nu?> 12 – 13.", doubtful=False)
    assert echo.translate(" \n", "nl") == Translation("", doubtful=False)


def test_nothing_of_a_very_long_sentence_is_lost(echo: Translator) -> None:
    sentence = " ".join(f"woord{number}" for number in range(500)) + "."
    pieces = echo.translate(sentence, "nl").text.strip("<>").split("> <")
    assert " ".join(pieces) == sentence
    assert max(map(len, pieces)) <= PIECE_LENGTH


def test_the_real_engine_takes_a_very_long_sentence(make: Make, tmp_path: Path) -> None:
    write_pair(tmp_path, "so")
    assert make(tmp_path).translate("woord " * 500 + "a" * 5_000, "nl").text.startswith("so so")


def test_after_a_crash_the_next_sentence_is_translated(echo: Translator) -> None:
    with pytest.raises(Trouble, match="translation model unusable"):
        echo.translate("I die.", "nl")
    assert echo.translate(SENTENCE, "nl").text == f"<{SENTENCE}>"


def test_threads_that_share_a_translator_get_each_their_own_translation(echo: Translator) -> None:
    sentences = [f"Dat zijn er {number}." for number in range(100)]
    with ThreadPoolExecutor(8) as pool:
        texts = [translated.text for translated in pool.map(lambda sentence: echo.translate(sentence, "nl"), sentences)]
    assert texts == [f"<{sentence}>" for sentence in sentences]


WHOLE = model(5, favourite=4)
WORDS = vocabulary(["a", "b", "▁so"])


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        *((WHOLE[: len(WHOLE) * part // 4], WORDS) for part in range(4)),
        (WHOLE[:-1], WORDS),
        (b"\1" + bytes(7) + b"\xff" * 40, WORDS),
        (WORDS, WORDS),
        (WHOLE, b""),
        (WHOLE, b"junk" * 100),
        (WHOLE, WHOLE),
        (WHOLE, vocabulary([*"dats io", "▁so"])),
        (model(5, favourite=0), WORDS),
    ],
    ids=["empty", "a quarter", "half", "three quarters", "a byte short", "huge sizes", "no model", "no vocabulary",
         "junk", "a model as vocabulary", "vocabulary of another pair", "silent model"],
)  # fmt: skip
def test_a_model_that_does_not_work_is_told(make: Make, tmp_path: Path, weights: bytes, words: bytes) -> None:
    pair = write_pair(tmp_path)
    (pair / "model.nlen.intgemm.alphas.bin").write_bytes(weights)
    (pair / "vocab.nlen.spm").write_bytes(words)
    store = Store(tmp_path / "cache")
    with pytest.raises(Trouble, match="translation model unusable"):
        make(tmp_path, store=store).translate(SENTENCE, "nl")
    with closing(sqlite3.connect(store.path)) as rows:
        assert rows.execute("SELECT COUNT(*) FROM rows").fetchone() == (0,)


def test_a_shortlist_that_is_damaged_is_told(make: Make, tmp_path: Path) -> None:
    (write_pair(tmp_path, "so") / "lex.50.50.nlen.s2t.bin").write_bytes(b"junk")
    with pytest.raises(Trouble, match="translation model unusable"):
        make(tmp_path).translate(SENTENCE, "nl")


def test_what_takes_too_long_is_ended(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pair(tmp_path, "so")
    monkeypatch.setattr("chatbot.reading_help.translation.TIME_LIMIT", 0)
    with pytest.raises(Trouble, match="translation too slow"):
        make(tmp_path).translate(SENTENCE, "nl")


def test_a_process_that_cannot_begin_is_told(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pair(tmp_path, "so")
    no_process(monkeypatch)
    with pytest.raises(Trouble, match="translation model unusable"):
        make(tmp_path).translate(SENTENCE, "nl")


def test_where_there_is_no_engine_that_is_told(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_pair(tmp_path, "so")
    monkeypatch.setitem(sys.modules, "fxtranslate", None)
    assert not make(tmp_path).is_available("nl")
    with pytest.raises(Trouble, match="translation not installed"):
        make(tmp_path).translate(SENTENCE, "nl")


@pytest.mark.parametrize("place", ["", "no such folder", "file", "other pair", "half a pair", "folders"])
def test_where_there_is_no_model_that_is_told(make: Make, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    write_pair(tmp_path / "other pair", "so", "en-nl")
    (write_pair(tmp_path / "half a pair", "so") / "vocab.nlen.spm").unlink()
    (tmp_path / "folders" / "nl-en" / "model.nlen.bin").mkdir(parents=True)
    (tmp_path / "folders" / "nl-en" / "vocab.nlen.spm").mkdir()
    translator = make(tmp_path / place)
    assert not translator.is_available("nl")
    with pytest.raises(Trouble, match="translation model absent"):
        translator.translate(SENTENCE, "nl")


def test_what_was_translated_before_needs_no_process(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pair(tmp_path, "Ndoye")
    store = Store(tmp_path / "cache")
    first = make(tmp_path, store=store).translate("Dat is het.", "nl")
    no_process(monkeypatch)
    assert make(tmp_path, store=store).translate("Dat is het.", "nl") == first
    assert first.doubtful


def test_another_model_translates_anew_also_where_it_came_in_the_place_of_the_first(make: Make, tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    translator = make(tmp_path, store=store)
    said = []
    for word in ("so", "no", "so"):
        write_pair(tmp_path, word)
        said.append(translator.translate(SENTENCE, "nl").text.split()[0])
    assert said == ["so", "no", "so"]


def test_without_a_setting_the_models_are_those_of_fxtranslate(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    write_pair(Path(fxtranslate.Cache().root), "so")
    assert make(None).translate(SENTENCE, "nl").text.startswith("so")


def test_nothing_is_asked_of_the_network_nor_written(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pair(tmp_path / "models", "so")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    before = sorted(tmp_path.rglob("*"))
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", f"http://127.0.0.1:{server.getsockname()[1]}/")
        assert make(tmp_path / "models").translate(SENTENCE, "nl").text
        with pytest.raises(BlockingIOError):
            server.accept()
    assert sorted(tmp_path.rglob("*")) == before
