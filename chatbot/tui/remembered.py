"""What the interface remembers from one run to the next: the reading help."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec

from chatbot.settings import HelpMode
from chatbot.storage.ordinary_file import read_bytes
from chatbot.storage.private_files import state_folder, write_whole

REMEMBERED_LIMIT = 1_000
"""Bytes, of which the fields take thirty."""


class Remembered(msgspec.Struct, frozen=True):
    """The mode of the reading help that was chosen last."""

    reading_help: HelpMode = "auto"


def remembered() -> Remembered:
    """What was remembered; where nothing was, or nothing that can be used, what a new reader gets."""
    with suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return msgspec.json.decode(read_bytes(_file(), REMEMBERED_LIMIT), type=Remembered)
    return Remembered()


def remember(**changes: object) -> None:
    """Replace some of what is remembered; that it fails, as on a full disk, is no reason to disturb a reader."""
    with suppress(OSError):
        write_whole(_file(), msgspec.json.encode(msgspec.structs.replace(remembered(), **changes)))


def _file() -> Path:
    return state_folder() / "interface.json"
