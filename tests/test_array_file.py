"""Array files: what is read is what was written, or nothing."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hypothesis_numpy

from chatbot.storage.array_file import ArrayFileError, read_arrays, write_arrays

ARRAYS = {"numbers": np.arange(20, dtype=np.int32).reshape(4, 5), "nothing": np.empty((0, 3), dtype=np.float32)}
ANY_ARRAY = hypothesis_numpy.arrays(
    st.sampled_from([np.int8, np.int32, np.uint64, np.float32, np.bool_]), hypothesis_numpy.array_shapes(min_side=0)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "file"
    write_arrays(path, "test 1", ARRAYS)
    return path


@given(arrays=st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=5), ANY_ARRAY, max_size=4))
def test_what_is_read_is_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, arrays: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.int32]]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any arrays"
    write_arrays(path, "test 1", arrays)
    found = read_arrays(path, "test 1")
    assert found.keys() == arrays.keys()
    for name, array in arrays.items():
        assert (found[name].dtype, found[name].shape) == (array.dtype, array.shape)
        assert found[name].tobytes() == array.tobytes()


def test_what_is_read_cannot_be_changed(path: Path) -> None:
    with pytest.raises(ValueError, match="read-only"):
        read_arrays(path, "test 1")["numbers"][0] = 1


def test_a_file_that_was_cut_off_anywhere_is_told(path: Path) -> None:
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(ArrayFileError):
            read_arrays(path, "test 1")


def test_any_byte_that_was_changed_is_told_unless_it_belongs_to_nothing(path: Path) -> None:
    whole = path.read_bytes()
    arrays = read_arrays(path, "test 1")
    unnoticed = 0
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        try:
            found = read_arrays(path, "test 1")
        except ArrayFileError:
            continue
        unnoticed += 1
        assert all(np.array_equal(found[name], array) for name, array in arrays.items())
    assert unnoticed < 64  # between the arrays


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"x" * 100, b"0" * 16 + b"\n{}\n", b"\x93NUMPY\x01\x00", b"PK\x03\x04"]
)
def test_what_something_else_wrote_is_told(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ArrayFileError):
        read_arrays(path, "test 1")


def test_what_another_version_wrote_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ArrayFileError, match="version"):
        read_arrays(path, "test 2")
    monkeypatch.setattr("chatbot.storage.array_file.FORMAT", 2)
    write_arrays(path, "test 1", ARRAYS)
    monkeypatch.undo()
    with pytest.raises(ArrayFileError, match="version"):
        read_arrays(path, "test 1")


@pytest.mark.parametrize(
    "place",
    [
        {"type": "|O", "shape": [1], "offset": 0, "checksum": 0},
        {"type": "<i4", "shape": [1 << 40], "offset": 0, "checksum": 0},
        {"type": "<i4", "shape": [-1], "offset": 0, "checksum": 0},
        {"type": "<i4", "shape": ["x"], "offset": 0, "checksum": 0},
        {"type": "no type", "shape": [1], "offset": 0, "checksum": 0},
        {"shape": [1]},
        [],
    ],
)
def test_a_header_that_lies_is_told(path: Path, place: object) -> None:
    from chatbot.storage.array_file import _digest

    header = json.loads(path.read_bytes().split(b"\n")[1])
    header["arrays"] = {"numbers": place}
    content = json.dumps(header).encode()
    path.write_bytes(_digest(content) + b"\n" + content + b"\n" + bytes(200))
    with pytest.raises(ArrayFileError):
        read_arrays(path, "test 1")


def test_no_file_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_arrays(tmp_path / "nothing", "test 1")
