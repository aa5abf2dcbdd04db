"""What the interface remembers from one run to the next: its language, and the reading help."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec

from chatbot.settings import HelpMode
from chatbot.storage.ordinary_file import read_bytes
from chatbot.storage.private_files import state_folder, write_whole
from chatbot.text.language_code import Language

REMEMBERED_LIMIT = 100  # bytes, of which the fields take fifty


class Remembered(msgspec.Struct, frozen=True):
    """The language, if it was chosen, and the mode of reading help; a new reader gets the defaults."""

    language: Language | None = None
    reading_help: HelpMode = "auto"


def remembered() -> Remembered:
    """What was chosen last; where nothing was, or nothing that can be read, what a new reader gets."""
    with suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return msgspec.json.decode(read_bytes(_file(), REMEMBERED_LIMIT), type=Remembered)
    return Remembered()


def remember(**choices: object) -> None:
    """Have the next run begin with these; that it fails, as on a full disk, is no reason to disturb a reader."""
    with suppress(OSError):
        write_whole(_file(), msgspec.json.encode(msgspec.structs.replace(remembered(), **choices)))


def _file() -> Path:
    return state_folder() / "interface.json"
