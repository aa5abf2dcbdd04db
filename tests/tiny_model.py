"""Tiny translation models: real files for the engine, with which it says the same of any sentence, over and over."""

from __future__ import annotations

import struct
from itertools import chain
from pathlib import Path

FLOAT, INT8, QUANTISED = 0x404, 0x101, 0x4101
"""Marian's numbers for the types of items."""

WIDTH = 16
"""Of embeddings and of the hidden layers: the least that the engine multiplies in its fast way."""

SETTINGS = f"""dim-emb: {WIDTH}
enc-depth: 1
dec-depth: 1
transformer-heads: 1
transformer-dim-ffn: {WIDTH}
dim-vocabs: {{0}}
"""

ATTENTION = ("encoder_l1_self", "decoder_l1_context")
MATRICES = [
    *(f"{part}_W{letter}" for part in ATTENTION for letter in "qkvo"),
    *(f"{coder}_l1_ffn_W{number}" for coder in ("encoder", "decoder") for number in "12"),
    "decoder_l1_rnn_W",
    "decoder_l1_rnn_Wf",
]
BIASES = [
    *(f"{part}_b{letter}" for part in ATTENTION for letter in "qkvo"),
    *(f"{coder}_l1_ffn_b{number}" for coder in ("encoder", "decoder") for number in "12"),
    "decoder_l1_rnn_bf",
]
NORMS = [*(f"{part}_Wo" for part in ATTENTION), "encoder_l1_ffn_ffn", "decoder_l1_ffn_ffn", "decoder_l1_rnn_ffn"]

Item = tuple[str, int, tuple[int, ...], bytes]
"""Name, type, shape and data."""


def write_pair(folder: Path, says: str = "", name: str = "nl-en") -> Path:
    """A pair of languages in the folder, as `fxtranslate models add` lays it out; returns the pair's own folder.

    The model says `says` over and over, or nothing.
    """
    pair, letters = folder / name, name.replace("-", "")
    pair.mkdir(parents=True, exist_ok=True)
    pieces = [*"abcdefghijklmnopqrstuvwxyz", f"▁{says}"]
    (pair / f"vocab.{letters}.spm").write_bytes(vocabulary(pieces))
    (pair / f"model.{letters}.intgemm.alphas.bin").write_bytes(
        model(len(pieces) + 2, favourite=len(pieces) + 1 if says else 0)
    )
    return pair


def vocabulary(pieces: list[str]) -> bytes:
    """A SentencePiece model in protobuf: the end of a sentence, an unknown piece, and `pieces`, in that order."""
    normal, unknown, control = 1, 2, 3
    kinds = {"</s>": control, "<unk>": unknown}
    return b"".join(
        _field(1, _field(1, piece.encode()) + b"\x15" + struct.pack("<f", -1) + bytes((0x18, kinds.get(piece, normal))))
        for piece in [*kinds, *pieces]
    )


def _field(number: int, content: bytes) -> bytes:
    """A field of fewer than 128 bytes."""
    return bytes((number << 3 | 2, len(content))) + content


def model(size: int, favourite: int) -> bytes:
    """A Marian transformer for a vocabulary of `size` pieces, all zeros but for the bias of the favourite piece."""
    items = [
        ("special:model.yml", INT8, (len(SETTINGS),), SETTINGS.format(size).encode() + b"\0"),
        *_matrix("Wemb", (size, WIDTH), "none_QuantMultA"),
        *chain.from_iterable(_matrix(name, (WIDTH, WIDTH), f"{name}_QuantMultA") for name in MATRICES),
        *(_floats(name, [0.0] * WIDTH) for name in BIASES),
        *(_floats(f"{name}_ln_{part}", [0.0] * WIDTH) for name in NORMS for part in ("scale", "bias")),
        _floats("decoder_ff_logit_out_b", [float(piece == favourite) for piece in range(size)]),
    ]
    return _file(items)


def _matrix(name: str, shape: tuple[int, int], multiplier: str) -> tuple[Item, Item]:
    """A matrix of zeros, followed by what it was multiplied with, and what its input is multiplied with."""
    return (name, QUANTISED, shape, bytes(shape[0] * shape[1]) + struct.pack("<f", 1)), _floats(multiplier, [1.0])


def _floats(name: str, values: list[float]) -> Item:
    return name, FLOAT, (1, len(values)), struct.pack(f"<{len(values)}f", *values)


def _file(items: list[Item]) -> bytes:
    """The items in Marian's binary format, version 1: all sizes, names and shapes, and then, aligned, the data."""
    head = struct.pack("<QQ", 1, len(items))
    for name, kind, shape, data in items:
        head += struct.pack("<4Q", len(name) + 1, kind, len(shape), len(data))
    head += b"".join(name.encode() + b"\0" for name, *_ in items)
    head += b"".join(struct.pack(f"<{len(shape)}i", *shape) for _, _, shape, _ in items)
    padding = -(len(head) + 8) % 256
    return head + struct.pack("<Q", padding) + bytes(padding) + b"".join(data for *_, data in items)
