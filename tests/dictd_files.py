"""Small dictionaries in dictd format, as dictfmt makes them."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

DUTCH_ENGLISH = {
    "00-database-short": "Dutch-English dictionary of a test",
    "Amerikaans": "American",
    "belofte": "affirmation, promise",
    "blijven": "1. remain, stay\n2. persist",
    "Rusland": "Russia",
    "boot": "boat",
    "bang": "afraid",
    "leger": "army",
    "leiding": "1. guidance\n2. pipe",
    "stem": "voice, vote",
    "strijden": "fightagainst, fight",
    "kamer": "1. room\n2. chamber",
    "week": "1. soft\n2. week",
    "water": "water",
}


def number(value: int) -> str:
    digits = ""
    while value or not digits:
        value, digit = divmod(value, 64)
        digits = DIGITS[digit] + digits
    return digits


def write_dictionary(
    folder: Path, entries: Mapping[str, str], name: str = "freedict-nld-eng", *, packed: bool = True
) -> Path:
    """Write the two files; gives their path without endings."""
    folder.mkdir(parents=True, exist_ok=True)
    text, index = b"", []
    for headword, senses in entries.items():
        entry = f"{headword} /x/\n{senses}\n".encode()
        index.append(f"{headword.lower()}\t{number(len(text))}\t{number(len(entry))}\n")
        text += entry
    (folder / f"{name}.index").write_text("".join(index), encoding="utf-8")
    if packed:
        (folder / f"{name}.dict.dz").write_bytes(gzip.compress(text, mtime=0))
    else:
        (folder / f"{name}.dict").write_bytes(text)
    return folder / name
