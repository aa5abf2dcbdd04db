"""How the room is shared between the conversation and the article, remembered from one run to the next."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from chatbot.storage.ordinary_file import read_bytes
from chatbot.storage.private_files import state_folder, write_whole

LEAST = 20
MOST = 80
"""Percent of the room; with less than this there is nothing to read in one of the two."""

VERSION = 1
"""Of the file: another version's is not read."""

FILE_LIMIT = 1_000
"""Bytes, of which two numbers take fifty."""


@dataclass(frozen=True, slots=True)
class Shares:
    """The article's part of the room, in percent: of the width beside the conversation, of the height below it."""

    beside: int = 50
    below: int = 55

    def __post_init__(self) -> None:
        """Raises ValueError for a share that leaves either of the two too little."""
        for share in (self.beside, self.below):
            if not LEAST <= share <= MOST:
                raise ValueError(share)


def read_shares() -> Shares:
    """What was remembered; where nothing was, or nothing that can be used, what a new reader gets."""
    with suppress(OSError, ValueError, RecursionError):
        match json.loads(read_bytes(_path(), FILE_LIMIT)):
            case {"version": version, "beside": int(beside), "below": int(below)} if version == VERSION:
                return Shares(beside, below)
    return Shares()


def write_shares(shares: Shares) -> None:
    """Remember the shares; that it fails, as on a full disk, is no reason to disturb a reader."""
    with suppress(OSError):
        write_whole(_path(), json.dumps({"version": VERSION, **asdict(shares)}).encode())


def _path() -> Path:
    return state_folder() / "shares.json"
