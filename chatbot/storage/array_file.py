"""Array files: NumPy arrays in one file that is checked, and read by mapping it into memory.

A file is a line of sixteen hexadecimal digits, the checksum of the next; a line of JSON, which says what the arrays
are and where they begin; and the arrays, each at a multiple of 64 bytes. Nothing in it is ever run or unpickled.
"""

from __future__ import annotations

import json
import math
import mmap
import sys
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from chatbot.storage.ordinary_file import open_ordinary
from chatbot.storage.private_files import write_parts

Array = NDArray[Any]

FORMAT = 1
"""The version of the layout; a file of another one is not read."""

ALIGNMENT = 64
"""Bytes: the header's length is a multiple of this, and so is where each array begins after it."""

DIGEST_SIZE = 8
"""Bytes of the header's checksum."""

LONGEST_HEADER = 1 << 16
"""Bytes: a longer header is not one of ours."""


class ArrayFileError(Exception):
    """The file is not there as it was written, or was not written by this program."""


def write_arrays(path: Path, made_by: str, arrays: Mapping[str, Array]) -> None:
    """Put the arrays in the file, whole or not at all; `made_by` names what a reader must ask for.

    Raises OSError, as on a full disk.
    """
    places: dict[str, object] = {}
    contents: list[bytes | memoryview] = []
    offset = 0
    for name, array in arrays.items():
        whole = np.ascontiguousarray(array)
        padding = -offset % ALIGNMENT
        offset += padding
        places[name] = {
            "type": whole.dtype.str,
            "shape": list(array.shape),
            "offset": offset,
            "checksum": _checksum(whole),
        }
        contents += [bytes(padding), whole.reshape(-1).view(np.uint8).data]
        offset += whole.nbytes
    fields = {"format": FORMAT, "order": sys.byteorder, "made_by": made_by, "size": offset, "arrays": places}
    header = json.dumps(fields).encode()
    header += b" " * (-(len(header) + 2 * DIGEST_SIZE + 2) % ALIGNMENT)
    write_parts(path, [_digest(header), b"\n", header, b"\n", *contents])


def read_arrays(path: Path, made_by: str) -> dict[str, Array]:
    """The arrays in the file, read-only and mapped into memory, after they have been checked.

    Raises FileNotFoundError where there is none, another OSError where it cannot be read, and ArrayFileError where it
    is damaged or was made by something else.
    """
    with open_ordinary(path) as file:
        header, start = _header(file.read(LONGEST_HEADER))
        if header["format"] != FORMAT or header["order"] != sys.byteorder or header["made_by"] != made_by:
            raise ArrayFileError("another version")
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    try:
        if len(mapped) != start + header["size"]:
            raise ArrayFileError("damaged")
        arrays = {name: _array(mapped, start, place) for name, place in header["arrays"].items()}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ArrayFileError("damaged") from error
    if sys.platform != "win32":
        mapped.madvise(mmap.MADV_DONTNEED)  # what was read only to be checked counts as this process's memory else
    return arrays


def _header(content: bytes) -> tuple[dict[str, Any], int]:
    digest, _, rest = content.partition(b"\n")
    header, end, _ = rest.partition(b"\n")
    if not end or digest != _digest(header):
        raise ArrayFileError("damaged")
    fields: dict[str, Any] = json.loads(header)
    return fields, len(digest) + len(header) + 2


def _array(mapped: mmap.mmap, start: int, place: Mapping[str, Any]) -> Array:
    """One array; ValueError where the file is too short for it."""
    dtype = np.dtype(place["type"])
    count = math.prod(place["shape"])
    array: Array = np.frombuffer(mapped, dtype, count, start + place["offset"]) if count else np.empty(0, dtype)
    if _checksum(array) != place["checksum"]:
        raise ArrayFileError("damaged")
    return array.reshape(place["shape"])


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=DIGEST_SIZE).hexdigest().encode()


def _checksum(array: Array) -> int:
    """The sum of the bytes taken as 64-bit words: any byte that changes changes it, and it reads 5 GB a second."""
    flat = array.reshape(-1).view(np.uint8)
    words = flat[: len(flat) // 8 * 8].view(np.uint64)
    return (int(np.add.reduce(words, dtype=np.uint64)) + int.from_bytes(flat[len(words) * 8 :], sys.byteorder)) % 2**64
